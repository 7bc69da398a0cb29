import { randomBytes } from 'node:crypto';
import {
  InteractionResponseType as Answer,
  type APIInteraction,
  type APIInteractionResponse,
  MessageFlags,
} from 'discord.js';
import { type Callback, checkCallback } from './callback-form.ts';
import { type DiscordFault, faults } from './faults.ts';
import type { MessageBody } from './message-form.ts';
import type { Messages, Stored, Upload } from './messages.ts';
import { NoAnswer, type Outcome } from './outcome.ts';
import { relation, whoAsked } from './relation.ts';
import type { World } from './world.ts';

/** An interaction on its way: what webhook routes and the callback need to know of it. */
type Pending = {
  readonly interaction: APIInteraction;
  readonly focused: number | undefined;
  /** Only looks at the answer: nothing is posted or changed. */
  readonly trial: boolean;
  readonly sent: number;
  state: 'waiting' | 'answered' | 'expired';
  refusal?: DiscordFault;
  /** The message that "@original" means. */
  original?: string;
  settle(outcome: Outcome): void;
};

export type Interactions = ReturnType<typeof interactionDesk>;

type Parts = {
  readonly world: World;
  readonly messages: Messages;
  /** Hands the interaction to the bot. */
  readonly send: (interaction: APIInteraction) => void;
  /** Hears of every answer that made or changed a message. */
  readonly answered: (outcome: Outcome) => void;
  readonly answerWithin: number;
  readonly tokensLast: number;
};

/** Where interactions wait for their answers; times in milliseconds. */
export function interactionDesk({ world, messages, send, answered, answerWithin, tokensLast }: Parts) {
  const byToken = new Map<string, Pending>();
  const timers = new Set<NodeJS.Timeout>();
  const after = (ms: number, action: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      action();
    }, ms).unref();
    timers.add(timer);
    return timer;
  };

  /** Where the answer's message goes, and what it says of its interaction. */
  const envelope = ({ interaction }: Pending, flags: number | null | undefined, origin: string) => ({
    author: world.bot,
    channelId: interaction.channel?.id ?? world.channel.id,
    seenBy: (flags ?? 0) & MessageFlags.Ephemeral ? whoAsked(interaction).id : undefined,
    origin,
    more: {
      flags: ((flags ?? 0) & MessageFlags.Ephemeral) as MessageFlags,
      application_id: world.application.id,
      webhook_id: world.application.id,
      ...relation(interaction),
    },
  });

  const carryOut = (pending: Pending, callback: Callback, files: readonly Upload[], origin: string) => {
    const source = 'message' in pending.interaction ? pending.interaction.message?.id : undefined;
    switch (callback.type) {
      case Answer.ChannelMessageWithSource:
        return messages.add(envelope(pending, callback.data.flags, origin), callback.data, files);
      case Answer.DeferredChannelMessageWithSource:
        return messages.addThinking(envelope(pending, callback.data.flags, origin));
      case Answer.UpdateMessage:
        return messages.edit(source ?? '', callback.data, files, origin);
      case Answer.DeferredMessageUpdate:
        return messages.get(source ?? '');
      default:
        return undefined;
    }
  };

  const webhook = (application: string, token: string): Pending => {
    const pending = byToken.get(token);
    if (application !== world.application.id || !pending) throw faults.unknownWebhook();
    if (pending.state === 'expired') throw faults.invalidWebhookToken();
    if (pending.state === 'waiting') throw faults.unknownWebhook();
    return pending;
  };

  return {
    /** Sends the interaction and waits for the answer; rejects with NoAnswer. */
    ask(
      interaction: APIInteraction,
      { focused, trial = false }: { focused?: number; trial?: boolean } = {},
    ): Promise<Outcome> {
      return new Promise((resolve, reject) => {
        const pending: Pending = {
          interaction,
          focused,
          trial,
          sent: performance.now(),
          state: 'waiting',
          settle(outcome) {
            clearTimeout(late);
            timers.delete(late);
            resolve(outcome);
          },
        };
        byToken.set(interaction.token, pending);
        const late = after(answerWithin, () => {
          byToken.delete(interaction.token);
          reject(new NoAnswer(interaction, pending.refusal));
        });
        after(tokensLast, () => {
          pending.state = 'expired';
          // A while longer it is told that its token ran out; then it is forgotten.
          after(tokensLast, () => byToken.delete(interaction.token));
        });
        send(interaction);
      });
    },

    /** Takes the bot's answer; returns the pending interaction and the message, or throws Discord's refusal. */
    answer(id: string, token: string, body: unknown, files: readonly Upload[], origin: string) {
      const pending = byToken.get(token);
      if (!pending || pending.interaction.id !== id || pending.state === 'expired') {
        throw faults.unknownInteraction();
      }
      if (pending.state === 'answered') throw faults.alreadyAcknowledged();
      const took = performance.now() - pending.sent;
      try {
        const callback = checkCallback(body, pending.interaction, pending.focused);
        const stored = pending.trial ? undefined : carryOut(pending, callback, files, origin);
        pending.state = 'answered';
        if (stored) pending.original = stored.message.id;
        const outcome: Outcome = {
          interaction: pending.interaction,
          response: body as APIInteractionResponse,
          files,
          origin,
          took,
          ...(stored && { message: stored.message }),
        };
        if (stored) answered(outcome);
        pending.settle(outcome);
        return { interaction: pending.interaction, type: callback.type, stored };
      } catch (error) {
        pending.refusal = error as DiscordFault;
        throw error;
      }
    },

    /** The message that a webhook address means: the answer's, or one of its follow-ups. */
    webhookMessage(application: string, token: string, id: string): Stored {
      const { original } = webhook(application, token);
      const stored = messages.get(id === '@original' ? (original ?? '') : id);
      if (stored.message.author.id !== world.bot.id) throw faults.unknownMessage();
      return stored;
    },

    /** Posts a follow-up; the first one after a deferred answer takes its place, as in Discord. */
    followUp(
      application: string,
      token: string,
      body: MessageBody,
      files: readonly Upload[],
      origin: string,
    ) {
      const pending = webhook(application, token);
      const first = pending.original && messages.get(pending.original);
      if (first && (first.message.flags ?? 0) & MessageFlags.Loading) {
        return messages.edit(first.message.id, body, files, origin);
      }
      return messages.add(envelope(pending, body.flags, origin), body, files);
    },

    close() {
      for (const timer of timers) clearTimeout(timer);
      byToken.clear();
    },
  };
}

/** A new token, as hard to guess as Discord's. */
export const newToken = () => randomBytes(48).toString('base64url');
