import { once } from 'node:events';
import { Events, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openBot, openBoth, openDiscord } from './support.ts';

const ping = { name: 'ping', description: 'Says pong.' };
const pong = { body: { type: 4, data: { content: 'pong' } } };

test('a discord.js client logs in and knows its user and application', async () => {
  const place = await openDiscord();
  const client = await openBot(place);
  expect(client.user.username).toBe('Signpost');
  expect(client.application.id).toBe(place.discord.applicationId);
  expect(place.discord.isOnline()).toBe(true);
});

test('a client that asks for the server gets it', async () => {
  const place = await openDiscord();
  const client = await openBot(place, { intents: [GatewayIntentBits.Guilds] });
  if (!client.isReady()) await once(client, Events.ClientReady);
  expect(client.guilds.cache.get(place.discord.guild.id)?.name).toBe(place.discord.guild.name);
  expect(client.channels.cache.has(place.discord.channel.id)).toBe(true);
});

test('a wrong token is refused on REST, as discord.js reports it', async () => {
  const place = await openDiscord();
  const discord = { ...place.discord, token: 'wrong' };
  await expect(openBot({ ...place, discord })).rejects.toThrow('An invalid token was provided.');
});

const closings: [string, object[], number][] = [
  ['a wrong token', [{ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }], 4004],
  ['a privileged intent', [identify({ intents: GatewayIntentBits.MessageContent })], 4014],
  ['an unknown intent', [identify({ intents: 1 << 30 })], 4013],
  ['a shard that cannot be', [identify({ shard: [2, 2] })], 4010],
  ['a second Identify', [identify({}), identify({})], 4005],
  ['something before Identify', [{ op: GatewayOpcodes.PresenceUpdate, d: {} }], 4003],
  ['an unknown opcode', [identify({}), { op: 99, d: {} }], 4001],
  ['no JSON', ['{'] as unknown as object[], 4002],
];

function identify(more: object) {
  return { op: 2, d: { token: 'playground-token', intents: 0, properties: {}, ...more } };
}

test.each(closings)('the gateway closes at %s', async (_what, frames, code) => {
  const { address } = await openDiscord();
  const socket = new WebSocket(`${address.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  await once(socket, 'open');
  for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  expect((await once(socket, 'close'))[0]).toBe(code);
});

test('heartbeats are acknowledged, and a client without them is let go', async () => {
  const place = await openDiscord({ heartbeatEvery: 40 });
  const client = await openBot(place);
  await new Promise<void>((resolve) => {
    client.on(Events.Debug, (line) => line.includes('Heartbeat acknowledged') && resolve());
  });
  const silent = new WebSocket(`${place.address.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  expect((await once(silent, 'close'))[0]).toBe(4009);
});

test('after a cut connection the client resumes and gets what it missed, once', async () => {
  const { discord, client } = await openBoth([ping], () => pong);
  const seen: string[] = [];
  client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ id }) => seen.push(id));
  discord.trouble.drop();
  const outcome = await discord.run({ name: 'ping' });
  expect(outcome.message?.content).toBe('pong');
  expect(seen).toEqual([outcome.interaction.id]);
});

test.each(['reconnect', 'invalidate'] as const)(
  'a bot answers again after "%s"',
  async (trouble) => {
    const { discord, client } = await openBoth([ping], () => pong, { answerWithin: 9000 });
    const back = new Promise<void>((resolve) => {
      const event = trouble === 'reconnect' ? GatewayDispatchEvents.Resumed : GatewayDispatchEvents.Ready;
      client.ws.once(event, () => resolve());
    });
    discord.trouble[trouble]();
    await back;
    expect((await discord.run({ name: 'ping' })).message?.content).toBe('pong');
  },
  15_000,
);

test('a bot that leaves is offline, and its commands stay', async () => {
  const { discord, client } = await openBoth([ping], () => pong);
  const left = new Promise<void>((resolve) => {
    discord.on((event) => event.type === 'bot' && !event.online && resolve());
  });
  await client.destroy();
  await left;
  expect(discord.isOnline()).toBe(false);
  expect(discord.commands()).toHaveLength(1);
});

test('a message reaches only a bot whose intents ask for it, and its text only the one it mentions', async () => {
  const place = await openDiscord();
  const listening = await openBot(place, {
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  });
  const deaf = await openBot(place);
  const heard: string[] = [];
  deaf.ws.on(GatewayDispatchEvents.MessageCreate, () => heard.push('deaf'));
  const messages = new Promise<void>((resolve) => {
    listening.ws.on(GatewayDispatchEvents.MessageCreate, ({ content, guild_id, mentions }) => {
      heard.push(`${guild_id ? 'server' : 'direct'} ${mentions.length} ${content}`);
      if (!guild_id) resolve();
    });
  });
  place.discord.say({ content: 'hello all' });
  place.discord.say({ content: `<@${place.discord.bot.id}> hello` });
  place.discord.say({ content: 'just you', direct: true });
  await messages;
  expect(heard).toEqual(['server 0 ', `server 1 <@${place.discord.bot.id}> hello`, 'direct 0 just you']);
});
