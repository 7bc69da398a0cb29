import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { layout } from '../../src/knowledge/files.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';
import { referencesIn } from '../../src/knowledge/references.ts';
import { grades, id, type Kind, kinds, schemas } from '../../src/knowledge/schema.ts';
import { knowledge } from '../support.ts';

const page = readFileSync('docs/content.md', 'utf8');

/** The examples of the page; the first line of each is that of its file and names the kind. */
const examples = [...page.matchAll(/^```yaml\n(# .*schema\/(\w+)\.json\n[\s\S]*?)^```$/gm)].map(
  ([, text = '', kind = '']) => ({ kind: kind as Kind, text }),
);

/** The entries in an example by id; a kind with one entry a file has its id in the file's name. */
const entriesIn = ({ kind, text }: (typeof examples)[number]) =>
  layout[kind].one === 'file' ? { example: parse(text) } : (parse(text) as Record<string, unknown>);

const shown = new Set(
  examples.flatMap((example) => Object.keys(entriesIn(example)).map((key) => `${example.kind}/${key}`)),
);

test('the page has one example of each kind', () => {
  expect(examples.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
});

describe.each(examples)('the example of a $kind', (example) => {
  const { kind, text } = example;

  test('is valid', () => {
    const parsed = z.record(id, schemas[kind]).safeParse(entriesIn(example));
    expect(parsed.success ? '' : z.prettifyError(parsed.error)).toBe('');
  });

  test('begins like a file in its place', () => {
    const up = layout[kind].path.endsWith('.yaml') ? '' : '../';
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}schema/${kind}.json`);
  });

  test('refers to entries that exist, or that the page shows', () => {
    const missing = Object.values(entriesIn(example))
      .flatMap((entry) => [...referencesIn(kind, entry)])
      .filter((reference) => !knowledge[reference.kind].has(reference.id))
      .map((reference) => `${reference.kind}/${reference.id}`);
    expect(missing.filter((reference) => !shown.has(reference))).toEqual([]);
  });
});

test.each(kinds.map((kind) => layout[kind].path))('the page says what %s is', (path) => {
  expect(page).toMatch(new RegExp(`^  ${path}/? +\\S`, 'm'));
});

test.each(grades)('the page explains the grade %s', (grade) => {
  expect(page).toContain(`| \`${grade}\` |`);
});

/** The longest text that the editors' schema allows at a place in entries of a kind. */
function longest(kind: Kind, ...path: string[]): number {
  const schema = path.reduce(
    (inner, key) => (inner as Record<string, object>)[key] ?? {},
    jsonSchemas().get(`${kind}.json`) ?? {},
  );
  return (schema as { maxLength: number }).maxLength;
}

test.each([
  ['a title', longest('career', 'properties', 'title')],
  ['an item', longest('career', 'properties', 'duties', 'items')],
  ['a sentence', longest('career', 'properties', 'sentence')],
  ['a fact', longest('step', 'properties', 'updates', 'items', 'properties', 'text')],
  ['a paragraph', longest('career', 'properties', 'overview')],
])('the page says how long %s may be', (_, most) => {
  expect(page).toContain(`${most} characters`);
});
