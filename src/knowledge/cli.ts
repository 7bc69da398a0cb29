import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesIn } from './addresses.ts';
import { formatFault } from './files.ts';
import { jsonSchemas } from './json-schema.ts';
import type { KnowledgeBase } from './knowledge.ts';
import { checkLinks } from './link-check.ts';
import { loadKnowledge } from './load.ts';
import { counts, formatSections, reportOn, reportOnLinks } from './report.ts';

const { values, positionals } = parseArgs({
  options: {
    schemas: { type: 'boolean', default: false },
    links: { type: 'boolean', default: false },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
  allowPositionals: true,
});
const dir = positionals[0] ?? process.env.DATA_DIR ?? 'data';
const print = (text: string) => process.stdout.write(`${text}\n`);

if (Number.isNaN(Date.parse(values.today))) {
  process.stderr.write(`--today is a day like 2026-11-22, not "${values.today}"\n`);
  process.exit(1);
}

if (values.schemas) {
  for (const [name, schema] of jsonSchemas()) {
    writeFileSync(join(dir, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

const loaded = loadKnowledge(dir);
if (!loaded.ok) {
  print(loaded.faults.map(formatFault).join('\n'));
  process.exitCode = 1;
} else if (values.links) {
  await printLinks(loaded.knowledge);
} else {
  print(`The knowledge base has no fault: ${counts(loaded.knowledge)}.\n`);
  print(formatSections(reportOn(loaded.knowledge, values.today)));
}

async function printLinks(knowledge: KnowledgeBase) {
  const addresses = addressesIn(knowledge);
  print(`Asking for ${addresses.length} addresses, at most one a second of each host: this takes minutes.\n`);
  const results = await checkLinks(addresses.map(({ address }) => address));
  print(formatSections(reportOnLinks(results, addresses)));
  if (results.some(({ verdict }) => verdict === 'dead')) process.exitCode = 1;
}
