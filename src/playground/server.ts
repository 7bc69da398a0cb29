import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Fault } from '../knowledge/files.ts';
import { localDiscord } from './discord.ts';
import type { LocalDiscord } from './local-discord.ts';
import { onlyLoopback } from './loopback.ts';
import { servePage } from './page.ts';
import { tabsOf } from './tabs.ts';

/** The playground: a local Discord and the page that shows it. */
export type Playground = {
  readonly token: string;
  readonly discord: LocalDiscord;
  /** Where the bot finds the local Discord; call it once the server listens. */
  apiUrl(): string;
  /** Asks the bot anew for the answers on the screen, and shows those that changed. */
  knowledgeReloaded(): void;
  /** Shows what is wrong with an edit, until the next good one. */
  knowledgeFaults(faults: readonly Fault[]): void;
};

export type PlaygroundOptions = {
  readonly log: Logger;
  /** Whether the answers of a command may be asked for again after a reload; not where it changes something. */
  readonly refreshes?: (command: string) => boolean;
  /** How long the bot has for an answer, in milliseconds; Discord's 3000 when absent. */
  readonly answerWithin?: number;
};

/**
 * Puts the playground on the server: the page at /, the local Discord below /api, loopback only.
 *
 * @throws when the page cannot be bundled because the development dependencies are not installed
 */
export async function startPlayground(
  app: FastifyInstance,
  { log, refreshes = () => true, answerWithin = 3000 }: PlaygroundOptions,
): Promise<Playground> {
  const sockets = onlyLoopback(app);
  const discord = localDiscord(app, { sockets, answerWithin });
  const tabs = tabsOf(discord);
  sockets.at('/playground', tabs.open);
  await servePage(app);
  app.addHook('onClose', async () => discord.close());

  return {
    token: discord.token,
    discord,
    apiUrl() {
      const { address, family, port } = app.server.address() as AddressInfo;
      return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/api`;
    },
    knowledgeReloaded() {
      tabs.reloaded(refreshes).catch((error: Error) => log.error({ err: error }, 'answers were not renewed'));
    },
    knowledgeFaults: tabs.faulty,
  };
}
