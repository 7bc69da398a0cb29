import {
  type APIInteraction,
  type DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Routes,
} from 'discord.js';
import { expect, test } from 'vitest';
import { NoAnswer } from '../../src/playground/outcome.ts';
import { callback, openBot, openBoth, openDiscord, type Reply } from './support.ts';

const commands = [
  {
    name: 'roadmap',
    description: 'The steps.',
    options: [
      { type: 3, name: 'career', description: 'Which.', required: true, autocomplete: true, max_length: 20 },
      { type: 4, name: 'hours', description: 'How many.', min_value: 1, max_value: 40 },
      { type: 3, name: 'level', description: 'Level.', choices: [{ name: 'Easy', value: 'easy' }] },
      { type: 6, name: 'for', description: 'Whom.' },
      { type: 5, name: 'private', description: 'Only I see it.' },
    ],
  },
  {
    name: 'progress',
    description: 'Mine.',
    options: [
      {
        type: 1,
        name: 'done',
        description: 'One.',
        options: [{ type: 3, name: 'step', description: 'Which.' }],
      },
    ],
  },
  { name: 'settings', description: 'For admins.', default_member_permissions: '32', contexts: [0] },
  { type: 3, name: 'Ask Signpost' },
];

const text = (content: string, more: object = {}): Reply => ({
  body: { type: 4, data: { content, ...more } },
});
const asJson = (interaction: APIInteraction) => JSON.parse(JSON.stringify(interaction));
const buttons = [{ type: 1, components: [{ type: 2, style: 1, label: 'Next', custom_id: 'next' }] }];
const menu = (options: string[]) => [
  {
    type: 1,
    components: [{ type: 3, custom_id: 'menu', options: options.map((o) => ({ label: o, value: o })) }],
  },
];
const codeOf = (error: unknown) => (error as DiscordAPIError).code;

test('a command reaches the bot as a whole interaction, which discord.js understands', async () => {
  const { discord, client } = await openBoth(commands, () => text('ok'));
  const understood = new Promise((resolve) => {
    client.on(Events.InteractionCreate, (one) => {
      if (one.isChatInputCommand())
        resolve([one.options.getString('career'), one.options.getUser('for')?.username]);
    });
  });
  const [robin, sam] = discord.members;
  const { interaction, message } = await discord.run({
    name: 'roadmap',
    options: { career: 'ml', for: sam?.id ?? '', hours: 3, private: true },
  });
  expect(await understood).toEqual(['ml', 'sam']);
  expect(asJson(interaction)).toMatchObject({
    type: 2,
    version: 1,
    locale: 'en-US',
    guild_locale: 'en-US',
    entitlements: [],
    context: 0,
    authorizing_integration_owners: { 0: discord.guild.id },
    attachment_size_limit: 10485760,
    member: { user: { id: robin?.id, username: 'robin' }, permissions: robin?.permissions },
    data: {
      name: 'roadmap',
      options: [
        { name: 'career', type: 3, value: 'ml' },
        { name: 'for', type: 6, value: sam?.id },
        { name: 'hours', type: 4, value: 3 },
        { name: 'private', type: 5, value: true },
      ],
      resolved: { users: { [sam?.id ?? '']: { username: 'sam' } } },
    },
  });
  expect(message).toMatchObject({
    type: 20,
    author: { id: discord.bot.id, bot: true },
    interaction_metadata: { name: 'roadmap', user: { id: robin?.id } },
  });
});

test('in direct messages there is a user and no server, and only the commands that work there', async () => {
  const { discord } = await openBoth(commands, () => text('ok'));
  const { interaction, message } = await discord.run({
    name: 'roadmap',
    options: { career: 'ml' },
    direct: true,
  });
  expect(interaction).toMatchObject({ context: 1, user: { username: 'robin' }, channel: { type: 1 } });
  expect(interaction).not.toHaveProperty('guild_id');
  expect(message?.channel_id).not.toBe(discord.channel.id);
  expect(discord.commandsFor({ direct: true }).map(({ name }) => name)).not.toContain('settings');
});

test('a command for admins is offered to the admin only', async () => {
  const { discord } = await openBoth(commands, () => text('ok'));
  const offered = discord.members.map(({ id }) =>
    discord.commandsFor({ user: id }).some((c) => c.name === 'settings'),
  );
  expect(offered).toEqual([true, false, false]);
});

