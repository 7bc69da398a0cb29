import type { z } from 'zod';
import { DiscordFault, type FaultTree } from './faults.ts';

/** One thing wrong in a body: Discord's code and sentence for it, and where. */
export type Wrong = {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
};

/** What a refinement of a form reports: the sentence, and Discord's code in `params`. */
export const wrong = (code: string, message: string, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message,
  path,
  params: { code },
});

/** Parses `body` by the form, or throws 50035 with Discord's tree of faults below `prefix`. */
export function checkForm<T>(form: z.ZodType<T>, body: unknown, prefix: readonly string[] = []): T {
  const parsed = form.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidForm(
    parsed.error.issues.flatMap(wrongs).map((one) => ({ ...one, path: [...prefix, ...one.path] })),
  );
}

/** The refusal 50035 with every fault at its place. */
export function invalidForm(list: readonly Wrong[]): DiscordFault {
  const tree: FaultTree = {};
  for (const { path, code, message } of list) {
    let node = tree;
    for (const key of path) {
      node[String(key)] ??= {};
      node = node[String(key)] as FaultTree;
    }
    node._errors ??= [];
    node._errors.push({ code, message });
  }
  return new DiscordFault(400, 50035, 'Invalid Form Body', tree);
}

function wrongs(issue: z.core.$ZodIssue): Wrong[] {
  const at = (code: string, message: string): Wrong[] => [{ path: issue.path, code, message }];
  if (issue.input === undefined && issue.code !== 'custom') {
    return at('BASE_TYPE_REQUIRED', 'This field is required');
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        code: 'UNKNOWN_KEY',
        message: `"${key}" is no key that Discord knows here; it would be ignored without a word`,
      }));
    case 'too_big':
      return ['string', 'array'].includes(issue.origin)
        ? at('BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`)
        : at('NUMBER_TYPE_MAX', `Value should be less than or equal to ${issue.maximum}.`);
    case 'too_small':
      return ['string', 'array'].includes(issue.origin)
        ? at('BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`)
        : at('NUMBER_TYPE_MIN', `Value should be greater than or equal to ${issue.minimum}.`);
    case 'custom':
      return at(String(issue.params?.code ?? 'INVALID'), issue.message);
    default:
      return at('BASE_TYPE_INVALID', issue.message);
  }
}
