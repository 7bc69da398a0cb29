import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type REST, type RouteLike, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { type AnyCommand, declarationsOf } from './command.ts';

/** The ids that Discord gave the commands, by name. */
export type CommandIds = ReadonlyMap<string, string>;

/** Whose commands are registered, and how. */
export type Registrar = {
  readonly rest: REST;
  readonly applicationId: string;
  readonly devGuild: string | undefined;
  readonly log: Logger;
};

/**
 * Sees to it that Discord has exactly these commands, and writes only when it does not.
 *
 * @param devGuild - registers to that one server, at once, and clears the global commands
 * @throws DiscordAPIError when Discord refuses the commands or the token
 */
export async function registerCommands(
  { rest, applicationId, devGuild, log }: Registrar,
  commands: readonly AnyCommand[],
): Promise<CommandIds> {
  const global = Routes.applicationCommands(applicationId);
  if (devGuild === undefined) return idsOf(await overwrite(rest, global, commands, log));

  const registered = await overwrite(
    rest,
    Routes.applicationGuildCommands(applicationId, devGuild),
    commands,
    log,
  );
  log.warn({ guild: devGuild }, 'commands are registered in one server only; every other server loses them');
  await overwrite(rest, global, [], log);
  return idsOf(registered);
}

/** Takes the commands of one server away, so that they do not stand beside the global ones. */
export async function clearGuildCommands(rest: REST, applicationId: string, guild: string): Promise<void> {
  await rest.put(Routes.applicationGuildCommands(applicationId, guild), { body: [] });
}

async function overwrite(
  rest: REST,
  route: RouteLike,
  commands: readonly AnyCommand[],
  log: Logger,
): Promise<APIApplicationCommand[]> {
  const present = (await rest.get(route)) as APIApplicationCommand[];
  const wanted = declarationsOf(commands);
  if (isDeepStrictEqual(comparable(present), comparable(wanted))) return present;
  log.info({ commands: wanted.length }, 'registering commands');
  return (await rest.put(route, { body: wanted })) as APIApplicationCommand[];
}

const sent = [
  'type',
  'name',
  'description',
  'options',
  'required',
  'autocomplete',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'default_member_permissions',
  'contexts',
  'integration_types',
];

/** Commands by name, with only the fields that we send, and without those that have Discord's default. */
const comparable = (commands: readonly object[]) =>
  Object.fromEntries(
    commands.map((command) => [(command as { name: string }).name, comparableValue({ type: 1, ...command })]),
  );

function comparableValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparableValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, part]) =>
      sent.includes(key) &&
      part !== null &&
      part !== undefined &&
      part !== false &&
      part !== '' &&
      !(Array.isArray(part) && part.length === 0),
  );
  return Object.fromEntries(entries.map(([key, part]) => [key, comparableValue(part)]));
}

const idsOf = (registered: readonly APIApplicationCommand[]): CommandIds =>
  new Map(registered.map(({ name, id }) => [name, id]));
