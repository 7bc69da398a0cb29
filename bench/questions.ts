import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A labelled question. `entries`: the keys of the targets that answer it; files from elsewhere may lack them. */
const question = z.object({
  q: z.string(),
  kind: z.enum(['answer', 'decline', 'menu', 'care']),
  topic: z.string(),
  entries: z.array(z.string()).optional(),
  note: z.string().optional(),
});
export type Question = z.infer<typeof question>;

/** Reads a file of labelled questions, a line of JSON each. */
export const readQuestions = (path: string): Question[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => question.parse(JSON.parse(line)));

/** Whether the target with that key is what a label means: a career's label is met by its roadmap and by each of its sides. */
export function answers(key: string, entry: string): boolean {
  const [kind = '', first = '', second] = entry.split('/');
  if (key === entry) return true;
  if (kind === 'career' && second === undefined)
    return key === `roadmap/${first}` || key.startsWith(`career/${first}/`);
  if (kind === 'country') return key.startsWith('salary/') && key.endsWith(`/${first}`);
  if (kind === 'compare') return key === `compare/${second}/${first}`;
  return false;
}
