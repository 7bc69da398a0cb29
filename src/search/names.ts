import { distance } from 'fastest-levenshtein';
import { normalise } from '../knowledge/normalise.ts';

/** What can be found by name. */
export type Named = { readonly id: string; readonly title: string; readonly aliases: readonly string[] };

/** The entry that was meant, or up to three that may have been. */
export type Found<E> = { readonly sure: E } | { readonly unsure: readonly E[] };

/** The entry that was surely meant, if one was. */
export const sure = <E>(found: Found<E>): E | undefined => ('sure' in found ? found.sure : undefined);

/** Entries of one kind, to be found by id, title and alias, by their beginnings and in spite of typos. */
export type Names<E extends Named> = {
  /** The entries that `typed` may be the beginning of, best first; all of them when nothing is typed. */
  complete(typed: string): E[];
  find(typed: string): Found<E>;
};

type Match<E> = { readonly entry: E; readonly score: number };

/** How far a name is from what was typed: whole ranks for the kind of match, fractions within it. */
const rank = { exact: 0, beginning: 1, words: 2, inside: 3, typo: 4, none: 9 } as const;

/** @param others - the names of an entry beside its title and id; its aliases, unless it says otherwise */
export function namesOf<E extends Named>(
  entries: Iterable<E>,
  others: (entry: E) => readonly string[] = ({ aliases }) => aliases,
): Names<E> {
  const all = [...entries];
  const named = all.map((entry) => ({
    entry,
    names: [...new Set([entry.title, ...others(entry), entry.id].map(normalise))],
  }));

  const matches = (typed: string): Match<E>[] =>
    named
      .map(({ entry, names }) => ({ entry, score: Math.min(...names.map((name) => scoreOf(typed, name))) }))
      .filter(({ score }) => score < rank.none)
      .sort((a, b) => a.score - b.score);

  return {
    complete(typed) {
      const text = formOf(typed);
      return text === '' ? all : matches(text).map(({ entry }) => entry);
    },
    find(typed) {
      const text = formOf(typed);
      const found = text === '' ? [] : matches(text);
      const [best, second] = found;
      if (best && isSure(best, second)) return { sure: best.entry };
      if (text === '') return { unsure: all.slice(0, 3) };
      return {
        unsure: found.length > 0 ? found.slice(0, 3).map(({ entry }) => entry) : nearestOf(text, named),
      };
    },
  };
}

/** What is compared of what was typed: no name is longer. */
const formOf = (typed: string) => normalise(typed.slice(0, 200));

/** A match is sure when it is exact, or when no other is of the same kind and as near. */
function isSure<E>(best: Match<E>, second: Match<E> | undefined): boolean {
  if (best.score === rank.exact) return true;
  if (best.score >= rank.inside && best.score < rank.typo) return false;
  return (
    second === undefined ||
    Math.floor(second.score) > Math.floor(best.score) ||
    second.score - best.score >= 0.25
  );
}

function scoreOf(typed: string, name: string): number {
  if (name === typed) return rank.exact;
  const share = 0.2 * (1 - typed.length / Math.max(name.length, typed.length));
  if (name.startsWith(typed)) return rank.beginning + share;
  const words = name.split(' ');
  if (typed.split(' ').every((part) => words.some((word) => word.startsWith(part))))
    return rank.words + share;
  if (typed.length > 2 && name.includes(typed)) return rank.inside + share;
  const typos = typosIn(typed, name);
  return typos === undefined ? rank.none : rank.typo + typos / 4 + share;
}

/** Letters that differ between what was typed and the name, or its words; undefined when too many do. */
function typosIn(typed: string, name: string): number | undefined {
  const whole = distance(typed, name);
  if (whole <= allowedTypos(typed)) return whole;
  const words = name.split(' ');
  let sum = 0;
  for (const part of typed.split(' ')) {
    const least = Math.min(
      ...words.map((word) => Math.min(distance(part, word), distance(part, word.slice(0, part.length)))),
    );
    if (least > allowedTypos(part)) return undefined;
    sum += least;
  }
  return sum <= 3 ? sum : undefined;
}

const allowedTypos = (text: string) => (text.length < 4 ? 0 : text.length < 6 ? 1 : 2);

function nearestOf<E>(typed: string, named: readonly { entry: E; names: readonly string[] }[]): E[] {
  return named
    .map(({ entry, names }) => ({
      entry,
      far: Math.min(...names.map((name) => distance(typed, name) / name.length)),
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ entry }) => entry);
}
