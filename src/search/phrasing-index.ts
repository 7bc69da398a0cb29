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
  /** How well each target fits the question that shares a meaning with it. */
  scores(found: readonly string[], text: string): Map<number, Fit>;
};

/** How well a target fits a question: `score` ranks targets, the rest tells how sure one can be; from 0 to about 1. */
export type Fit = {
  readonly score: number;
  /** What the question and the nearest phrasing have in common, of all that both say. */
  readonly fit: number;
  /** The share of the question's meaning that the target says anything about. */
  readonly coverage: number;
  /** The share of the question's meaning that nothing in the knowledge base knows. */
  readonly unknown: number;
};

/** How the parts of a score are weighed; chosen with `npm run bench:answers` on the tuning half of our questions. */
export const tuning = {
  /** What a meaning of the question costs that the phrasing lacks, and one of the phrasing that the question lacks. */
  missing: 0.2,
  extra: 0.5,
  /** The share of the nearest phrasing, of the one after it, of all that the target says, and of the small words, in a score. */
  phrasing: 0.4,
  second: 0.2,
  coverage: 0.4,
  words: 0.15,
  /** What a meaning counts that stands in the target's text but in none of its phrasings. */
  inText: 0.6,
  /** The weight of a word that nothing has, and the most that all such words of a question weigh. */
  unknown: 4,
  mostUnknown: 6,
  role: 2,
  rarest: 4,
  /** A meaning that weighs less is too common to find anything by. */
  common: 0.8,
  least: 0.7,
  spread: 1.2,
  phrasingSpread: 0.5,
  /** A clause counts the more, the more of the question's meaning it holds; below the least share it says nothing. */
  clause: 0.2,
  leastShare: 0.35,
};

/** What a target of a kind must be better by: a question is seldom about a word unless it asks what that means. */
const handicaps: Partial<Record<Target['kind'], number>> = {
  term: 0.2,
  resource: 0.06,
  project: 0.03,
  step: 0.02,
  title: 0.04,
};

/** An inverted index over phrasings and over the texts of their targets. */
export function indexOf(
  phrasings: Iterable<Phrasing>,
  textOf: (target: Target) => string,
  tokens: (text: string) => string[],
): Index {
  const targets: Target[] = [];
  const numbers = new Map<string, number>();
  const docs: Doc[] = [];
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
  const phrasedBy = new Map([...targetsWith].map(([token, having]) => [token, having.size]));
  for (const [number, target] of targets.entries()) {
    for (const token of tokens(textOf(target))) note(token, number, tuning.inText);
  }

  const cache = new Map<string, number>();
  const weightOf = (token: string): number => {
    const known = cache.get(token) ?? freshWeight(token);
    cache.set(token, known);
    return known;
  };
  const freshWeight = (token: string): number => {
    if (token === 'field') return fieldWeights.any;
    if (token.startsWith('field:')) return fieldWeights.this;
    if (token.startsWith('role:')) return tuning.role;
    const having = targetsWith.get(token);
    if (having === undefined) return tuning.unknown;
    const spread = Math.max(
      1,
      tuning.phrasingSpread * (phrasedBy.get(token) ?? 1) + (1 - tuning.phrasingSpread) * having.size,
    );
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
      const covered = new Float64Array(targets.length);
      const shared = new Float64Array(docs.length);
      const touched: number[] = [];
      // What nearly every phrasing has comes last, and then finds no new ones: there would be thousands.
      for (const token of known.sort((a, b) => weightOf(b) - weightOf(a))) {
        const weight = weightOf(token);
        const isCommon = weight < tuning.common && touched.length > 0;
        for (const doc of docsWith.get(token) ?? []) {
          const before = shared[doc] as number;
          if (before === 0 && isCommon) continue;
          if (before === 0) touched.push(doc);
          shared[doc] = before + weight;
        }
        for (const [target, share] of targetsWith.get(token) ?? []) {
          covered[target] = (covered[target] as number) + weight * share;
        }
      }

      const nearest = new Map<number, Near>();
      for (const number of touched) {
        const common = shared[number] as number;
        const extra = (docWeights[number] as number) - common;
        const fit = common / (common + tuning.missing * (whole - common) + tuning.extra * extra);
        const { target } = docs[number] as Doc;
        const near = nearest.get(target);
        if (!near) nearest.set(target, { fit, doc: number, next: 0 });
        else if (fit > near.fit) nearest.set(target, { fit, doc: number, next: near.fit });
        else if (fit > near.next) near.next = fit;
      }

      const small = wordsOf(text);
      const asksMeaning = known.includes('whatis') || small.size <= 2;
      const scores = new Map<number, Fit>();
      let most = 0;
      for (const [target, { fit, doc, next }] of nearest) {
        const common = shared[doc] as number;
        const extra = (docWeights[doc] as number) - common;
        const coverage = (covered[target] as number) / whole;
        const handicap = asksMeaning ? 0 : (handicapOf[target] as number);
        const score = tuning.phrasing * fit + tuning.second * next + tuning.coverage * coverage - handicap;
        const both = (2 * common) / (2 * common + (whole - common) + extra);
        scores.set(target, { score, fit: both, coverage, unknown: unknown / whole });
        most = Math.max(most, score);
      }
      for (const [target, fit] of scores) {
        if (fit.score < most - tuning.words) continue;
        const { doc } = nearest.get(target) as Near;
        const words = overlap(small, (docs[doc] as Doc).words);
        scores.set(target, { ...fit, score: fit.score + tuning.words * words });
      }
      return scores;
    },
  };
}

/** The phrasing of a target that fits best, how well it fits, and how well the next best does. */
type Near = { readonly fit: number; readonly doc: number; next: number };
type Doc = {
  readonly target: number;
  readonly tokens: readonly string[];
  readonly words: ReadonlySet<string>;
};

const wordsOf = (text: string): ReadonlySet<string> => new Set(normalise(text).split(' '));

/** The share of words that two texts have in common (Dice). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of b) if (a.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** Finds the known word that a misspelt one was meant to be: one letter differs, two in a long word, or two are exchanged. */
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
    return byStart.get(word.slice(0, 1))?.find((candidate) => {
      if (Math.abs(candidate.length - word.length) > allowed) return false;
      const far = distance(candidate, word);
      return far <= allowed || (far === 2 && haveSameLetters(candidate, word));
    });
  };
}

/** Whether two words differ by the order of their letters alone. */
const haveSameLetters = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');
