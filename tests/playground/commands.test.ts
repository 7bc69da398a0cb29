import { type APIApplicationCommand, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { openBot, openDiscord } from './support.ts';

const ping = { name: 'ping', description: 'Says pong.' };
const pong = {
  name: 'pong',
  description: 'Says ping.',
  options: [{ type: 3, name: 'to', description: 'Whom.', required: false, autocomplete: true }],
  integration_types: [0, 1],
  contexts: [0, 1, 2],
};

async function open() {
  const place = await openDiscord();
  const { rest } = await openBot(place);
  const global = Routes.applicationCommands(place.discord.applicationId);
  const guild = Routes.applicationGuildCommands(place.discord.applicationId, place.discord.guild.id);
  const put = (route: typeof global | typeof guild, body: object[]) =>
    rest.put(route, { body }) as Promise<APIApplicationCommand[]>;
  return { ...place, rest, global, guild, put };
}

test('commands come back with the defaults that Discord adds', async () => {
  const { rest, global, put, discord } = await open();
  const [first, second] = await put(global, [ping, pong]);
  expect(first).toEqual({
    id: expect.stringMatching(/^\d{17,20}$/),
    application_id: discord.applicationId,
    version: expect.stringMatching(/^\d{17,20}$/),
    type: 1,
    ...ping,
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
  });
  expect(second).toMatchObject({
    options: [{ type: 3, name: 'to', description: 'Whom.', autocomplete: true }],
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  });
  const listed = (await rest.get(global)) as object[];
  expect(listed).toHaveLength(2);
  expect(listed[0]).not.toHaveProperty('name_localizations');
  const full = await rest.get(global, { query: new URLSearchParams({ with_localizations: 'true' }) });
  expect(full).toEqual([first, second]);
});

test('overwriting keeps the id of a name, and its version too when nothing changed', async () => {
  const { global, put } = await open();
  const before = await put(global, [ping, pong]);
  const after = await put(global, [{ ...ping, description: 'Says more.' }, pong]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after[0]?.version).not.toBe(before[0]?.version);
  expect(after[1]?.version).toBe(before[1]?.version);
  expect(await put(global, [])).toEqual([]);
});

test('commands of a server stand beside the global ones, and come with its id', async () => {
  const { global, guild, put, discord } = await open();
  await put(global, [ping]);
  const [own] = await put(guild, [ping]);
  expect(own?.guild_id).toBe(discord.guild.id);
  expect(own).not.toHaveProperty('dm_permission');
  expect(discord.commands()).toHaveLength(2);
  expect(discord.commandsFor({ direct: true })).toHaveLength(1);
});

test('one command is added, read, changed and deleted', async () => {
  const { rest, global, discord } = await open();
  const made = (await rest.post(global, { body: ping })) as APIApplicationCommand;
  const again = (await rest.post(global, {
    body: { ...ping, description: 'New.' },
  })) as APIApplicationCommand;
  expect(again.id).toBe(made.id);
  const route = Routes.applicationCommand(discord.applicationId, made.id);
  expect(await rest.patch(route, { body: { description: 'Newer.' } })).toMatchObject({
    name: 'ping',
    description: 'Newer.',
  });
  expect(await rest.get(route)).toMatchObject({ description: 'Newer.' });
  await rest.delete(route);
  await expect(rest.get(route)).rejects.toMatchObject({ code: 10063, status: 404 });
});

const many = (count: number, more: object) =>
  Array.from({ length: count }, (_, index) => ({ name: `c${index}`, ...more }));

const refused: [string, object[], number][] = [
  ['a name twice', [ping, ping], 50035],
  ['101 slash commands', many(101, { description: 'd' }), 30032],
  ['16 message commands', many(16, { type: 3 }), 30032],
  ['no list', { name: 'x' } as unknown as object[], 50035],
];

test.each(refused)('%s: refused, and nothing changes', async (_what, body, code) => {
  const { global, put, discord } = await open();
  await put(global, [pong]);
  await expect(put(global, body)).rejects.toMatchObject({ code });
  expect(discord.commands().map(({ name }) => name)).toEqual(['pong']);
});

test('another application and another server are refused', async () => {
  const { rest, discord } = await open();
  const other = '999999999999999999';
  await expect(rest.get(Routes.applicationCommands(other))).rejects.toMatchObject({ code: 20012 });
  const elsewhere = Routes.applicationGuildCommands(discord.applicationId, other);
  await expect(rest.get(elsewhere)).rejects.toMatchObject({ code: 50001 });
});

test('an address that is not spoken gets 404 in Discord’s form', async () => {
  const { rest } = await open();
  await expect(rest.get('/guilds/1/audit-logs')).rejects.toMatchObject({ status: 404, code: 0 });
});
