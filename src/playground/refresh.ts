import { InteractionResponseType as Answer, type APIInteraction, MessageFlags } from 'discord.js';
import type { Interactions } from './interactions.ts';
import type { MessageBody } from './message-form.ts';
import type { Messages, Upload } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Payloads } from './payloads.ts';

/** What became of a message when its answer was asked for again; "kept": it could not be replaced. */
export type Refreshed = 'same' | 'changed' | 'kept';

/** What a message shows, and the interaction that made it so. */
type Source = {
  readonly interaction: APIInteraction;
  readonly command: string | undefined;
  readonly type: Answer;
  readonly data: MessageBody;
  readonly files: readonly Upload[];
};

const remembered = 200;

/** Remembers which interaction each message answers, so that the answer can be asked for once more. */
export function refresher({
  messages,
  payloads,
  interactions,
}: {
  messages: Messages;
  payloads: Payloads;
  interactions: Interactions;
}) {
  const sources = new Map<string, Source>();

  return {
    /** The name of the command that a message goes back to, through all the clicks on it. */
    commandOf: (message: string) => sources.get(message)?.command,

    remember({ interaction, response, files, message }: Outcome, command: string | undefined) {
      if (!message) return;
      const { type } = response;
      if (type !== Answer.ChannelMessageWithSource && type !== Answer.UpdateMessage) return;
      sources.delete(message.id);
      sources.set(message.id, {
        interaction,
        command,
        type,
        data: (response.data ?? {}) as MessageBody,
        files,
      });
      for (const oldest of sources.keys()) {
        if (sources.size <= remembered) break;
        sources.delete(oldest);
      }
    },

    /** Asks again, if `may` says so of the command that the message goes back to. */
    async refresh(id: string, may: (command: string) => boolean = () => true): Promise<Refreshed> {
      const source = sources.get(id);
      if (!source || !may(source.command ?? '')) return 'kept';
      const outcome = await interactions.ask(payloads.again(source.interaction), { trial: true });
      const { response, files } = outcome;
      if (response.type !== source.type || !('data' in response)) return 'kept';
      const data = (response.data ?? {}) as MessageBody;
      // A private answer where a public one stood is a decline: what is on the screen was right when it came.
      if (isPrivate(data) !== isPrivate(source.data) && source.type !== Answer.UpdateMessage) return 'kept';
      if (sameAnswer(source, { data, files })) return 'same';
      if (sources.get(id) !== source) return 'kept';
      const { flags, tts, ...body } = data;
      const blank = source.type === Answer.UpdateMessage ? {} : { content: null, embeds: [], components: [] };
      messages.edit(id, { ...blank, attachments: [], ...body }, files, outcome.origin);
      sources.set(id, { ...source, data, files });
      return 'changed';
    },
  };
}

const isPrivate = ({ flags }: MessageBody) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

type Shown = Pick<Source, 'data' | 'files'>;

const sameAnswer = (a: Shown, b: Shown) =>
  JSON.stringify(a.data) === JSON.stringify(b.data) &&
  a.files.length === b.files.length &&
  a.files.every(({ data }, index) => b.files[index]?.data.equals(data));
