import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord.js';
import { newToken } from './interactions.ts';
import type { SentOption } from './options.ts';
import { userOf, type World } from './world.ts';

/** Who does something, and whether in direct messages with the bot instead of the server. */
export type Place = { readonly user: string; readonly direct: boolean };

export type Payloads = ReturnType<typeof payloadsOf>;

/** Makers of interactions as whole as those that Discord sends. */
export function payloadsOf(world: World, snowflake: () => string) {
  const common = ({ user, direct }: Place) => ({
    id: snowflake(),
    application_id: world.application.id,
    token: newToken(),
    version: 1,
    locale: 'en-US',
    entitlements: [],
    app_permissions: String(
      PermissionFlagsBits.ViewChannel |
        PermissionFlagsBits.SendMessages |
        PermissionFlagsBits.EmbedLinks |
        PermissionFlagsBits.AttachFiles |
        PermissionFlagsBits.UseExternalEmojis,
    ),
    attachment_size_limit: 10 * 1024 * 1024,
    ...(direct ? inDirectMessages(user) : inServer(user)),
  });

  const inServer = (user: string) => ({
    context: 0,
    authorizing_integration_owners: { 0: world.guild.id },
    guild_id: world.guild.id,
    guild: { id: world.guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel_id: world.channel.id,
    channel: {
      ...world.channel,
      guild_id: world.guild.id,
      permissions: world.member(user).permissions,
      position: 0,
      parent_id: null,
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      last_message_id: null,
      flags: 0,
    },
    member: { ...world.membership(user), user: userOf(world.member(user)) },
  });

  const inDirectMessages = (user: string) => ({
    context: 1,
    authorizing_integration_owners: { 0: '0', 1: user },
    channel_id: world.directChannel(user),
    channel: { id: world.directChannel(user), type: ChannelType.DM, flags: 0, last_message_id: null },
    user: userOf(world.member(user)),
  });

  const users = (sent: readonly SentOption[], direct: boolean) => {
    const ids = leaves(sent)
      .filter(({ type }) => type === ApplicationCommandOptionType.User)
      .map(({ value }) => String(value));
    if (!ids.length) return {};
    const people = ids.map((id) => [id, world.userById(id)]);
    const members = ids.filter((id) => id !== world.bot.id).map((id) => [id, world.membership(id)]);
    return {
      resolved: {
        users: Object.fromEntries(people),
        ...(!direct && { members: Object.fromEntries(members) }),
      },
    };
  };

  const commandData = (command: APIApplicationCommand) => ({
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id && { guild_id: command.guild_id }),
  });

  // The types of discord-api-types are unions too fine to build by spreading; the tests send these to discord.js.
  const made = (payload: object) => payload as unknown as APIInteraction;

  return {
    chatInput: (place: Place, command: APIApplicationCommand, sent: readonly SentOption[]) =>
      made({
        ...common(place),
        type: InteractionType.ApplicationCommand,
        data: {
          ...commandData(command),
          ...(sent.length && { options: sent }),
          ...users(sent, place.direct),
        },
      }),

    autocomplete: (place: Place, command: APIApplicationCommand, sent: readonly SentOption[]) =>
      made({
        ...common(place),
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { ...commandData(command), options: sent },
      }),

    onMessage: (place: Place, command: APIApplicationCommand, message: APIMessage) =>
      made({
        ...common(place),
        type: InteractionType.ApplicationCommand,
        data: {
          ...commandData(command),
          type: ApplicationCommandType.Message,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      }),

    component: (place: Place, message: APIMessage, customId: string, values: readonly string[] | undefined) =>
      made({
        ...common(place),
        type: InteractionType.MessageComponent,
        message,
        data: {
          custom_id: customId,
          component_type: values ? ComponentType.StringSelect : ComponentType.Button,
          ...(values && { values }),
        },
      }),

    /** The same interaction once more, as a new one. */
    again: (interaction: APIInteraction) => made({ ...interaction, id: snowflake(), token: newToken() }),
  };
}

const leaves = (sent: readonly SentOption[]): SentOption[] =>
  sent.flatMap((option) => (option.options ? leaves(option.options) : [option]));
