import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  ComponentType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionResponseType,
} from 'discord.js';
import type { FastifyInstance } from 'fastify';
import type { Choice } from './callback-form.ts';
import { commandRegistry } from './commands.ts';
import { gateway } from './gateway.ts';
import { interactionDesk, type Outcome } from './interactions.ts';
import { onlyLoopback, type Sockets } from './loopback.ts';
import { messageStore, type Stored } from './messages.ts';
import { checkOptions, chosen, type Given, known } from './options.ts';
import { payloadsOf } from './payloads.ts';
import { type Refreshed, refresher } from './refresh.ts';
import { restRoutes } from './rest.ts';
import { snowflakes } from './snowflake.ts';
import { type Member, makeWorld, userOf, type World } from './world.ts';

/** Something that happened and that a page may want to show. */
export type DiscordEvent =
  | { readonly type: 'message' | 'edit' | 'delete'; readonly stored: Stored }
  | { readonly type: 'answer'; readonly outcome: Outcome }
  | { readonly type: 'commands' }
  | { readonly type: 'bot'; readonly online: boolean };

/** Who acts, by id: the first member when absent; `direct`: in direct messages with the bot. */
export type Actor = { readonly user?: string; readonly direct?: boolean };

/** A Discord of one server on loopback, to which the real discord.js client connects. */
export type LocalDiscord = {
  readonly token: string;
  readonly applicationId: string;
  readonly guild: World['guild'];
  readonly channel: World['channel'];
  readonly bot: World['bot'];
  readonly members: readonly Member[];
  /** Fulfilled once a bot has identified. */
  readonly ready: Promise<void>;
  isOnline(): boolean;
  /** Whether a bot is connected that reads plain messages of the server. */
  hears(): boolean;
  /** All registered commands, global ones first. */
  commands(): readonly APIApplicationCommand[];
  /** The commands that Discord's client offers to the member there. */
  commandsFor(actor?: Actor): readonly APIApplicationCommand[];
  /** Runs a slash command, "name" or "name subcommand"; rejects with NoAnswer, or with what the client would say. */
  run(asked: Actor & { name: string; options?: Given }): Promise<Outcome>;
  /** Asks the bot for the choices of an option in which `typed` stands so far. */
  complete(
    asked: Actor & { name: string; options?: Given; option: string; typed: string },
  ): Promise<Choice[]>;
  /** Clicks a button, or chooses `values` in a menu, of a message that the member sees. */
  click(asked: Actor & { message: string; customId: string; values?: readonly string[] }): Promise<Outcome>;
  /** Runs a command of a message's "Apps" menu. */
  messageCommand(asked: Actor & { name: string; message: string }): Promise<Outcome>;
  /** Writes a plain message; the bot hears of it if its intents ask for that. */
  say(asked: Actor & { content: string }): APIMessage;
  /** The messages that a member sees, or all of them, oldest first. */
  messages(viewer?: string): readonly Stored[];
  /** Asks the bot anew for the answer that a message shows, and puts it in place where it differs. */
  refresh(message: string, may?: (command: string) => boolean): Promise<Refreshed>;
  /** Calls `listener` for everything that happens, until the returned function is called. */
  on(listener: (event: DiscordEvent) => void): () => void;
  /** Troubles that a gateway makes: a cut connection, a request to reconnect, sessions declared void. */
  readonly trouble: { drop(): void; reconnect(): void; invalidate(): void };
  close(): void;
};

/** Times in milliseconds. */
export type LocalDiscordOptions = {
  readonly token?: string;
  readonly applicationId?: string;
  readonly name?: string;
  readonly answerWithin?: number;
  readonly tokensLast?: number;
  readonly heartbeatEvery?: number;
  readonly resumableFor?: number;
  /** Where WebSocket addresses are opened; given when the caller opens some of its own. */
  readonly sockets?: Sockets;
};

