import { z } from 'zod';
import type { DataFile, Fault } from './files.ts';
import type { Entries } from './knowledge.ts';
import { nearest } from './nearest.ts';
import { kinds } from './schema.ts';
import { targetOf } from './target.ts';

/**
 * The ways in which people ask, one a line, by what they ask for:
 *
 * - the key of a target: `faq/degree-needed`, `career/data-analyst/companies`;
 * - the key of many targets, with a kind in braces that stands for each entry of it: `step/{step}`, in whose lines `{step}`
 *   stands for the entry's title; in the lines of any other key it stands for the title of each entry in turn, as in
 *   "do I need a master's to be a {career}";
 * - what gets no answer from the base: `decline/<reason>`, `menu` or `care`, and behind another slash a theme, because lines
 *   that have much in common are recognised better together.
 */
export type Phrasings = ReadonlyMap<string, readonly string[]>;

/** Why a question gets no answer from the knowledge base. */
export const refusals = [
  'other-career',
  'tech-help',
  'personal-verdict',
  'live-local-facts',
  'off-topic',
  'abuse',
] as const;
export type Refusal = (typeof refusals)[number];

/** One entry of a file of phrasings. */
export const phrasingLines = z
  .string({ error: 'ways to ask, one a line, below "|"' })
  .trim()
  .min(3)
  .describe('Ways to ask for it, as people type, one a line');

/** What a key in braces may stand for. */
const slots: readonly string[] = [...kinds, 'area', 'level'];

/** Reads the files of phrasings and checks that each key names something, and that no line stands under two. */
export function phrasingsIn(
  files: readonly DataFile[],
  knowledge: Entries,
): { phrasings: Phrasings; faults: Fault[] } {
  const phrasings = new Map<string, readonly string[]>();
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  for (const file of files) {
    for (const [key, value] of Object.entries((file.value ?? {}) as Record<string, unknown>)) {
      const parsed = phrasingLines.safeParse(value);
      const wrong = parsed.success ? keyFault(key, knowledge) : parsed.error.issues[0]?.message;
      if (wrong !== undefined || !parsed.success) {
        faults.push(file.faultAt([key], `${key}: ${wrong}`));
        continue;
      }
      if (phrasings.has(key)) faults.push(file.faultAt([key], `${key}: stands in another file already`));
      const lines = parsed.data.split('\n').map((line) => line.trim());
      phrasings.set(key, lines);
      for (const line of lines) {
        const unknown = unknownSlot(line);
        if (unknown) faults.push(file.faultAt([key], `${key}: ${unknown}`));
        const form = line.toLowerCase();
        const owner = owners.get(form);
        if (owner !== undefined)
          faults.push(file.faultAt([key], `${key}: "${line}" already asks for ${owner}`));
        owners.set(form, key);
      }
    }
  }
  return { phrasings, faults };
}

/** What is wrong with a key, if anything is. */
function keyFault(key: string, knowledge: Entries): string | undefined {
  const [kind = '', first = ''] = key.split('/');
  if (kind === 'menu' || kind === 'care') return undefined;
  if (kind === 'decline') {
    return (refusals as readonly string[]).includes(first)
      ? undefined
      : `"${first}" is no reason to decline: ${refusals.join(', ')}`;
  }
  if (key.includes('{')) return unknownSlot(key);
  if (targetOf(knowledge, key)) return undefined;
  const table = knowledge[kind as 'faq'] as ReadonlyMap<string, unknown> | undefined;
  const meant = table ? nearest(first, table.keys()) : nearest(kind, kinds);
  const whole = table ? `${kind}/${meant}` : `${meant}/${first}`;
  return `names nothing that there is${meant ? `: did you mean "${whole}"?` : ''}`;
}

/** What is wrong with what stands in braces in a key or a line, if anything is. */
function unknownSlot(text: string): string | undefined {
  const unknown = slotsIn(text).find((slot) => !slots.includes(slot));
  return unknown === undefined
    ? undefined
    : `"{${unknown}}" stands for nothing; known are ${slots.join(', ')}`;
}

/** The kinds that stand in braces in a key or a line, in order. */
export const slotsIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot);
