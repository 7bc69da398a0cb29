import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import { wrong } from './form.ts';
import { address, filled, flag, snowflake } from './text-form.ts';

const customId = z.string().min(1).max(100);
/** Discord numbers components itself, and takes its own numbers back. */
const number = z.int().min(0).nullish();

const emoji = z
  .strictObject({ id: snowflake.nullish(), name: z.string().nullish(), animated: flag })
  .refine(({ id, name }) => id || isEmoji(name ?? ''), {
    message: 'Invalid emoji',
    params: { code: 'BUTTON_COMPONENT_INVALID_EMOJI' },
  });

/** Unicode's list wants the variation selector that many people leave out; Discord takes both. */
const isEmoji = (name: string) => /^\p{RGI_Emoji}$/v.test(name) || /^\p{RGI_Emoji}$/v.test(`${name}\uFE0F`);

const button = z
  .strictObject({
    type: z.literal(ComponentType.Button),
    id: number,
    style: z.int().min(ButtonStyle.Primary).max(ButtonStyle.Link),
    label: z.string().max(80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: address(['http', 'https', 'discord'], 512).nullish(),
    disabled: flag,
  })
  .superRefine(({ style, label, emoji, custom_id, url }, context) => {
    const refuse = (key: string, code: string, message: string) =>
      context.addIssue(wrong(code, message, [key]));
    if (!label?.trim() && !emoji) refuse('label', 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
    if (style === ButtonStyle.Link) {
      if (!url) refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required');
      if (custom_id) {
        refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A link has no custom_id');
      }
    } else {
      if (custom_id == null) refuse('custom_id', 'BASE_TYPE_REQUIRED', 'A custom id is required');
      if (url) {
        refuse('url', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'Only a link button has a url');
      }
    }
  });

const selectBase = {
  id: number,
  custom_id: customId,
  placeholder: z.string().max(150).nullish(),
  min_values: z.int().min(0).max(25).nullish(),
  max_values: z.int().min(1).max(25).nullish(),
  disabled: flag,
};

const selectOption = z.strictObject({
  label: filled(100),
  value: filled(100),
  description: z.string().max(100).nullish(),
  emoji: emoji.nullish(),
  default: flag,
});

const stringSelect = z
  .strictObject({
    type: z.literal(ComponentType.StringSelect),
    ...selectBase,
    options: z.array(selectOption).min(1).max(25),
  })
  .superRefine(({ options, min_values, max_values }, context) => {
    const seen = new Set<string>();
    for (const [index, { value }] of options.entries()) {
      if (seen.has(value)) {
        context.addIssue(
          wrong('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
            'options',
            index,
            'value',
          ]),
        );
      }
      seen.add(value);
    }
    for (const [key, count] of Object.entries({ min_values, max_values })) {
      if (options.length && (count ?? 1) > options.length) {
        context.addIssue(wrong('NUMBER_TYPE_MAX', `There are only ${options.length} options`, [key]));
      }
    }
    const chosen = options.filter((option) => option.default).length;
    if (chosen > (max_values ?? 1)) {
      context.addIssue(
        wrong('SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Too many default options', ['options']),
      );
    }
  });

const row = z
  .strictObject({
    type: z.literal(ComponentType.ActionRow),
    id: number,
    components: z.array(z.discriminatedUnion('type', [button, stringSelect])).min(1),
  })
  .superRefine(({ components }, context) => {
    const menus = components.filter(({ type }) => type === ComponentType.StringSelect).length;
    if (components.length > 5 || (menus > 0 && components.length > 1)) {
      context.addIssue(
        wrong(
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width: a row holds 5 buttons or 1 menu',
          ['components'],
        ),
      );
    }
  });

/** The components of a message: up to 5 rows of up to 5 buttons or 1 menu each, every custom_id once. */
export const components = z
  .array(row)
  .max(5)
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [r, { components }] of rows.entries()) {
      for (const [c, { custom_id }] of components.entries()) {
        if (custom_id && seen.has(custom_id)) {
          context.addIssue(
            wrong('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', [
              r,
              'components',
              c,
              'custom_id',
            ]),
          );
        }
        if (custom_id) seen.add(custom_id);
      }
    }
  });
