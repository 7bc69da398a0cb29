import type { EntityName } from './entity-names.ts';
import { fields, meanings, neutral } from './language.ts';
import { wordsOf } from './words.ts';

type Way = { readonly words: readonly string[]; readonly meaning: string };

const wayOf = (text: string, meaning: string): Way => ({ words: wordsOf(text), meaning });

const neutralWords = new Set(wordsOf(neutral));

const builtIn: readonly Way[] = [
  ...meanings
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [meaning = '', ways = ''] = line.split(': ', 2);
      return ways.split(', ').map((way) => wayOf(way, meaning));
    }),
  ...fields.flatMap(([field, ways]) => ways.map((way) => wayOf(way, `field:${field}`))),
];

/** The words that names and meanings are made of. */
export function wordsWithMeaning(names: Iterable<EntityName>): Set<string> {
  const words = new Set(neutralWords);
  for (const { name } of names) for (const word of wordsOf(name)) words.add(word);
  for (const way of builtIn) for (const word of way.words) words.add(word);
  return words;
}

/** Turns words, as `wordsOf` gives them, into the meanings that they stand for, in their order and each once. */
export type Meanings = (words: readonly string[]) => string[];

/**
 * @param names - the names of entries that stand for one meaning each, like "role:data-scientist"
 */
export function meaningsWith(names: Iterable<EntityName>): Meanings {
  const ways = new Map<string, Way[]>();
  const known = new Set<string>();
  for (const way of [...[...names].map(({ name, meaning }) => wayOf(name, meaning)), ...builtIn].reverse()) {
    const [first] = way.words;
    const key = way.words.join(' ');
    if (!first || known.has(key)) continue;
    known.add(key);
    ways.set(
      first,
      [...(ways.get(first) ?? []), way].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return (words) => {
    const found = new Set<string>();
    // Behind the last name of a role or field.
    let afterName = -1;
    for (let at = 0; at < words.length; ) {
      const word = words[at] ?? '';
      const way = ways
        .get(word)
        ?.find((candidate) => candidate.words.every((part, index) => words[at + index] === part));
      if (way) {
        found.add(way.meaning);
        if (way.meaning.startsWith('field:') || way.meaning.startsWith('role:')) {
          found.add('field');
          if (words[at - 1] === 'to' && afterName === at - 1) found.add('switch');
          afterName = at + way.words.length;
        }
      } else if (isTimeframe(words, at)) {
        found.add('timeframe');
        found.add('duration');
      } else if (isAge(words, at)) {
        found.add('old');
        found.add(`age:${Math.min(50, Math.floor(Number(word) / 10) * 10)}`);
      } else if (!neutralWords.has(word)) found.add(word);
      at += way?.words.length ?? 1;
    }
    return [...found];
  };
}

/** A number from 30 to 69 behind a word that makes it somebody's age. */
const isAge = (words: readonly string[], at: number) =>
  /^[3-6]\d$/.test(words[at] ?? '') && /^(im|am|m|ag|age|aged|turn|at)$/.test(words[at - 1] ?? '');

/** "3 days", "2 months": a number before a span of time in which something is to be done. */
const isTimeframe = (words: readonly string[], at: number) =>
  /^\d{1,3}$/.test(words[at] ?? '') && /^(dai|day|days|week|month)s?$/.test(words[at + 1] ?? '');
