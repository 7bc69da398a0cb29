import { Locale, ApplicationCommandOptionType as Option, ApplicationCommandType as Type } from 'discord.js';
import { z } from 'zod';
import { wrong } from './form.ts';
import { filled, flag, snowflake } from './text-form.ts';

/** Letters, digits, - _ ' and the marks of Devanagari and Thai; lower case where there is one. */
const slug = z
  .string()
  .min(1)
  .max(32)
  .refine((name) => /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(name) && name === name.toLowerCase(), {
    message: 'Command name is invalid',
    params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
  });

const localized = <T extends z.ZodType<string>>(text: T) =>
  z.partialRecord(z.enum(Object.values(Locale)), text).nullish();

const described = {
  description: filled(100),
  description_localizations: localized(filled(100)),
};
const named = { name: slug, name_localizations: localized(slug), ...described };

const choices = <T extends z.ZodType<string | number>>(value: T) =>
  z
    .array(z.strictObject({ name: filled(100), name_localizations: localized(filled(100)), value }))
    .max(25)
    .superRefine((list, context) => {
      for (const [index, { name }] of list.entries()) {
        if (list.findIndex((other) => other.name === name) < index) {
          context.addIssue(
            wrong('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS', 'Choice name already exists', [
              index,
              'name',
            ]),
          );
        }
      }
    })
    .nullish();

const leafBase = { ...named, required: flag };
const numeric = (value: z.ZodNumber) => ({
  ...leafBase,
  autocomplete: flag,
  choices: choices(value),
  min_value: value.nullish(),
  max_value: value.nullish(),
});

const text = z.strictObject({
  type: z.literal(Option.String),
  ...leafBase,
  autocomplete: flag,
  choices: choices(z.string().min(1).max(100)),
  min_length: z.int().min(0).max(6000).nullish(),
  max_length: z.int().min(1).max(6000).nullish(),
});
const integer = z.strictObject({ type: z.literal(Option.Integer), ...numeric(z.int()) });
const decimal = z.strictObject({ type: z.literal(Option.Number), ...numeric(z.number()) });
const plain = z.strictObject({
  type: z.literal([Option.Boolean, Option.User, Option.Role, Option.Mentionable, Option.Attachment]),
  ...leafBase,
});
const channel = z.strictObject({
  type: z.literal(Option.Channel),
  ...leafBase,
  channel_types: z.array(z.int()).nullish(),
});
const leaves = [text, integer, decimal, plain, channel] as const;

type AnyOption = {
  type: number;
  name: string;
  required?: boolean | null | undefined;
  autocomplete?: boolean | null | undefined;
  choices?: readonly unknown[] | null | undefined;
  min_value?: number | null | undefined;
  max_value?: number | null | undefined;
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
};

const nests = (type: number) => type === Option.Subcommand || type === Option.SubcommandGroup;

/** The rules that hold between options, and between the keys of one. */
function optionRules(options: readonly AnyOption[], context: z.RefinementCtx) {
  for (const [index, option] of options.entries()) {
    const refuse = (key: string, code: string, message: string) =>
      context.addIssue(wrong(code, message, [index, key]));
    const before = options.slice(0, index);
    if (before.some(({ name }) => name === option.name)) {
      refuse('name', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists');
    }
    if (option.required && before.some(({ type, required }) => !nests(type) && !required)) {
      refuse(
        'required',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    if (nests(option.type) !== nests(options[0]?.type ?? 0)) {
      refuse(
        'type',
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
    }
    if (option.autocomplete && option.choices?.length) {
      refuse(
        'choices',
        'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
        'Choices and autocomplete exclude each other',
      );
    }
    if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) {
      refuse('min_value', 'NUMBER_TYPE_MAX', 'min_value must not exceed max_value');
    }
    if ((option.min_length ?? 0) > (option.max_length ?? Infinity)) {
      refuse('min_length', 'NUMBER_TYPE_MAX', 'min_length must not exceed max_length');
    }
  }
}

const subcommand = z.strictObject({
  type: z.literal(Option.Subcommand),
  ...named,
  options: z.array(z.discriminatedUnion('type', leaves)).max(25).superRefine(optionRules).nullish(),
});
const group = z.strictObject({
  type: z.literal(Option.SubcommandGroup),
  ...named,
  options: z.array(subcommand).min(1).max(25).superRefine(optionRules),
});
const options = z
  .array(z.discriminatedUnion('type', [...leaves, subcommand, group]))
  .max(25)
  .superRefine(optionRules)
  .nullish();

const common = {
  id: snowflake.nullish(),
  nsfw: flag,
  dm_permission: flag,
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z
    .array(z.literal([0, 1, 2]))
    .min(1)
    .nullish(),
  integration_types: z
    .array(z.literal([0, 1]))
    .min(1)
    .nullish(),
};

const chatInput = z.strictObject({ ...common, type: z.literal(Type.ChatInput), ...named, options });
const menu = z.strictObject({
  ...common,
  type: z.literal([Type.User, Type.Message]),
  name: filled(32),
  name_localizations: localized(filled(32)),
  description: z.literal('').nullish(),
  description_localizations: z.null().optional(),
});

/** The declaration of a command, in Discord's JSON. */
export const commandForm = z
  .preprocess(
    (body) => (isRecord(body) && body.type == null ? { ...body, type: Type.ChatInput } : body),
    z.discriminatedUnion('type', [chatInput, menu]),
  )
  .refine((command) => commandSize(command) <= 8000, {
    message: 'Command exceeds maximum size (8000)',
    params: { code: 'APPLICATION_COMMAND_TOO_LARGE' },
  });

export type CommandBody = z.infer<typeof commandForm>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Sized = {
  name?: string;
  name_localizations?: Record<string, string> | null | undefined;
  description?: string | null | undefined;
  description_localizations?: Record<string, string> | null | undefined;
  value?: string | number;
  options?: readonly Sized[] | null | undefined;
  choices?: readonly Sized[] | null | undefined;
};

/** The characters of names, descriptions and values; of a localised text only the longest counts. */
function commandSize(part: Sized): number {
  const longest = (text: string | null | undefined, others: Record<string, string> | null | undefined) =>
    Math.max(text?.length ?? 0, ...Object.values(others ?? {}).map((other) => other.length));
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    (typeof part.value === 'string' ? part.value.length : 0) +
    [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, one) => sum + commandSize(one), 0)
  );
}
