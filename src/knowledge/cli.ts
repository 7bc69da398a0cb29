import { formatFault } from './files.ts';
import { loadKnowledge } from './load.ts';

const dir = process.argv[2] ?? 'data';
const loaded = loadKnowledge(dir);
if (loaded.ok) {
  const counts = Object.entries(loaded.knowledge).map(([kind, table]) => `${table.size} ${kind}`);
  process.stdout.write(`The knowledge base has no fault: ${counts.join(', ')}.\n`);
} else {
  process.stdout.write(`${loaded.faults.map(formatFault).join('\n')}\n${loaded.faults.length} faults\n`);
  process.exitCode = 1;
}