const refusedOptions: [string, string, Record<string, string | number | boolean>][] = [
  ['The option "career" is required', 'roadmap', {}],
  ['There is no option "carer"', 'roadmap', { carer: 'ml' }],
  ['takes at most 20 characters', 'roadmap', { career: 'x'.repeat(21) }],
  ['must not be empty', 'roadmap', { career: '' }],
  ['takes a number of 1 or more', 'roadmap', { career: 'ml', hours: 0 }],
  ['takes a number of 40 or less', 'roadmap', { career: 'ml', hours: 41 }],
  ['takes a whole number', 'roadmap', { career: 'ml', hours: 1.5 }],
  ['takes one of easy', 'roadmap', { career: 'ml', level: 'hard' }],
  ['takes a member of this server', 'roadmap', { career: 'ml', for: 'nobody' }],
  ['takes true or false', 'roadmap', { career: 'ml', private: 'yes' }],
  ['needs a subcommand: done', 'progress', {}],
  ['has no subcommand "deeper"', 'roadmap deeper', { career: 'ml' }],
  ['No command "nothing" is offered', 'nothing', {}],
];

test.each(refusedOptions)('as the client does, it says: %s', async (sentence, name, options) => {
  const { discord } = await openBoth(commands, () => text('ok'));
  await expect(discord.run({ name, options })).rejects.toThrow(sentence);
});

test('a subcommand is sent inside its option', async () => {
  const { discord } = await openBoth(commands, () => text('ok'));
  const { interaction } = await discord.run({ name: 'progress done', options: { step: 'sql' } });
  expect(interaction.data).toMatchObject({
    name: 'progress',
    options: [{ name: 'done', type: 1, options: [{ name: 'step', type: 3, value: 'sql' }] }],
  });
});

test('completion asks with what stands in the other options, and returns the choices', async () => {
  const { discord } = await openBoth(commands, ({ data }) => ({
    body: {
      type: 8,
      data: { choices: [{ name: JSON.stringify((data as { options: unknown }).options), value: 'x' }] },
    },
  }));
  const choices = await discord.complete({
    name: 'roadmap',
    options: { hours: 2 },
    option: 'career',
    typed: 'ma',
  });
  expect(JSON.parse(choices[0]?.name ?? '')).toEqual([
    { name: 'hours', type: 4, value: 2 },
    { name: 'career', type: 3, value: 'ma', focused: true },
  ]);
  await expect(discord.complete({ name: 'roadmap', option: 'hours', typed: '' })).rejects.toThrow(
    'does not complete',
  );
});

test('a private answer is seen by the one who asked, and by nobody else', async () => {
  const { discord } = await openBoth(commands, () => text('secret', { flags: 64, components: buttons }));
  const [robin, sam] = discord.members.map(({ id }) => id);
  const { message } = await discord.run({ user: robin ?? '', name: 'roadmap', options: { career: 'ml' } });
  expect(discord.messages(robin).map(({ message }) => message.content)).toEqual(['secret']);
  expect(discord.messages(sam)).toEqual([]);
  const click = discord.click({ user: sam ?? '', message: message?.id ?? '', customId: 'next' });
  await expect(click).rejects.toThrow('does not see');
});

test('a click brings the message along, and an update changes it in place', async () => {
  const { discord } = await openBoth(commands, (interaction) =>
    interaction.type === 3
      ? { body: { type: 7, data: { content: `second ${interaction.message.content}`, components: [] } } }
      : text('first', { components: buttons }),
  );
  const first = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  const sam = discord.members[1]?.id ?? '';
  const { interaction, message } = await discord.click({
    user: sam,
    message: first.message?.id ?? '',
    customId: 'next',
  });
  expect(interaction).toMatchObject({
    type: 3,
    data: { custom_id: 'next', component_type: 2 },
    message: {
      interaction_metadata: { user: { username: 'robin' } },
      components: [{ components: [{ label: 'Next' }] }],
    },
    member: { user: { username: 'sam' } },
  });
  expect(message).toMatchObject({ id: first.message?.id, content: 'second first', components: [] });
  expect(message?.edited_timestamp).not.toBeNull();
});

test('a menu takes one of its options and nothing else', async () => {
  const { discord } = await openBoth(commands, (interaction) =>
    interaction.type === 3
      ? text(`chose ${(interaction.data as { values: string[] }).values}`)
      : text('menu', { components: menu(['a', 'b']) }),
  );
  const { message } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  const choose = (values: string[] | undefined) =>
    discord.click({ message: message?.id ?? '', customId: 'menu', ...(values && { values }) });
  expect((await choose(['b'])).message?.content).toBe('chose b');
  await expect(choose(['c'])).rejects.toThrow('no option "c"');
  await expect(choose(['a', 'b'])).rejects.toThrow('1 to 1');
  await expect(choose(undefined)).rejects.toThrow('A menu takes values');
});

