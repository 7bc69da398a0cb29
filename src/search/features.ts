import { isEntity } from './entity-names.ts';
import type { Meanings } from './meanings.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/**
 * A text as what it is judged by: the number of each feature in it, below zero when it is unknown, and how much it counts,
 * from 0 to 1. A feature may stand there more than once.
 */
export type Features = { readonly numbers: readonly number[]; readonly counts: readonly number[] };

/**
 * How much each kind of feature counts: a meaning, two meanings in a row, all roles, places and exams together, a word as it
 * was typed, two words in a row, the two words that a text begins with, which tell how it asks ("how long", "is it"), and a
 * part of a word, by which its relatives are known ("analyst", "analysis").
 */
const counts = { meaning: 1, meanings: 0.6, entities: 1, word: 0.5, words: 0.4, opening: 0.7, part: 0.4 };

/** How many letters a part of a word has, with "^" and "$" for its ends. */
const partLength = 4;

/** A text of at least so many words tells a story; what asks in it counts in full, the rest so much. */
const story = { words: 20, rest: 0.4 };

/** Turns words, as `wordsOf` gives them, into what they are judged by: the meanings and words in them, and what follows what. */
export type FeaturesOf = (words: readonly string[]) => Features;

export function featuresWith(meaningsIn: Meanings, { names, pair }: Vocabulary): FeaturesOf {
  const numberOf = {
    meaning: names(),
    word: names(),
    entities: names(),
    opening: names(),
    part: names(),
  };
  const known = new Map<string, readonly number[]>();
  /** The parts of a word that was learned are looked up once, for it stands in many texts. */
  const partNumbers = (word: string): readonly number[] => {
    const found = known.get(word);
    if (found) return found;
    const numbers = partsOf(word).map(numberOf.part);
    if (numberOf.word(word) >= 0) known.set(word, numbers);
    return numbers;
  };
  return (words) => {
    const numbers: number[] = [];
    const shares: number[] = [];
    const add = (feature: number, share: number) => {
      numbers.push(feature);
      shares.push(share);
    };
    const addRow = (
      row: readonly string[],
      numberIn: (name: string) => number,
      alone: number,
      paired: number,
    ) => {
      let last: number | undefined;
      for (const name of row) {
        const feature = numberIn(name);
        add(feature, alone);
        if (last !== undefined) add(pair(last, feature), paired);
        last = feature;
      }
    };
    const meanings = meaningsIn(words);
    addRow(meanings, numberOf.meaning, counts.meaning, counts.meanings);
    addRow(words, numberOf.word, counts.word, counts.words);
    add(numberOf.opening(words.slice(0, 2).join(' ')), counts.opening);
    const entities = meanings.filter(isEntity);
    if (entities.length > 0) add(numberOf.entities(entities.sort().join(' ')), counts.entities);
    for (const word of new Set(words)) {
      for (const part of partNumbers(word)) add(part, counts.part);
    }
    return { numbers, counts: shares };
  };
}

/** "deep" as "^dee", "deep" and "eep$". */
function partsOf(word: string): string[] {
  const whole = `^${word}$`;
  const parts = [whole.slice(0, partLength)];
  for (let end = partLength + 1; end <= whole.length; end += 1)
    parts.push(whole.slice(end - partLength, end));
  return parts;
}

/**
 * The same for a question, of which only the part that asks counts in full where it tells a story too.
 *
 * @param read - turns a text into words, as `wordsOf` does
 */
export function featuresOfQuestion(
  question: string,
  read: (text: string) => string[],
  featuresOf: FeaturesOf,
): Features {
  const whole = read(question);
  const clauses = whole.length < story.words ? [] : clausesOf(question);
  if (clauses.length < 2) return featuresOf(whole);
  const asking = clauses.filter((clause) => asks.test(clause));
  const counted = asking.length > 0 ? asking : clauses.slice(-1);
  const most = new Map<number, number>();
  for (const clause of clauses) {
    const share = counted.includes(clause) ? 1 : story.rest;
    const { numbers, counts: own } = featuresOf(read(clause));
    for (const [place, feature] of numbers.entries()) {
      most.set(feature, Math.max(most.get(feature) ?? 0, share * (own[place] ?? 0)));
    }
  }
  return { numbers: [...most.keys()], counts: [...most.values()] };
}

const clausesOf = (text: string) =>
  text
    .split(/(?<=[?!])\s*|[.;:\n]+|,\s|\s-\s|\bbut\b/u)
    .map((clause) => clause.trim())
    .filter((clause) => wordsOf(clause).length > 0);

/** How a clause begins, or ends, that asks for something. */
const asks =
  /\?|^(?:(?:so|and|or|pls|please|ok|hey|hi|also) )*(?:how|what|which|where|when|why|who|whats|is|are|am|do|does|did|can|could|should|shall|would|will|any|need|recommend|suggest|tell|give|show|best|want|looking)\b/i;
