import {
  type APIApplicationCommandOptionChoice,
  type APIEmbed,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  type RawFile,
} from 'discord.js';
import type { ActionRow } from './components.ts';
import { checkLimits, limits } from './limits.ts';

/**
 * What a handler answers with. It knows nothing of who will see it: `respond` applies `private`, `for` and the rest.
 */
export type Message = {
  /** One plain sentence, for people who see no embeds. */
  readonly content: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly ActionRow[];
  readonly files?: readonly RawFile[];
  /** Whoever asked sees it alone, whatever they chose: for "nothing on that", menus and care. */
  readonly private?: true;
  /** It never takes the place of the message that was clicked: a word beside it, like thanks. */
  readonly aside?: true;
};

/** An interaction's response as Discord takes it, with the files that go beside it. */
export type Answer = { readonly response: APIInteractionResponse; readonly files?: readonly RawFile[] };

/** A choice of a completed option: its name is shown, its value is submitted. */
export type Choice = { readonly name: string; readonly value: string };

/** A new message. `pings` is the one user who may be notified by it. */
export function reply(
  message: Message,
  { ephemeral = false, pings }: { ephemeral?: boolean; pings?: string } = {},
): Answer {
  const data = { ...dataOf(message, pings), ...(ephemeral ? { flags: MessageFlags.Ephemeral } : {}) };
  return withFiles({ type: InteractionResponseType.ChannelMessageWithSource, data }, message);
}

/** The message that was clicked on, replaced. */
export function update(message: Message): Answer {
  return withFiles({ type: InteractionResponseType.UpdateMessage, data: dataOf(message) }, message);
}

/** What is offered while somebody types. */
export function choices(offered: readonly Choice[]): Answer {
  const data: { choices: APIApplicationCommandOptionChoice<string>[] } = {
    choices: offered.slice(0, limits.choices),
  };
  return { response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data } };
}

function dataOf(message: Message, pings?: string): APIInteractionResponseCallbackData {
  checkLimits(message);
  return {
    content: message.content,
    embeds: [...(message.embeds ?? [])],
    components: [...(message.components ?? [])],
    allowed_mentions: pings === undefined ? { parse: [] } : { parse: [], users: [pings] },
  };
}

const withFiles = (response: APIInteractionResponse, { files }: Message): Answer =>
  files ? { response, files } : { response };
