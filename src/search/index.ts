import { distance } from 'fastest-levenshtein';
import { normalise } from '../knowledge/normalise.ts';
import { fieldWeights } from './language.ts';
import type { Phrasing } from './phrasings.ts';
import { type Target, targetKey } from './target.ts';

/** What is known of how a question can be asked, and of what each target says. */
export type Index = {
  readonly targets: readonly Target[];
  /** The weight of what was asked: how much there is to be understood. */
  weight(found: readonly string[]): number;
  /** How well each target that shares a meaning with the question fits it, from 0 to 1. */
  scores(found: readonly string[], text: string): Map<number, number>;
};

/** How the parts of a score are weighed; chosen with `npm run bench:answers` on the tuning half of our questions. */
export const tuning = {
  /** What a meaning of the question costs that the phrasing lacks, and one of the phrasing that the question lacks. */
  missing: 0.5,
  extra: 0.35,
  /** The share of the nearest phrasing, of all that the target says, and of the small words, in a score. */
  phrasing: 0.62,
  coverage: 0.28,
  words: 0.1,
  /** What a meaning counts that stands in the target's text but in none of its phrasings. */
  inText: 0.6,
  /** The weight of a word that nothing has, and the most that all such words of a question weigh. */
  unknown: 4,
  mostUnknown: 9,
  role: 2.6,
  rarest: 5,
  least: 0.7,
  spread: 0.8,
  /** A clause counts the more, the more of the question's meaning it holds; below the least share it says nothing. */
  clause: 0.6,
  leastShare: 0.15,
};

/** What a target of a kind must be better by: a question is seldom about a word unless it asks what that means. */
export const handicaps: Partial<Record<Target['kind'], number>> = {
  term: 0.08,
  resource: 0.03,
  project: 0.03,
  step: 0.01,
};

/** An inverted index over phrasings and over the texts of their targets. */
export function indexOf(
  phrasings: Iterable<Phrasing>,
  textOf: (target: Target) => string,
  tokens: (text: string) => string[],
): Index {
  const targets: Target[] = [];
  const numbers = new Map<string, number>();
  const docs: {
    readonly target: number;
    readonly tokens: readonly string[];
    readonly words: ReadonlySet<string>;
  }[] = [];
  const docsWith = new Map<string, number[]>();
  /** For each meaning the targets that have it, and whether in a phrasing (1) or only in the text. */
  const targetsWith = new Map<string, Map<number, number>>();
  const note = (token: string, target: number, share: number) => {
    const having = targetsWith.get(token) ?? new Map<number, number>();
    if (!having.has(target)) targetsWith.set(token, having.set(target, share));
  };

  for (const { words, target } of phrasings) {
    const found = tokens(words);
    if (found.length === 0) continue;
    const key = targetKey(target);
    const number = numbers.get(key) ?? targets.push(target) - 1;
    numbers.set(key, number);
    const doc = docs.push({ target: number, tokens: found, words: wordsOf(words) }) - 1;
    for (const token of found) {
      const having = docsWith.get(token);
      if (having) having.push(doc);
      else docsWith.set(token, [doc]);
      note(token, number, 1);
    }
  }
  for (const [number, target] of targets.entries()) {
    for (const token of tokens(textOf(target))) note(token, number, tuning.inText);
  }

  const weightOf = (token: string): number => {
    if (token === 'field') return fieldWeights.any;
    if (token.startsWith('field:')) return fieldWeights.this;
    if (token.startsWith('role:')) return tuning.role;
    const spread = targetsWith.get(token)?.size;
    if (spread === undefined) return tuning.unknown;
    return Math.min(
      tuning.rarest,
      Math.max(tuning.least, Math.log(1 + targets.length / spread) * tuning.spread),
    );
  };
  const sum = (list: readonly string[]) => list.reduce((total, token) => total + weightOf(token), 0);
  const docWeights = docs.map((doc) => sum(doc.tokens));
  const handicapOf = targets.map(({ kind }) => handicaps[kind] ?? 0);
  const correct = correctorFor([...targetsWith.keys()]);
  const understood = (found: readonly string[]) => {
    const known = new Set<string>();
    let unknown = 0;
    for (const token of found) {
      const meant = targetsWith.has(token) ? token : correct(token);
      if (meant) known.add(meant);
      else unknown += tuning.unknown;
    }
    return { known: [...known], unknown: Math.min(unknown, tuning.mostUnknown) };
  };

  return {
    targets,
    weight(found) {
      const { known, unknown } = understood(found);
      return sum(known) + unknown;
    },
    scores(question, text) {
      const { known, unknown } = understood(question);
      const whole = sum(known) + unknown;
      const small = wordsOf(text);
      const asksMeaning = known.includes('whatis') || small.size <= 2;
      const shared = new Map<number, number>();
      const covered = new Map<number, number>();
      for (const token of known) {
        const weight = weightOf(token);
        for (const doc of docsWith.get(token) ?? []) shared.set(doc, (shared.get(doc) ?? 0) + weight);
        for (const [target, share] of targetsWith.get(token) ?? []) {
          covered.set(target, (covered.get(target) ?? 0) + weight * share);
        }
      }
      const best = new Map<number, number>();
      for (const [number, common] of shared) {
        const doc = docs[number];
        const weight = docWeights[number];
        if (!doc || weight === undefined) continue;
        const fit = common / (common + tuning.missing * (whole - common) + tuning.extra * (weight - common));
        const coverage = (covered.get(doc.target) ?? 0) / whole;
        const sure =
          tuning.phrasing * fit +
          tuning.coverage * coverage -
          (handicapOf[doc.target] ?? 0) * (asksMeaning ? 0 : 1);
        const least = best.get(doc.target) ?? 0;
        if (sure + tuning.words <= least) continue;
        const score = sure + tuning.words * overlap(small, doc.words);
        if (score > least) best.set(doc.target, score);
      }
      return best;
    },
  };
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(normalise(text).split(' '));

/** The share of words that two texts have in common (Dice). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of b) if (a.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Finds the known word that a misspelt one was meant to be: one letter differs, two in a long word. */
function correctorFor(known: readonly string[]): (word: string) => string | undefined {
  const byStart = new Map<string, string[]>();
  for (const word of known) {
    const start = word.slice(0, 1);
    const having = byStart.get(start);
    if (having) having.push(word);
    else byStart.set(start, [word]);
  }
  return (word) => {
    if (word.length < 5) return undefined;
    const allowed = word.length < 8 ? 1 : 2;
    return byStart
      .get(word.slice(0, 1))
      ?.find(
        (candidate) =>
          Math.abs(candidate.length - word.length) <= allowed && distance(candidate, word) <= allowed,
      );
  };
}
