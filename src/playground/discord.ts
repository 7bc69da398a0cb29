import {
  type APIApplicationCommand,
  type APIMessage,
  ApplicationCommandType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionResponseType,
} from 'discord.js';
import type { FastifyInstance } from 'fastify';
import type { Choice } from './callback-form.ts';
import { checkClick } from './click.ts';
import { commandRegistry } from './commands.ts';
import { gateway } from './gateway.ts';
import { interactionDesk } from './interactions.ts';
import type { Actor, DiscordEvent, LocalDiscord, LocalDiscordOptions } from './local-discord.ts';
import { onlyLoopback } from './loopback.ts';
import { messageStore } from './messages.ts';
import { checkOptions, chosen, known } from './options.ts';
import { payloadsOf } from './payloads.ts';
import { refresher } from './refresh.ts';
import { restRoutes } from './rest.ts';
import { snowflakes } from './snowflake.ts';
import { makeWorld, userOf } from './world.ts';

export type { LocalDiscord } from './local-discord.ts';

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
