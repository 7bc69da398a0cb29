import { type APIMessage, MessageType, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Message } from './answer.ts';
import { checkLimits } from './limits.ts';

/** A message as the gateway gives it: in a server, or direct. */
export type HeardMessage = APIMessage & { readonly guild_id?: string };

/** What is posted in reply to a message that mentions the bot or is written to it directly; undefined for any other. */
export type AnswerMessage = (
  message: HeardMessage,
  botId: string,
) => RESTPostAPIChannelMessageJSONBody | undefined;

/** A reply in a channel cannot be private, so what should be is not said there. */
const inPrivate = 'I can answer that better in private: type `/ask` and your question.';

/** Answers mentions and direct messages with `ask`. */
export const mentionAnswers =
  (ask: (question: string) => Message): AnswerMessage =>
  (message, botId) => {
    const direct = message.guild_id === undefined;
    // A reply to the bot mentions it too, but says so to Discord alone; "thanks!" asks for nothing.
    const mentioned = message.content.includes(`<@${botId}>`) || message.content.includes(`<@!${botId}>`);
    const written = message.type === MessageType.Default || message.type === MessageType.Reply;
    if (message.author.bot || !written || !(direct || mentioned)) return undefined;
    const answer = ask(message.content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ').trim());
    const shown: Message = answer.private && !direct ? { content: inPrivate } : answer;
    checkLimits(shown);
    return {
      content: shown.content,
      embeds: [...(shown.embeds ?? [])],
      components: [...(shown.components ?? [])],
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: message.id, fail_if_not_exists: false },
    };
  };
