import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { copyOfData } from './support.ts';

/** `npm start`, as a person runs it, with these variables. */
function npmStart(environment: Record<string, string>) {
  const { DISCORD_TOKEN: _, ...rest } = process.env;
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...rest, PORT: '0', ...environment },
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It has ended already.
    }
  });
  const errors: string[] = [];
  child.stderr.on('data', (data: Buffer) => errors.push(data.toString()));
  const firstLine = once(createInterface(child.stdout), 'line').then(([line]) => line as string);
  return { child, firstLine, ended: ending(child), errors: () => errors.join('') };
}

const ending = (child: ChildProcess) => once(child, 'close').then(([code]) => code as number | null);

test('npm start prints one address, serves the page there, and SIGTERM ends all of it with 0', async () => {
  const { child, firstLine, ended } = npmStart({});
  const address = /^Signpost is at (http:\/\/127\.0\.0\.1:\d+)$/.exec(await firstLine)?.[1] ?? '';
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toContain('text/html');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
}, 30_000);

test('every wrong variable is a line on stderr, and the exit code is 1', async () => {
  const { ended, errors } = npmStart({ PORT: 'abc', LOG_LEVEL: 'loud' });
  expect(await ended).toBe(1);
  expect(errors()).toMatch(/^PORT: /m);
  expect(errors()).toMatch(/^LOG_LEVEL: /m);
}, 30_000);

test('a knowledge base with faults does not start, and every fault is a line', async () => {
  const data = copyOfData();
  data.edit('skills.yaml', (text) => text.replace('title: SQL', 'titel: SQL'));
  const { ended, errors } = npmStart({ DATA_DIR: data.dir });
  expect(await ended).toBe(1);
  expect(errors()).toMatch(/^skills\.yaml:\d+:\d+ unknown key "titel"/m);
}, 30_000);

test('a port in use is one sentence that says what to do', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  onTestFinished(() => void blocker.close());
  const { port } = blocker.address() as { port: number };
  const { ended, errors } = npmStart({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect(errors()).toContain(`Port ${port} on 127.0.0.1 is in use`);
}, 30_000);
