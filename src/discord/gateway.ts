import {
  type APIInteraction,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  HTTPError,
  type REST,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { StartError } from './errors.ts';
import type { AnswerMessage, HeardMessage } from './mentions.ts';
import type { Respond } from './respond.ts';

/** A bot that is connected to Discord's gateway. */
export type Gateway = {
  readonly applicationId: string;
  readonly rest: REST;
  isReady(): boolean;
  /** Takes no more interactions, answers those under way, and leaves. */
  close(): Promise<void>;
};

/** How to connect, and whom to tell. */
export type GatewayOptions = {
  readonly token: string;
  /** Discord's API without the version, like https://discord.com/api */
  readonly apiUrl: string;
  readonly log: Logger;
  /** Answers mentions and direct messages; without it none are received. */
  readonly answerMessage: AnswerMessage | undefined;
  /** Told why, when Discord has ended the connection for good. */
  lost(reason: string): void;
};

/**
 * Logs in and answers every interaction with `respond`.
 *
 * @throws StartError when the token is refused or Discord is out of reach
 */
export async function openGateway(
  { token, apiUrl, log, answerMessage, lost }: GatewayOptions,
  respond: Respond,
): Promise<Gateway> {
  const intents = answerMessage ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : [];
  const client = new Client({ intents, shards: 'auto', rest: { api: apiUrl } });
  const underWay = new Set<Promise<void>>();

  const follow = (work: Promise<void>) => {
    const followed = work.finally(() => underWay.delete(followed));
    underWay.add(followed);
  };
  const take = (interaction: APIInteraction) => follow(answer(client.rest, respond, interaction, log));
  const hear = (message: HeardMessage) => follow(post(client, answerMessage, message, log));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, take);
  if (answerMessage) client.ws.on(GatewayDispatchEvents.MessageCreate, hear);
  client.on(Events.Error, (error) => log.error({ err: error }, 'the connection to Discord failed'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'reconnecting to Discord'));
  client.on(Events.ShardDisconnect, ({ code }) =>
    lost(`Discord closed the connection for good (code ${code})`),
  );
  client.on(Events.Invalidated, () => lost('Discord ended the session for good'));

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw loginError(error, apiUrl);
  }
  const { application } = await ready;

  return {
    applicationId: application.id,
    rest: client.rest,
    isReady: () => client.isReady(),
    async close() {
      client.ws.off(GatewayDispatchEvents.InteractionCreate, take);
      client.ws.off(GatewayDispatchEvents.MessageCreate, hear);
      await Promise.allSettled(underWay);
      // That the connection ends is what we want now.
      client.removeAllListeners(Events.ShardDisconnect);
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** Answers one interaction; whatever goes wrong is logged, without the interaction's token. */
async function answer(rest: REST, respond: Respond, interaction: APIInteraction, log: Logger): Promise<void> {
  const started = performance.now();
  const took = () => Math.round(performance.now() - started);
  try {
    const { response, files } = await respond(interaction);
    await rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body: response,
      auth: false,
      ...(files ? { files: [...files] } : {}),
    });
    log.debug({ interaction: interaction.id, took: took() }, 'answered');
  } catch (error) {
    const reason = error instanceof DiscordAPIError ? { code: error.code, status: error.status } : {};
    log.error(
      { interaction: interaction.id, took: took(), ...reason, reason: (error as Error).message },
      'Discord did not take the answer',
    );
  }
}

/** Posts the reply to a message, where there is one. */
async function post(
  client: Client,
  answerMessage: AnswerMessage | undefined,
  message: HeardMessage,
  log: Logger,
): Promise<void> {
  try {
    const body = answerMessage?.(message, client.user?.id ?? '');
    if (body) await client.rest.post(Routes.channelMessages(message.channel_id), { body });
  } catch (error) {
    log.error({ message: message.id, reason: (error as Error).message }, 'a message could not be answered');
  }
}

function loginError(error: unknown, apiUrl: string): StartError {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new StartError(
      'Discord refused the token: copy it anew from your application’s Bot page into DISCORD_TOKEN.',
    );
  }
  const status =
    error instanceof HTTPError || error instanceof DiscordAPIError ? ` (HTTP ${error.status})` : '';
  return new StartError(
    `Discord cannot be reached at ${apiUrl}${status}: check the network, and DISCORD_API_URL if you set it. (${(error as Error).message})`,
  );
}
