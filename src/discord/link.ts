import { z } from 'zod';
import { limits } from './limits.ts';

/** A click that leads somewhere: makes the custom_id of a button or menu, and reads it when it comes back. */
export type Link<V> = {
  readonly name: string;
  readonly schema: z.ZodObject;
  /** The custom_id of a button. */
  to(values: V): string;
  /** The custom_id of a menu: the last value is left blank, and the chosen option fills it. */
  choose(values: Partial<V>): string;
  /** The values in a custom_id; undefined when it is not this link's, or from a time when the link was another. */
  parse(customId: string, chosen?: string): V | undefined;
};

const separator = '|';

/**
 * Declares a link. Its custom_id is the name, then the values in the order of `shape`, joined by "|":
 * `step|machine-learning-engineer|mathematics`. Values are ids and numbers, never free text.
 */
export function link<S extends z.ZodRawShape>(name: string, shape: S): Link<z.output<z.ZodObject<S>>> {
  type Values = z.output<z.ZodObject<S>>;
  const schema = z.strictObject(shape);
  const keys = Object.keys(shape);
  const customId = (values: Record<string, unknown>) => {
    const text = [name, ...keys.map((key) => values[key] ?? '')].join(separator);
    if (text.length > limits.customId) throw new Error(`custom_id of ${text.length} characters: ${text}`);
    return text;
  };
  return {
    name,
    schema: schema as unknown as z.ZodObject,
    to: (values) => customId(values as Record<string, unknown>),
    choose: (values) => customId(values as Record<string, unknown>),
    parse(text, chosen) {
      const [first, ...parts] = text.split(separator);
      if (first !== name || parts.length !== keys.length) return undefined;
      if (chosen !== undefined) parts[parts.length - 1] = chosen;
      const filled = keys.map((key, index) => [key, parts[index]]).filter(([, value]) => value !== '');
      const parsed = schema.safeParse(Object.fromEntries(filled));
      return parsed.success ? (parsed.data as Values) : undefined;
    },
  };
}
