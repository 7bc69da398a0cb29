import type { Entries } from '../knowledge/knowledge.ts';
import type { Target } from '../knowledge/target.ts';

/** What is asked of an entry, where that is less than the whole. */
export const aspects = [
  'hours',
  'after',
  'before',
  'optional',
  'done',
  'price',
  'validity',
  'exam',
  'worth',
  'requirements',
  'ladder',
  'synonyms',
] as const;
export type Aspect = (typeof aspects)[number];

/** What the first sentence of an answer is about. */
export type Focus = {
  readonly aspect?: Aspect;
  /** The career in whose roadmap a step is asked for. */
  readonly career?: string;
};

/** For each kind of entry the aspects that can be asked for, the more particular first, and the meanings that ask for them. */
const askedBy: Partial<Record<Target['kind'], readonly (readonly [Aspect, readonly string[]])[]>> = {
  step: [
    ['optional', ['optional', 'skip', 'need']],
    ['hours', ['duration', 'howmany', 'timeframe']],
    ['after', ['after', 'next']],
    ['done', ['done']],
    ['before', ['before', 'need']],
  ],
  certification: [
    ['price', ['price', 'free']],
    ['validity', ['expire']],
    ['exam', ['exam', 'howmany', 'duration', 'hard']],
    ['before', ['before', 'need']],
    ['worth', ['worth']],
  ],
  resource: [
    ['price', ['price', 'free']],
    ['hours', ['duration', 'howmany']],
  ],
  title: [
    ['requirements', ['need', 'skill', 'tool']],
    ['ladder', ['promotion', 'next']],
    ['synonyms', ['synonym']],
  ],
};

/**
 * What a question asks of the entry that answers it.
 *
 * @param meanings - those found in the question
 */
export function focusOf(knowledge: Entries, target: Target, meanings: readonly string[]): Focus {
  const asked = askedBy[target.kind]?.find(([, by]) => by.some((meaning) => meanings.includes(meaning)));
  const careers =
    target.kind === 'step' ? meanings.flatMap((meaning) => careerWith(knowledge, meaning, target.id)) : [];
  const [career] = careers;
  return { ...(asked && { aspect: asked[0] }), ...(career !== undefined && { career }) };
}

/** The career that a meaning names, when its roadmap has the step. */
function careerWith(knowledge: Entries, meaning: string, step: string): string[] {
  const career = meaning.startsWith('role:') ? knowledge.career.get(meaning.slice(5)) : undefined;
  return career?.steps.some((item) => item.step === step) ? [career.id] : [];
}
