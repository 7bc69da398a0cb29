import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layout } from '../../src/knowledge/files.ts';
import { jsonSchemas } from '../../src/knowledge/json-schema.ts';

test('the editors’ schemas under data/schema are those of the code', () => {
  const schemas = jsonSchemas();
  expect(readdirSync('data/schema').sort()).toEqual([...schemas.keys()].sort());
  for (const [name, schema] of schemas) {
    expect(
      JSON.parse(readFileSync(`data/schema/${name}`, 'utf8')),
      `run npm run knowledge -- --schemas`,
    ).toEqual(schema);
  }
});

test('every file of the knowledge base names its schema in the first line', () => {
  for (const [kind, { path }] of Object.entries(layout)) {
    const isFile = path.endsWith('.yaml');
    const files = isFile ? [path] : readdirSync(join('data', path)).map((name) => `${path}/${name}`);
    for (const file of files) {
      const [first] = readFileSync(join('data', file), 'utf8').split('\n');
      expect(first, file).toBe(`# yaml-language-server: $schema=${isFile ? '' : '../'}schema/${kind}.json`);
    }
  }
});