test('a message command brings the message that was chosen', async () => {
  const { discord } = await openBoth(commands, () => text('about that'));
  const chosen = discord.say({ content: 'What is SQL?' });
  const { interaction } = await discord.messageCommand({ name: 'Ask Signpost', message: chosen.id });
  expect(interaction.data).toMatchObject({
    type: 3,
    target_id: chosen.id,
    resolved: { messages: { [chosen.id]: { content: 'What is SQL?', author: { username: 'robin' } } } },
  });
});

test('an answer comes with its files, and an embed shows a picture of the message', async () => {
  const { discord } = await openBoth(commands, () => ({
    ...text('', { embeds: [{ title: 'T', image: { url: 'attachment://map.png' } }] }),
    files: [
      { name: 'map.png', data: Buffer.from('89504e47', 'hex') },
      { name: 'plan.ics', data: Buffer.from('BEGIN:VCALENDAR') },
    ],
  }));
  const { message } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  const picture = message?.embeds[0]?.image?.url ?? '';
  expect((await fetch(picture)).headers.get('content-type')).toBe('image/png');
  expect(message?.attachments.map(({ filename }) => filename)).toEqual(['plan.ics']);
  const calendar = await fetch(message?.attachments[0]?.url ?? '');
  expect(calendar.headers.get('content-disposition')).toContain('attachment');
  expect(await calendar.text()).toBe('BEGIN:VCALENDAR');
});

test('only those whom allowed_mentions permits are mentioned', async () => {
  const allowed: object[] = [{ parse: [] }, { users: ['220000000000000002'] }, { parse: ['users'] }];
  const { discord } = await openBoth(commands, ({ data }) =>
    text('<@220000000000000001> <@220000000000000002> @everyone', {
      allowed_mentions: allowed[(data as { options: { value: number }[] }).options[1]?.value ?? 0],
    }),
  );
  const mentioned = async (hours: number) => {
    const options = { career: 'ml', hours };
    return (await discord.run({ name: 'roadmap', options })).message?.mentions.map(
      ({ username }) => username,
    );
  };
  expect(await mentioned(1)).toEqual(['sam']);
  expect(await mentioned(2)).toEqual(['robin', 'sam']);
});

test('a second answer is refused with 40060', async () => {
  const { discord, refusals } = await openBoth(commands, async (interaction, client) => {
    await callback(client, interaction, text('once'));
    return text('twice');
  });
  await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  await expect.poll(() => refusals.map(codeOf)).toEqual([40060]);
});

