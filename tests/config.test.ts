import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

test('with nothing set it is the playground on loopback', () => {
  expect(readConfig({})).toEqual({
    config: {
      door: 'playground',
      host: '127.0.0.1',
      port: 8787,
      dataDir: 'data',
      reportUrl: undefined,
      logLevel: 'info',
      keepQuestions: false,
      answerMentions: false,
    },
  });
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ DISCORD_TOKEN: '', PORT: ' ' })).toEqual(readConfig({}));
});

test('a token opens the gateway', () => {
  const read = readConfig({ DISCORD_TOKEN: 'abc', DISCORD_API_URL: 'http://127.0.0.1:4000/api/' });
  expect(read).toMatchObject({
    config: { door: 'gateway', token: 'abc', apiUrl: 'http://127.0.0.1:4000/api' },
  });
});

test.each([
  ['PORT', { PORT: 'abc' }],
  ['PORT', { PORT: '70000' }],
  ['DISCORD_DOOR', { DISCORD_DOOR: 'window' }],
  ['DISCORD_PUBLIC_KEY', { DISCORD_DOOR: 'http' }],
  ['DISCORD_PUBLIC_KEY', { DISCORD_DOOR: 'http', DISCORD_PUBLIC_KEY: 'xyz' }],
  ['DISCORD_DEV_GUILD', { DISCORD_DEV_GUILD: 'my server' }],
  ['DISCORD_API_URL', { DISCORD_API_URL: 'discord.com' }],
  ['REPORT_URL', { REPORT_URL: 'mailto:me' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['HOST', { HOST: '0.0.0.0' }],
  ['ANSWER_MENTIONS', { ANSWER_MENTIONS: 'yes' }],
  ['ANSWER_MENTIONS', { ANSWER_MENTIONS: 'true', DISCORD_DOOR: 'http', DISCORD_PUBLIC_KEY: 'a'.repeat(64) }],
  ['KEEP_QUESTIONS', { KEEP_QUESTIONS: 'maybe' }],
])('a wrong %s is a fault that names it: %j', (name, environment) => {
  const read = readConfig(environment);
  expect('faults' in read && read.faults).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
});

test('every fault is reported at once', () => {
  const read = readConfig({ PORT: 'abc', LOG_LEVEL: 'loud' });
  expect('faults' in read && read.faults).toHaveLength(2);
});
