import { generateKeyPairSync, sign } from 'node:crypto';
import Fastify from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { serveInteractions } from '../../src/discord/http.ts';
import { responder } from '../../src/discord/respond.ts';
import { ada, testBot } from '../support.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const hexKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const app = Fastify();

beforeAll(async () => {
  serveInteractions(app, hexKey, responder(commands, testBot));
  await app.ready();
});

const post = (interaction: object, headers?: Record<string, string>) =>
  postText(JSON.stringify(interaction), headers);

/** Posts a body as Discord does: signed. */
function postText(payload: string, headers: Record<string, string> = {}) {
  const timestamp = '1700000000';
  const signature = sign(null, Buffer.from(timestamp + payload), privateKey).toString('hex');
  const signed = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
  return app.inject({
    method: 'POST',
    url: '/interactions',
    payload,
    headers: { 'content-type': 'application/json', ...signed, ...headers },
  });
}

test('a ping is answered with a pong', async () => {
  const response = await post({ type: 1 });
  expect(response.statusCode).toBe(200);
  expect(response.json()).toEqual({ type: 1 });
});

test('a command is answered inline', async () => {
  const response = await post({
    type: 2,
    id: '1',
    token: 't',
    user: ada,
    data: { id: '1', type: 1, name: 'roadmap' },
  });
  expect(response.json()).toMatchObject({ type: 4, data: { allowed_mentions: { parse: [] } } });
});

test.each([
  ['a wrong signature', { 'x-signature-ed25519': '0'.repeat(128) }],
  ['a signature that is too short', { 'x-signature-ed25519': 'ab' }],
  ['a signature that is not hexadecimal', { 'x-signature-ed25519': 'z'.repeat(128) }],
  ['another timestamp', { 'x-signature-timestamp': '1700000001' }],
])('%s is refused with 401', async (_name, headers) => {
  expect((await post({ type: 1 }, headers)).statusCode).toBe(401);
});

test('a request without signature is refused with 401', async () => {
  const response = await app.inject({ method: 'POST', url: '/interactions', payload: {} });
  expect(response.statusCode).toBe(401);
});

test.each(['null', '{', '"text"'])(
  'the signed body %s is refused with 400, without details',
  async (payload) => {
    const response = await postText(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: 'not an interaction' });
  },
);