/** Puts a local Discord on the server: REST below /api/v10, the gateway at /gateway, files below /attachments. */
export function localDiscord(app: FastifyInstance, options: LocalDiscordOptions = {}): LocalDiscord {
  const applicationId = options.applicationId ?? '100000000000000001';
  const token = options.token ?? 'playground-token';
  const snowflake = snowflakes();
  const world = makeWorld(applicationId, options.name ?? 'Signpost');
  const listeners = new Set<(event: DiscordEvent) => void>();
  const emit = (event: DiscordEvent) => {
    for (const listener of listeners) listener(event);
  };

  const connected = Promise.withResolvers<void>();
  const gate = gateway(world, {
    token,
    heartbeatEvery: options.heartbeatEvery ?? 41_250,
    resumableFor: options.resumableFor ?? 60_000,
    connected(online) {
      if (online) connected.resolve();
      emit({ type: 'bot', online });
    },
  });
  const commands = commandRegistry(applicationId, snowflake, () => emit({ type: 'commands' }));
  const messages = messageStore(world, snowflake, (type, stored) => emit({ type, stored }));
  const payloads = payloadsOf(world, snowflake);
  const interactions = interactionDesk({
    world,
    messages,
    send: (interaction) =>
      gate.dispatch(GatewayDispatchEvents.InteractionCreate, () => interaction, 0, interaction.guild_id),
    answered: (outcome) => emit({ type: 'answer', outcome }),
    answerWithin: options.answerWithin ?? 3000,
    tokensLast: options.tokensLast ?? 15 * 60_000,
  });
  const refresh = refresher({ messages, payloads, interactions });

  const sockets = options.sockets ?? onlyLoopback(app);
  sockets.at('/gateway', (socket, request) => {
    const search = new URL(request.url ?? '/', 'http://loopback').searchParams;
    gate.open(socket, request.headers.host ?? '', search);
  });
  restRoutes(app, { token, world, commands, interactions, messages });

  const placeOf = ({ user, direct = false }: Actor) => ({ user: user ?? world.members[0]?.id ?? '', direct });

  const offered = (actor: Actor = {}): readonly APIApplicationCommand[] => {
    const { user, direct } = placeOf(actor);
    const has = BigInt(world.member(user).permissions);
    return commands.all().filter((command) => {
      if (direct) return !command.guild_id && (command.contexts?.includes(1) ?? command.dm_permission);
      const needs = BigInt(command.default_member_permissions ?? 0);
      return (command.contexts?.includes(0) ?? true) && (has & needs) === needs;
    });
  };

  const find = (actor: Actor, name: string, type: ApplicationCommandType): APIApplicationCommand => {
    const command = offered(actor).find((one) => one.name === name && one.type === type);
    if (command) return command;
    throw new Error(`No command "${name}" is offered to this member here`);
  };

  const seen = (id: string, user: string): APIMessage => {
    const { message, seenBy } = messages.get(id);
    if (seenBy && seenBy !== user) throw new Error('This member does not see that message');
    return message;
  };

  const chosenCommand = (actor: Actor, path: string) => {
    const [name = '', ...rest] = path.split(' ');
    const command = find(actor, name, ApplicationCommandType.ChatInput);
    return { command, ...chosen(command, rest) };
  };

  return {
    token,
    applicationId,
    guild: world.guild,
    channel: world.channel,
    bot: world.bot,
    members: world.members,
    ready: connected.promise,
    isOnline: gate.isOnline,
    hears: () => gate.hasIntent(GatewayIntentBits.GuildMessages),
    commands: commands.all,
    commandsFor: offered,

    async run({ name, options: given = {}, ...actor }) {
      const { command, options, wrap } = chosenCommand(actor, name);
      const sent = wrap(checkOptions(options, given, world));
      const interaction = payloads.chatInput(placeOf(actor), command, sent);
      const outcome = await interactions.ask(interaction);
      refresh.remember(outcome, command.name);
      return outcome;
    },

    async complete({ name, options: given = {}, option, typed, ...actor }) {
      const { command, options, wrap } = chosenCommand(actor, name);
      const { type, ...focused } = known(options, option);
      if (!('autocomplete' in focused && focused.autocomplete)) {
        throw new Error(`The option "${option}" does not complete while typing`);
      }
      // While typing nothing is checked: the bot gets what stands there so far.
      const others = Object.entries(given).filter(([other]) => other !== option);
      const sent = others.map(([other, value]) => ({ name: other, type: known(options, other).type, value }));
      const asked = wrap([...sent, { name: option, type, value: typed, focused: true as const }]);
      const interaction = payloads.autocomplete(placeOf(actor), command, asked);
      const { response } = await interactions.ask(interaction, { focused: type });
      if (response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult) return [];
      return (response.data.choices ?? []) as Choice[];
    },

    async click({ message: id, customId, values, ...actor }) {
      const place = placeOf({
        ...actor,
        direct: world.directOwner(messages.get(id).message.channel_id) != null,
      });
      const message = seen(id, place.user);
      checkClick(message, customId, values);
      const interaction = payloads.component(place, message, customId, values);
      const outcome = await interactions.ask(interaction);
      refresh.remember(outcome, refresh.commandOf(id));
      return outcome;
    },

    async messageCommand({ name, message: id, ...actor }) {
      const place = placeOf(actor);
      const command = find(actor, name, ApplicationCommandType.Message);
      const outcome = await interactions.ask(payloads.onMessage(place, command, seen(id, place.user)));
      refresh.remember(outcome, command.name);
      return outcome;
    },

    say({ content, ...actor }) {
      const { user, direct } = placeOf(actor);
      const author = userOf(world.member(user));
      const channelId = direct ? world.directChannel(user) : world.channel.id;
      const seenBy = direct ? user : undefined;
      const { message } = messages.add({ author, channelId, seenBy, origin: '' }, { content });
      const forBot = direct || message.mentions.some(({ id }) => id === world.bot.id);
      gate.dispatch(
        GatewayDispatchEvents.MessageCreate,
        // Without the privileged intent a bot reads only what is addressed to it.
        () => ({
          ...message,
          content: forBot ? content : '',
          ...(!direct && { guild_id: world.guild.id, member: world.membership(user) }),
        }),
        direct ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
        direct ? undefined : world.guild.id,
      );
      return message;
    },

    messages: messages.list,
    refresh: refresh.refresh,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trouble: { drop: gate.drop, reconnect: gate.reconnect, invalidate: gate.invalidate },
    close() {
      interactions.close();
      gate.close();
      listeners.clear();
    },
  };
}

/** Refuses a click that no client could make: nothing there, switched off, or a choice that the menu lacks. */
function checkClick(message: APIMessage, customId: string, values: readonly string[] | undefined): void {
  const parts = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  );
  const part = parts.find((one) => 'custom_id' in one && one.custom_id === customId);
  if (!part) throw new Error(`The message has nothing to click with the custom_id "${customId}"`);
  if ('disabled' in part && part.disabled) throw new Error('It is disabled');
  const isMenu = part.type === ComponentType.StringSelect;
  if (isMenu !== (values !== undefined))
    throw new Error(isMenu ? 'A menu takes values' : 'A button takes no values');
  if (!isMenu || !values) return;
  const { min_values = 1, max_values = 1, options } = part;
  if (values.length < min_values || values.length > max_values) {
    throw new Error(`The menu takes ${min_values} to ${max_values} values`);
  }
  const unknown = values.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The menu has no option "${unknown}"`);
}
