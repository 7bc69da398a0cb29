import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openDiscord } from './support.ts';

/** fetch() does not let a caller choose Host; node:http does. */
function statusOf(address: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${address}/api/v10/users/@me`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

const auth = { authorization: 'Bot playground-token' };

const requests: [string, Record<string, string>, number][] = [
  ['its own address', {}, 200],
  ['localhost', { host: 'localhost:8787' }, 200],
  ['IPv6 loopback', { host: '[::1]:8787' }, 200],
  ['a name that points here', { host: 'evil.example:8787' }, 403],
  ['a name that begins like loopback', { host: '127.0.0.1.evil.example' }, 403],
  ['its own origin', { host: 'localhost:1', origin: 'http://localhost:1' }, 200],
  ['another origin', { origin: 'http://evil.example' }, 403],
  ['another port on this machine', { host: 'localhost:1', origin: 'http://localhost:2' }, 403],
  ['an origin that hides', { origin: 'null' }, 403],
];

test.each(requests)('a request with %s', async (_what, headers, status) => {
  const { address } = await openDiscord();
  expect(await statusOf(address, { ...auth, ...headers })).toBe(status);
});

const upgrades: [string, Record<string, string>, string][] = [
  ['a name that points here', { host: 'evil.example' }, '403'],
  ['another origin', { origin: 'http://evil.example' }, '403'],
];

test.each(upgrades)('a WebSocket with %s is refused', async (_what, headers, status) => {
  const { address } = await openDiscord();
  const socket = new WebSocket(`${address.replace('http', 'ws')}/gateway?v=10&encoding=json`, { headers });
  const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
  expect(error.message).toContain(status);
});

test('a WebSocket at an address that nobody opened is refused', async () => {
  const { address } = await openDiscord();
  const socket = new WebSocket(`${address.replace('http', 'ws')}/nowhere`);
  expect((await new Promise<Error>((resolve) => socket.on('error', resolve))).message).toContain('404');
});

test('without the token there is no access', async () => {
  const { address } = await openDiscord();
  expect(await statusOf(address, {})).toBe(401);
  expect(await statusOf(address, { authorization: 'Bot wrong' })).toBe(401);
});
