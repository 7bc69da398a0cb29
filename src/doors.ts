import { type APIInteraction, DiscordAPIError, InteractionType, REST, Routes } from 'discord.js';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config, Door } from './config.ts';
import type { AnyCommand } from './discord/command.ts';
import { StartError } from './discord/errors.ts';
import { openGateway } from './discord/gateway.ts';
import { serveInteractions } from './discord/http.ts';
import type { AnswerMessage } from './discord/mentions.ts';
import { type CommandIds, clearGuildCommands, type Registrar, registerCommands } from './discord/register.ts';
import type { Respond } from './discord/respond.ts';
import type { Fault } from './knowledge/files.ts';

/** A door that is open: interactions come in. */
export type OpenDoor = {
  readonly commandIds: CommandIds;
  isReady(): boolean;
  /** For a page that shows answers: the knowledge base changed, or an edit of it is broken. */
  knowledgeReloaded?(): void;
  knowledgeFaults?(faults: readonly Fault[]): void;
  close(): Promise<void>;
};

/** A door whose routes are in place; it opens once the web server listens at `address`. */
export type PreparedDoor = { open(address: string): Promise<OpenDoor> };

type Parts = {
  readonly app: FastifyInstance;
  readonly commands: readonly AnyCommand[];
  readonly respond: Respond;
  readonly answerMessage: AnswerMessage;
  readonly log: Logger;
  say(line: string): void;
  /** Told why, when Discord has ended the connection for good. */
  lost(reason: string): void;
};

export function prepareDoor(config: Config, parts: Parts): PreparedDoor | Promise<PreparedDoor> {
  switch (config.door) {
    case 'playground':
      return playgroundDoor(config, parts);
    case 'gateway':
      return { open: () => gatewayDoor(config, parts) };
    case 'http':
      return httpDoor(config, parts);
  }
}

async function playgroundDoor(
  { answerMentions }: Extract<Door, { door: 'playground' }>,
  parts: Parts,
): Promise<PreparedDoor> {
  const { startPlayground } = await import('./playground/server.ts');
  const playground = await startPlayground(parts.app, {
    log: parts.log,
    // Asked again, it would answer with another idea.
    refreshes: (command) => command !== 'project-idea',
  });
  return {
    async open(address) {
      const local = {
        door: 'gateway',
        answerMentions,
        token: playground.token,
        apiUrl: playground.apiUrl(),
        devGuild: undefined,
      } as const;
      const door = await gatewayDoor(local, { ...parts, say: () => {} });
      parts.say(`Signpost is at ${address}`);
      return {
        ...door,
        knowledgeReloaded: () => playground.knowledgeReloaded(),
        knowledgeFaults: (faults) => playground.knowledgeFaults(faults),
      };
    },
  };
}

async function gatewayDoor(
  { token, apiUrl, devGuild, answerMentions }: Extract<Door, { door: 'gateway' }>,
  { commands, respond, answerMessage, log, say, lost }: Parts,
): Promise<OpenDoor> {
  let registrar: Registrar | undefined;
  const taking = withoutLeftovers(respond, devGuild, log, () => registrar);
  const hearing = { answerMessage: answerMentions ? answerMessage : undefined };
  const gateway = await openGateway({ token, apiUrl, log, lost, ...hearing }, taking);
  registrar = { rest: gateway.rest, applicationId: gateway.applicationId, devGuild, log };
  try {
    const commandIds = await registered(registrar, commands);
    say(
      `Signpost is connected to Discord. Invite it to a server: ${inviteLink(gateway.applicationId, answerMentions)}`,
    );
    return { commandIds, isReady: gateway.isReady, close: gateway.close };
  } catch (error) {
    await gateway.close();
    throw error;
  }
}

function httpDoor(config: Extract<Door, { door: 'http' }>, parts: Parts): PreparedDoor {
  const { app, commands, respond, log, say } = parts;
  const { token, apiUrl, devGuild } = config;
  const rest = token === undefined ? undefined : new REST({ api: apiUrl }).setToken(token);
  let registrar: Registrar | undefined;
  serveInteractions(
    app,
    config.publicKey,
    withoutLeftovers(respond, devGuild, log, () => registrar),
  );
  const served = { isReady: () => true, close: async () => {} };
  return {
    async open(address) {
      say(`Signpost takes Discord’s interactions at ${address}/interactions`);
      if (!rest) {
        say('Without DISCORD_TOKEN the commands are not registered.');
        return { commandIds: new Map(), ...served };
      }
      const applicationId = config.applicationId ?? (await ownId(rest));
      registrar = { rest, applicationId, devGuild, log };
      const commandIds = await registered(registrar, commands);
      say(`Invite it to a server: ${inviteLink(applicationId)}`);
      return { commandIds, ...served };
    },
  };
}

/** Commands need no bot user; only to read and write messages must it be in the server. */
const inviteLink = (applicationId: string, withMessages = false) =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=applications.commands${withMessages ? '+bot&permissions=0' : ''}`;

async function ownId(rest: REST): Promise<string> {
  try {
    return ((await rest.get(Routes.currentApplication())) as { id: string }).id;
  } catch (error) {
    throw new StartError(
      `Discord did not say which application the token belongs to: check DISCORD_TOKEN, or set DISCORD_APPLICATION_ID. (${(error as Error).message})`,
    );
  }
}

/**
 * Registers the commands.
 *
 * @throws StartError with what to do when Discord does not let us
 */
async function registered(registrar: Registrar, commands: readonly AnyCommand[]): Promise<CommandIds> {
  try {
    return await registerCommands(registrar, commands);
  } catch (error) {
    const status = error instanceof DiscordAPIError ? error.status : undefined;
    if (status === 401) throw new StartError('Discord refused the token: check DISCORD_TOKEN.');
    if (status === 403 && registrar.devGuild) {
      throw new StartError(
        'Discord does not let the bot register commands in DISCORD_DEV_GUILD: invite it there with the scope applications.commands, or leave the variable out.',
      );
    }
    throw new StartError(
      `The commands could not be registered: ${(error as Error).message}. Check the network, and DISCORD_API_URL if you set it.`,
    );
  }
}

/** Clears a server's own commands when one of them is used, for the same commands are registered globally. */
function withoutLeftovers(
  respond: Respond,
  devGuild: string | undefined,
  log: Logger,
  registrar: () => Registrar | undefined,
): Respond {
  const cleared = new Set(devGuild === undefined ? [] : [devGuild]);
  const clear = async (guild: string) => {
    const known = registrar();
    if (!known) return;
    cleared.add(guild);
    try {
      await clearGuildCommands(known.rest, known.applicationId, guild);
      log.info({ guild }, 'cleared commands that were left in one server');
    } catch (error) {
      cleared.delete(guild);
      log.error(
        { guild, reason: (error as Error).message },
        'could not clear the commands left in one server',
      );
    }
  };
  return (interaction: APIInteraction) => {
    const guild =
      interaction.type === InteractionType.ApplicationCommand ? interaction.data.guild_id : undefined;
    if (guild !== undefined && !cleared.has(guild)) void clear(guild);
    return respond(interaction);
  };
}
