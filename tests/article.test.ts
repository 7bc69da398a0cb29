import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Kind } from '../src/knowledge/schema.ts';
import { knowledge } from './support.ts';

const rows = readFileSync('docs/article.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, fact = '', entry = '', words = '']) => ({ fact, entry, words }));

test('the list is whole', () => {
  expect(rows.length).toBeGreaterThan(80);
});

test.each(rows)('"$fact" is in $entry', ({ entry, words }) => {
  const [kind, id] = entry.split('/') as [Kind, string];
  const found = knowledge[kind].get(id);
  expect(found, `there is no ${entry}`).toBeDefined();
  expect(JSON.stringify(found).toLowerCase()).toContain(words.toLowerCase());
});
