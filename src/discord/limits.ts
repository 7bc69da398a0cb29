import { type APIEmbed, ComponentType } from 'discord.js';
import type { Message } from './answer.ts';
import type { ActionRow } from './components.ts';

/**
 * Discord's limits, in characters unless the name says otherwise.
 * Source: https://docs.discord.com/developers/resources/message#embed-object-embed-limits and
 * https://docs.discord.com/developers/components/reference
 */
export const limits = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  allEmbeds: 6000,
  rows: 5,
  buttonsInRow: 5,
  menuOptions: 25,
  menuText: 100,
  placeholder: 150,
  customId: 100,
  label: 80,
  url: 512,
  choices: 25,
  choiceText: 100,
} as const;

/** Throws when Discord would refuse the message for its size, and says which part is too long. */
export function checkLimits(message: Message): void {
  const faults = [...overruns(message)];
  if (faults.length > 0) throw new Error(`Discord would refuse this message: ${faults.join('; ')}`);
}

function* overruns(message: Message): Generator<string> {
  const { embeds = [], components = [] } = message;
  yield* over('content', message.content, limits.content);
  for (const [index, embed] of embeds.entries()) yield* embedOverruns(`embeds[${index}]`, embed);
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (total > limits.allEmbeds) yield `all embeds have ${total} characters of ${limits.allEmbeds}`;
  if (embeds.length > limits.embeds) yield `${embeds.length} embeds of ${limits.embeds}`;
  if (components.length > limits.rows) yield `${components.length} rows of ${limits.rows}`;
  for (const [index, row] of components.entries()) yield* rowOverruns(`row ${index}`, row);
  const seen = new Set<string>();
  for (const component of components.flatMap((row) => row.components)) {
    if (!('custom_id' in component)) continue;
    if (seen.has(component.custom_id)) yield `two components have the custom_id ${component.custom_id}`;
    seen.add(component.custom_id);
  }
}

function* rowOverruns(at: string, { components }: ActionRow): Generator<string> {
  if (components.length > limits.buttonsInRow)
    yield `${at} has ${components.length} parts of ${limits.buttonsInRow}`;
  for (const part of components) {
    if (part.type === ComponentType.StringSelect) {
      const { options } = part;
      if (options.length < 1 || options.length > limits.menuOptions)
        yield `${at} has a menu of ${options.length} options`;
      for (const { label, value } of options) {
        yield* over(`${at} option`, label, limits.menuText, 1);
        yield* over(`${at} value`, value, limits.menuText, 1);
      }
    } else if ('label' in part) yield* over(`${at} label`, part.label, limits.label, 1);
    if ('url' in part) yield* over(`${at} url`, part.url, limits.url, 1);
    if ('custom_id' in part) yield* over(`${at} custom_id`, part.custom_id, limits.customId, 1);
  }
}

function* embedOverruns(at: string, embed: APIEmbed): Generator<string> {
  yield* over(`${at}.title`, embed.title, limits.embedTitle);
  yield* over(`${at}.description`, embed.description, limits.embedDescription);
  yield* over(`${at}.footer`, embed.footer?.text, limits.footer);
  const fields = embed.fields ?? [];
  if (fields.length > limits.embedFields) yield `${at} has ${fields.length} fields of ${limits.embedFields}`;
  for (const field of fields) {
    yield* over(`${at} field "${field.name}" name`, field.name, limits.fieldName, 1);
    yield* over(`${at} field "${field.name}"`, field.value, limits.fieldValue, 1);
  }
}

function* over(what: string, text: string | undefined, most: number, least = 0): Generator<string> {
  const length = text?.length ?? 0;
  if (length > most) yield `${what} has ${length} characters of ${most}`;
  if (length < least) yield `${what} is empty`;
}

/** The characters of an embed that count towards the limit over all embeds of a message. */
function embedLength(embed: APIEmbed): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  for (const field of embed.fields ?? []) texts.push(field.name, field.value);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
