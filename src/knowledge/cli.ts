import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatFault } from './files.ts';
import { jsonSchemas } from './json-schema.ts';
import { loadKnowledge } from './load.ts';

const { values, positionals } = parseArgs({
  options: { schemas: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const dir = positionals[0] ?? process.env.DATA_DIR ?? 'data';
const print = (text: string) => process.stdout.write(`${text}\n`);

if (values.schemas) {
  for (const [name, schema] of jsonSchemas()) {
    writeFileSync(join(dir, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

const loaded = loadKnowledge(dir);
if (loaded.ok) {
  const counts = Object.entries(loaded.knowledge).map(([kind, table]) => `${table.size} ${kind}`);
  print(`The knowledge base has no fault: ${counts.join(', ')}.`);
} else {
  print(loaded.faults.map(formatFault).join('\n'));
  process.exitCode = 1;
}
