import EventEmitter, { once } from 'node:events';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { watchKnowledge } from '../../src/knowledge/reload.ts';
import { copyOfData } from '../support.ts';

async function watched() {
  const data = copyOfData();
  const loaded = loadKnowledge(data.dir);
  if (!loaded.ok) throw new Error('data/ has faults');
  const events = new EventEmitter<{ reloaded: []; faults: [readonly Fault[]] }>();
  let { knowledge } = loaded;
  const watching = await watchKnowledge(data.dir, loaded, {
    reloaded(next) {
      knowledge = next;
      events.emit('reloaded');
    },
    faults: (faults) => events.emit('faults', faults),
  });
  onTestFinished(() => watching.close());
  const current = () => knowledge;
  const titleOfSql = () => current().skill.get('sql')?.title;
  const rename = (title: string) => (text: string) => text.replace(/^sql: .*$/m, `sql: { title: ${title} }`);
  return { ...data, current, events, titleOfSql, rename };
}

/** An edit is live after half a second, the watcher's two times; the rest is patience with a busy machine. */
const within = { signal: AbortSignal.timeout(8000) };

test('an edit in place is taken over', async () => {
  const { edit, events, rename, titleOfSql } = await watched();
  edit('skills.yaml', rename('SQL in place'));
  await once(events, 'reloaded', within);
  expect(titleOfSql()).toBe('SQL in place');
});

test('a file renamed over another is taken over, and so is a write after it', async () => {
  const { dir, edit, events, rename, titleOfSql } = await watched();
  cpSync(join(dir, 'skills.yaml'), join(dir, '.skills.yaml.new'));
  edit('.skills.yaml.new', rename('SQL renamed over'));
  renameSync(join(dir, '.skills.yaml.new'), join(dir, 'skills.yaml'));
  while (titleOfSql() !== 'SQL renamed over') await once(events, 'reloaded', within);
  edit('skills.yaml', rename('SQL written after'));
  while (titleOfSql() !== 'SQL written after') await once(events, 'reloaded', within);
});

test('a directory removed and put back is followed', async () => {
  const { dir, edit, events, current } = await watched();
  rmSync(join(dir, 'steps'), { recursive: true });
  await once(events, 'faults', within);
  expect(current().step.size).toBeGreaterThan(0);
  cpSync('data/steps', join(dir, 'steps'), { recursive: true });
  await once(events, 'reloaded', within);
  edit('steps/python.yaml', (text) => text.replace(/^title: .*$/m, 'title: Python put back'));
  while (current().step.get('python')?.title !== 'Python put back') await once(events, 'reloaded', within);
});

test('a broken edit keeps the old base and reports every fault', async () => {
  const { edit, events, current } = await watched();
  const before = current();
  edit('skills.yaml', (text) => text.replace('title: SQL', 'titel: SQL'));
  const [faults] = await once(events, 'faults', within);
  expect(faults).toContainEqual(
    expect.objectContaining({ file: 'skills.yaml', message: expect.stringContaining('"titel"') }),
  );
  expect(current()).toBe(before);
});
