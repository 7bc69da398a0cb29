import { MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { action } from '../../src/discord/action.ts';
import { audience, command } from '../../src/discord/command.ts';
import { link } from '../../src/discord/link.ts';
import { responder } from '../../src/discord/respond.ts';
import { ada, ben, control, controls, people, testBot, words } from '../support.ts';

const isPrivate = ({ flags }: { flags?: number }) => ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;

test('an answer is public, and pings nobody', async () => {
  const answer = await people().run('roadmap');
  expect(answer).toMatchObject({ type: 4, allowed_mentions: { parse: [] } });
  expect(isPrivate(answer)).toBe(false);
});

test('private:true shows the answer to one person, with "Share in channel"', async () => {
  const answer = await people().run('roadmap', { private: true });
  expect(isPrivate(answer)).toBe(true);
  expect(controls(answer).has('Share in channel')).toBe(true);
});

test('for: names a person, who alone may be notified', async () => {
  const answer = await people().run('roadmap', { for: ben.id });
  expect(answer.content).toMatch(new RegExp(`^For <@${ben.id}>: `));
  expect(answer.allowed_mentions).toEqual({ parse: [], users: [ben.id] });
});

test('for: together with private:true is refused in one private sentence', async () => {
  const answer = await people().run('roadmap', { for: ben.id, private: true });
  expect(isPrivate(answer)).toBe(true);
  expect(answer.content).toContain('cannot be private');
  expect(answer.embeds).toEqual([]);
});

describe('a click', () => {
  test('by the person who asked changes the message', async () => {
    const { run, click } = people();
    const roadmap = await run('roadmap');
    const step = await click(roadmap, control(roadmap, 'Start with step 1'));
    expect(step.type).toBe(7);
    expect(words(step)).toContain('Mathematics');
  });

  test('by somebody else shows the same to them alone', async () => {
    const { run, click } = people();
    const roadmap = await run('roadmap');
    const step = await click(roadmap, control(roadmap, 'Start with step 1'), { user: ben });
    expect(step.type).toBe(4);
    expect(isPrivate(step)).toBe(true);
  });

  test('keeps the name of the person it is for, without notifying them again', async () => {
    const { run, click } = people();
    const roadmap = await run('roadmap', { for: ben.id });
    const step = await click(roadmap, control(roadmap, 'Start with step 1'));
    expect(step.content).toMatch(new RegExp(`^For <@${ben.id}>: `));
    expect(step.allowed_mentions).toEqual({ parse: [] });
  });

  test('on a private answer leaves it private, and it can still be shared', async () => {
    const { run, click } = people();
    const roadmap = await run('roadmap', { private: true });
    const step = await click(roadmap, control(roadmap, 'Start with step 1'));
    expect(step.type).toBe(7);
    expect(controls(step).has('Share in channel')).toBe(true);
  });

  test('on "Share in channel" posts the message for everybody', async () => {
    const { run, click } = people();
    const roadmap = await run('roadmap', { private: true });
    const posted = await click(roadmap, control(roadmap, 'Share in channel'));
    expect(posted.type).toBe(4);
    expect(isPrivate(posted)).toBe(false);
    expect(words(posted)).toBe(words(roadmap));
    expect(controls(posted).has('Share in channel')).toBe(false);
    expect(controls(posted).has('Start with step 1')).toBe(true);
  });

  test.each([
    'step|no-such-career|mathematics',
    'step|machine-learning-engineer|gone',
    'roadmap',
    'v0:old',
    'career|data-analyst|hats',
  ])('on the stale button %j gets a polite private answer', async (customId) => {
    const { run, click } = people();
    const answer = await click(await run('roadmap'), customId);
    expect(isPrivate(answer)).toBe(true);
    expect(answer.content).toMatch(/run the command again/);
  });
});

describe('when something goes wrong', () => {
  const faulty = command({
    data: { name: 'faulty', description: 'Fails', options: [...audience] },
    run() {
      throw new Error('the secret of the house');
    },
    complete: {},
    actions: [action(link('faulty', {}), () => Promise.reject(new Error('the secret of the house')))],
  });

  test('the person gets a reference and nothing of the inside, and the log gets both', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const answer = await people(responder([faulty], () => testBot({ log }))).run('faulty');
    const reference = /\(ref ([0-9a-f]{8})\)/.exec(answer.content)?.[1];
    expect(isPrivate(answer)).toBe(true);
    expect(answer.content).not.toContain('secret');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      reference,
      err: { message: 'the secret of the house' },
    });
    expect(lines.join()).not.toContain('interaction-token');
  });

  test('a command that is gone is answered', async () => {
    const answer = await people(responder([], testBot)).run('roadmap');
    expect(isPrivate(answer)).toBe(true);
    expect(answer.content).toContain('no longer');
  });

  test('a completion of something unknown offers nothing', async () => {
    expect(await people().complete('roadmap', 'no-such-option', 'x')).toEqual([]);
  });
});

const hostile = [
  '@everyone',
  '<@200000000000000002>',
  '🦜'.repeat(250),
  '[x](https://example.org)',
  '`'.repeat(500),
  '\u202Ereversed',
  '|',
];
const textOptions = commands.flatMap(({ data }) =>
  (data.options ?? [])
    .filter((option) => 'autocomplete' in option && option.autocomplete)
    .map((option) => ({ command: data.name, option: option.name })),
);

test.each(textOptions)(
  'whatever is typed as $option of /$command gets a valid, private answer that pings nobody',
  async ({ command, option }) => {
    const { run, complete } = people();
    for (const text of hostile) {
      const answer = await run(command, { [option]: text });
      expect(answer.allowed_mentions).toEqual({ parse: [] });
      expect(answer.content).not.toMatch(/@everyone|<@\d/);
      expect(answer.content).not.toContain('Something went wrong');
      expect(isPrivate(answer), `${text}: ${answer.content}`).toBe(true);
      expect((await complete(command, option, text)).length).toBeLessThanOrEqual(25);
    }
  },
);

test('the person is the member in a server, and the user in a direct message', async () => {
  const { respond } = people();
  const { response } = await respond({
    id: '1',
    application_id: '1',
    type: 2,
    token: 't',
    user: ada,
    data: { id: '1', type: 1, name: 'about', options: [] },
  } as never);
  expect(response.type).toBe(4);
});
