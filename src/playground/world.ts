import {
  type APIUser,
  type ApplicationFlags,
  ChannelType,
  type GuildMemberFlags,
  PermissionFlagsBits as Permission,
} from 'discord.js';

/** The made-up server, its one channel, its members, and the application: all that the local Discord holds. */
export type World = ReturnType<typeof makeWorld>;

/** A person of the made-up server, with permissions as a bit set in decimal. */
export type Member = APIUser & { readonly permissions: string };

const everyday = Permission.ViewChannel | Permission.SendMessages | Permission.UseApplicationCommands;
const admin = everyday | Permission.ManageGuild | Permission.ManageMessages | Permission.Administrator;

const person = (id: string, username: string, global_name: string, permissions: bigint): Member => ({
  id,
  username,
  global_name,
  discriminator: '0',
  avatar: null,
  permissions: String(permissions),
});

const members: readonly Member[] = [
  person('220000000000000001', 'robin', 'Robin', admin),
  person('220000000000000002', 'sam', 'Sam', everyday),
  person('220000000000000003', 'kim', 'Kim', everyday),
];

export const userOf = ({ permissions, ...user }: Member): APIUser => user;

/** The world of the application with that id; snowflakes are made up, and the same at every start. */
export function makeWorld(applicationId: string, name: string) {
  const guild = { id: '110000000000000001', name: 'Signpost playground' };
  const channel = { id: '110000000000000002', name: 'careers', type: ChannelType.GuildText as const };
  const bot: APIUser = {
    id: applicationId,
    username: name,
    global_name: null,
    discriminator: '0000',
    avatar: null,
    bot: true,
  };
  const application = {
    id: applicationId,
    name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0 as ApplicationFlags,
    integration_types_config: { 0: {}, 1: {} },
    owner: members[0] && userOf(members[0]),
    team: null,
  };

  const member = (id: string): Member => {
    const found = members.find((one) => one.id === id);
    if (!found) throw new Error(`no member of the playground has the id "${id}"`);
    return found;
  };
  /** The channel of direct messages between a member and the bot: the member's id with another beginning. */
  const directChannel = (user: string) => user.replace(/^22/, '33');

  /** A member or the bot; undefined for somebody whom this Discord does not know. */
  const userById = (id: string): APIUser | undefined => {
    const found = members.find((one) => one.id === id);
    return found ? userOf(found) : id === bot.id ? bot : undefined;
  };

  return {
    guild,
    channel,
    bot,
    application,
    members,
    member,
    userById,
    directChannel,
    /** The member whose direct messages that channel holds, if it is such a channel. */
    directOwner: (channelId: string) => members.find(({ id }) => directChannel(id) === channelId)?.id,
    /** What an interaction in the server says of the member who started it, without the user. */
    membership: (id: string) => ({
      permissions: member(id).permissions,
      roles: [],
      nick: null,
      avatar: null,
      banner: null,
      joined_at: '2026-01-01T00:00:00.000000+00:00',
      premium_since: null,
      communication_disabled_until: null,
      pending: false,
      deaf: false,
      mute: false,
      flags: 0 as GuildMemberFlags,
    }),
    /** The whole server, as GUILD_CREATE tells it to a bot that asked for the Guilds intent. */
    guildCreate: () => ({
      ...guild,
      icon: null,
      owner_id: members[0]?.id,
      roles: [],
      emojis: [],
      stickers: [],
      features: [],
      preferred_locale: 'en-US',
      unavailable: false,
      member_count: members.length + 1,
      joined_at: '2026-01-01T00:00:00.000000+00:00',
      members: [],
      channels: [{ ...channel, position: 0, permission_overwrites: [] }],
      threads: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      large: false,
      system_channel_id: null,
      afk_timeout: 300,
      afk_channel_id: null,
      default_message_notifications: 0,
      verification_level: 0,
      mfa_level: 0,
      explicit_content_filter: 0,
      premium_tier: 0,
      nsfw_level: 0,
    }),
  };
}