test('an answer after the time is refused with 10062, and the person is told', async () => {
  const asked = Promise.withResolvers<APIInteraction>();
  const { discord, client } = await openBoth(
    commands,
    (interaction) => {
      asked.resolve(interaction);
      return undefined;
    },
    { answerWithin: 30 },
  );
  await expect(discord.run({ name: 'roadmap', options: { career: 'ml' } })).rejects.toThrow(NoAnswer);
  const late = callback(client, await asked.promise, text('late'));
  await expect(late).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('a refused answer leaves the interaction open, and the reason reaches whoever looks', async () => {
  const { discord } = await openBoth(commands, () => text('x'.repeat(2001)), { answerWithin: 100 });
  const run = discord.run({ name: 'roadmap', options: { career: 'ml' } });
  await expect(run).rejects.toThrow(/its answer was refused.*BASE_TYPE_MAX_LENGTH/);
});

test('with_response hands the message back', async () => {
  const { discord, client } = await openBoth(commands, () => undefined);
  const replied = new Promise<unknown>((resolve) => {
    client.on(Events.InteractionCreate, (one) => {
      if (one.isChatInputCommand()) resolve(one.reply({ content: 'hi', withResponse: true }));
    });
  });
  const { message } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  expect(await replied).toMatchObject({ resource: { message: { id: message?.id, content: 'hi' } } });
});

test('a deferred answer is edited, followed up, fetched and deleted through the webhook', async () => {
  const { discord, client } = await openBoth(commands, () => ({ body: { type: 5, data: { flags: 64 } } }));
  const { interaction, message } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  expect(message?.flags).toBe(64 | 128);
  const route = (id?: string) => Routes.webhookMessage(discord.applicationId, interaction.token, id);
  const edited = await client.rest.patch(route(), { body: { content: 'done' }, auth: false });
  expect(edited).toMatchObject({ id: message?.id, content: 'done', flags: 64, edited_timestamp: null });
  const more = Routes.webhook(discord.applicationId, interaction.token);
  const followUp = (await client.rest.post(more, { body: { content: 'and' }, auth: false })) as {
    id: string;
  };
  expect(await client.rest.get(route(followUp.id), { auth: false })).toMatchObject({ content: 'and' });
  await client.rest.delete(route(followUp.id), { auth: false });
  await expect(client.rest.get(route(followUp.id), { auth: false })).rejects.toMatchObject({ code: 10008 });
});

test('a webhook without an answer, of nobody, or after its time is refused', async () => {
  const { discord, client } = await openBoth(commands, () => text('ok'), { tokensLast: 60 });
  const route = (token: string) => Routes.webhookMessage(discord.applicationId, token, '@original');
  await expect(client.rest.get(route('nobody'), { auth: false })).rejects.toMatchObject({ code: 10015 });
  const { interaction } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  await expect
    .poll(() => client.rest.get(route(interaction.token), { auth: false }).catch(codeOf), { interval: 20 })
    .toBe(50027);
});

test('two people may ask at once, and each gets their own answer', async () => {
  const { discord } = await openBoth(commands, (interaction) =>
    text(interaction.member?.user.username ?? ''),
  );
  const outcomes = await Promise.all(
    discord.members.map(({ id }) => discord.run({ user: id, name: 'roadmap', options: { career: 'ml' } })),
  );
  expect(outcomes.map(({ message }) => message?.content)).toEqual(['robin', 'sam', 'kim']);
});

test('a message that a bot made can be shared again, with all that Discord added to it', async () => {
  const { discord, refusals } = await openBoth(commands, (interaction) => {
    if (interaction.type !== 3) {
      return {
        ...text('first', {
          embeds: [{ title: 'T', image: { url: 'attachment://a.png' } }],
          components: buttons,
          flags: 64,
        }),
        files: [{ name: 'a.png', data: Buffer.from('89504e47', 'hex') }],
      };
    }
    const { content, embeds, components } = interaction.message;
    return text(content, { embeds, components });
  });
  const { message } = await discord.run({ name: 'roadmap', options: { career: 'ml' } });
  const shared = await discord.click({ message: message?.id ?? '', customId: 'next' });
  expect(refusals).toEqual([]);
  expect(shared.message).toMatchObject({ flags: 0, type: 19, embeds: [{ title: 'T' }] });
});

test('a bot replies to a message, and does not ping unless it may', async () => {
  const place = await openDiscord();
  const client = await openBot(place, { intents: [GatewayIntentBits.GuildMessages] });
  const asked = new Promise<void>((resolve) => {
    client.ws.on(GatewayDispatchEvents.MessageCreate, async ({ id, channel_id }) => {
      await client.rest.post(Routes.channelMessages(channel_id), {
        body: { content: 'answer', message_reference: { message_id: id }, allowed_mentions: { parse: [] } },
      });
      resolve();
    });
  });
  place.discord.say({ content: `<@${place.discord.bot.id}> hello` });
  await asked;
  const [question, answer] = place.discord.messages().map(({ message }) => message);
  expect(answer).toMatchObject({ type: 19, referenced_message: { id: question?.id }, mentions: [] });
});

test('an answer is asked for again, and put in place where it differs', async () => {
  let version = 1;
  const { discord } = await openBoth(commands, (interaction) =>
    interaction.type === 3
      ? { body: { type: 7, data: { content: `step ${version}` } } }
      : text(`map ${version}`, { components: buttons }),
  );
  const ask = () => discord.run({ name: 'roadmap', options: { career: 'ml' } });
  const first = (await ask()).message?.id ?? '';
  const second = (await ask()).message?.id ?? '';
  await discord.click({ message: second, customId: 'next' });
  expect(await discord.refresh(first)).toBe('same');
  version = 2;
  expect(await discord.refresh(first, (command) => command !== 'roadmap')).toBe('kept');
  expect(await discord.refresh(first)).toBe('changed');
  expect(await discord.refresh(second)).toBe('changed');
  expect(discord.messages().map(({ message }) => message.content)).toEqual(['map 2', 'step 2']);
  expect(await discord.refresh(discord.say({ content: 'hi' }).id)).toBe('kept');
});
