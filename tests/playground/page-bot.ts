import { type APIInteraction, GatewayIntentBits, Routes } from 'discord.js';
import Fastify from 'fastify';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type PlaygroundOptions, startPlayground } from '../../src/playground/server.ts';
import { callback, openBot, type Reply } from './support.ts';

/** What the small bot of these tests declares: one of everything that the page must show. */
const commands = [
  {
    name: 'roadmap',
    description: 'The steps to a career in order',
    options: [
      { type: 3, name: 'career', description: 'Which career', autocomplete: true },
      { type: 4, name: 'hours', description: 'Hours a week', min_value: 1, max_value: 40 },
      {
        type: 3,
        name: 'level',
        description: 'How far',
        choices: [
          { name: 'Beginner', value: 'beginner' },
          { name: 'Advanced', value: 'advanced' },
        ],
      },
      { type: 5, name: 'private', description: 'Only you see the answer' },
      { type: 6, name: 'for', description: 'For this person' },
    ],
  },
  {
    name: 'ask',
    description: 'A question',
    options: [
      { type: 3, name: 'question', description: 'What you want to know', required: true, max_length: 40 },
    ],
  },
  { name: 'plan', description: 'A plan with dates and a calendar file' },
  { name: 'slow', description: 'Never answers' },
  {
    name: 'progress',
    description: 'Yours',
    options: [
      { type: 1, name: 'show', description: 'Shows it' },
      { type: 1, name: 'forget', description: 'Forgets it' },
    ],
  },
  { type: 3, name: 'Ask Signpost' },
];

const careers = ['Data Analyst', 'Data Scientist', 'Machine Learning Engineer'];
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP8z4APMOGVHbHSAEEsAROxCnMTAAAAAElFTkSuQmCC',
  'base64',
);

const description = [
  '**Bold**, *italic*, __under__, ~~gone~~, `code` and a [masked link](https://example.com/a).',
  '- one\n- two\n  - nested',
  '1. first\n2. second',
  '> a quote',
  '```\na block\n```',
  '-# small print, <t:1700000000:D>',
].join('\n');

type Values = Record<string, string | number | boolean>;

const valuesOf = (interaction: APIInteraction): Values => {
  const { options = [] } = (interaction.data ?? {}) as { options?: { name: string; value: string }[] };
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
};

/** The small bot's answers; `edition` stands for the knowledge base. */
function answerOf(interaction: APIInteraction, edition: string, commandId: string): Reply | undefined {
  if (interaction.type === 4) {
    const typed = String(valuesOf(interaction).career ?? '').toLowerCase();
    const choices = careers.filter((name) => name.toLowerCase().includes(typed));
    return {
      body: {
        type: 8,
        data: { choices: choices.map((name) => ({ name, value: name.replaceAll(' ', '-') })) },
      },
    };
  }
  if (interaction.type === 3) {
    const data = interaction.data as { custom_id: string; values?: string[] };
    if (data.custom_id === 'fail') return undefined;
    return {
      body: { type: 7, data: { content: `Opened ${data.values?.[0] ?? data.custom_id} (${edition})` } },
    };
  }
  if (interaction.type !== 2) return undefined;
  const values = valuesOf(interaction);
  switch (interaction.data.name) {
    case 'slow':
      return undefined;
    case 'ask':
      return { body: { type: 4, data: { content: `You asked: ${values.question}` } } };
    case 'plan':
      return {
        body: {
          type: 4,
          data: { content: 'Your plan.', attachments: [{ id: '1', description: 'A red square' }] },
        },
        files: [
          { name: 'plan.ics', data: Buffer.from('BEGIN:VCALENDAR') },
          { name: 'plan.png', data: png, contentType: 'image/png' },
        ],
      };
    case 'Ask Signpost': {
      const { resolved, target_id } = interaction.data as unknown as {
        target_id: string;
        resolved: { messages: Record<string, { content: string }> };
      };
      return {
        body: { type: 4, data: { flags: 64, content: `About “${resolved.messages[target_id]?.content}”` } },
      };
    }
    default:
      return {
        body: {
          type: 4,
          data: {
            content: `The ${values.career ?? 'default'} roadmap (${edition})${values.for ? ` for <@${values.for}>` : ''}. See </ask:${commandId}>.`,
            flags: values.private ? 64 : 0,
            embeds: [
              {
                title: 'Roadmap',
                url: 'https://example.com/roadmap',
                description,
                color: 0x5865f2,
                fields: [
                  { name: 'Hours', value: String(values.hours ?? 'any') },
                  { name: '**Level**', value: String(values.level ?? 'any') },
                ],
                footer: { text: 'Checked 2026-11-01' },
                image: { url: 'attachment://map.png' },
              },
            ],
            attachments: [{ id: '0', description: 'The roadmap as a picture' }],
            components: [
              {
                type: 1,
                components: [
                  {
                    type: 3,
                    custom_id: 'open',
                    placeholder: 'Open a step',
                    options: [
                      { label: 'SQL', value: 'sql', description: 'Ask data' },
                      { label: 'Python', value: 'python' },
                    ],
                  },
                ],
              },
              {
                type: 1,
                components: [
                  { type: 2, style: 1, label: 'Next step', custom_id: 'next' },
                  { type: 2, style: 2, label: 'Broken', custom_id: 'fail' },
                  { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
                  { type: 2, style: 5, label: 'Wrong?', url: 'https://example.com/report' },
                ],
              },
            ],
          },
        },
        files: [{ name: 'map.png', data: png, contentType: 'image/png' }],
      };
  }
}

/** A playground with the small bot in it, until the test ends. */
export async function openPlayground(options: Partial<PlaygroundOptions> = {}) {
  const playground = await openPlaygroundAlone(options);
  return { ...playground, bot: await playground.startBot() };
}

/** A playground into which no bot has come yet. */
export async function openPlaygroundAlone(options: Partial<PlaygroundOptions> = {}) {
  const app = Fastify({ forceCloseConnections: true });
  const playground = await startPlayground(app, {
    log: pino({ level: 'silent' }),
    answerWithin: 600,
    ...options,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  let edition = 'first edition';

  const startBot = async () => {
    const client = await openBot(
      { discord: playground.discord, api: playground.apiUrl() },
      { intents: [GatewayIntentBits.GuildMessages] },
    );
    const route = Routes.applicationCommands(client.application.id);
    const registered = (await client.rest.put(route, { body: commands })) as { name: string; id: string }[];
    const commandId = registered.find(({ name }) => name === 'ask')?.id ?? '';
    client.ws.on('INTERACTION_CREATE' as never, async (interaction: APIInteraction) => {
      const answer = answerOf(interaction, edition, commandId);
      if (answer) await callback(client, interaction, answer);
    });
    client.ws.on(
      'MESSAGE_CREATE' as never,
      async ({
        id,
        channel_id,
        mentions,
      }: {
        id: string;
        channel_id: string;
        mentions: { id: string }[];
      }) => {
        if (!mentions.some((user) => user.id === client.user.id)) return;
        await client.rest.post(Routes.channelMessages(channel_id), {
          body: {
            content: 'You called?',
            message_reference: { message_id: id },
            allowed_mentions: { parse: [] },
          },
        });
      },
    );
    return client;
  };

  return {
    ...playground,
    url,
    startBot,
    /** What an edit of the knowledge base does. */
    reload(name: string) {
      edition = name;
      playground.knowledgeReloaded();
    },
  };
}
