import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../src/discord/errors.ts';
import { questionFile } from '../src/questions.ts';

const log = pino({ level: 'silent' });

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'signpost-questions-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('a question is kept with its time and reason, clipped, and with nothing about who asked', async () => {
  const dir = folder();
  const path = join(dir, 'var', 'questions.jsonl');
  const keep = questionFile(path, log);
  const written = once(watch(join(dir, 'var')), 'change');
  keep('x'.repeat(2000), 'unknown', new Date('2026-11-22T12:00:00Z'));
  await written;
  await expect.poll(() => readFileSync(path, 'utf8')).toMatch(/\n$/);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    time: '2026-11-22T12:00:00.000Z',
    reason: 'unknown',
    question: 'x'.repeat(500),
  });
});

test('a folder that cannot be made is said in one sentence', () => {
  const dir = folder();
  writeFileSync(join(dir, 'file'), '');
  expect(() => questionFile(join(dir, 'file', 'questions.jsonl'), log)).toThrow(StartError);
});
