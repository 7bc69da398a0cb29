import {
  type APIInteraction,
  type APIInteractionResponse,
  Client,
  type ClientOptions,
  GatewayDispatchEvents,
  type RawFile,
  Routes,
} from 'discord.js';
import Fastify, { type FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { localDiscord } from '../../src/playground/discord.ts';
import type { LocalDiscord, LocalDiscordOptions } from '../../src/playground/local-discord.ts';

/** A bot's answer, with the files that go with it. */
export type Reply = { body: APIInteractionResponse | object; files?: RawFile[]; query?: URLSearchParams };

/** A local Discord that listens on a free port until the test ends. */
export async function openDiscord(options: LocalDiscordOptions = {}) {
  const app: FastifyInstance = Fastify({ forceCloseConnections: true });
  const discord = localDiscord(app, options);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    discord.close();
    await app.close();
  });
  return { app, discord, address, api: `${address}/api` };
}

/** A real discord.js client that is connected to the local Discord until the test ends. */
export async function openBot(
  { discord, api }: { discord: LocalDiscord; api: string },
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client = new Client({ intents: [], ...options, rest: { api, retries: 0 } });
  onTestFinished(() => client.destroy());
  client.on('error', () => {});
  await client.login(discord.token);
  await discord.ready;
  return client as Client<true>;
}

/** The bot's way to answer: what the local Discord says to it, or the error that discord.js throws. */
export const callback = (client: Client, interaction: APIInteraction, { body, files, query }: Reply) =>
  client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body,
    auth: false,
    ...(files && { files }),
    ...(query && { query }),
  });

/** A local Discord, a bot that declares the commands and answers everything with `reply`. */
export async function openBoth(
  commands: readonly object[],
  reply: (interaction: APIInteraction, client: Client) => Reply | Promise<Reply | undefined> | undefined,
  options: LocalDiscordOptions = {},
) {
  const place = await openDiscord(options);
  const client = await openBot(place);
  const refusals: unknown[] = [];
  client.ws.on(GatewayDispatchEvents.InteractionCreate, async (interaction: APIInteraction) => {
    const answer = await reply(interaction, client);
    if (answer) await callback(client, interaction, answer).catch((error) => refusals.push(error));
  });
  await client.rest.put(Routes.applicationCommands(client.application.id), { body: commands });
  return { ...place, client, refusals };
}
