import type { Features } from './classifier.ts';
import { isEntity } from './entity-names.ts';
import type { Meanings } from './meanings.ts';
import { wordsOf } from './words.ts';

/**
 * How much each kind of feature counts: a meaning, two meanings in a row, all names of roles, places and exams together, a
 * word as it was typed, and two words in a row.
 */
const counts = { meaning: 1, meanings: 0.6, names: 1, word: 0.6, words: 0.4 };

/** A text of at least so many words tells a story; what asks in it counts in full, the rest so much. */
const story = { words: 20, rest: 0.4 };

/** What a phrasing, given as `wordsOf` gives it, is judged by: the meanings and the words in it, and what follows what. */
export function featuresOf(words: readonly string[], meaningsIn: Meanings): Features {
  const features = new Map<string, number>();
  note(features, words, meaningsIn, 1);
  return features;
}

/**
 * The same for a question, of which only the part that asks counts in full where it tells a story too.
 *
 * @param read - turns a text into words, as `wordsOf` does
 */
export function featuresOfQuestion(
  question: string,
  read: (text: string) => string[],
  meaningsIn: Meanings,
): Features {
  const whole = read(question);
  const clauses = whole.length < story.words ? [] : clausesOf(question);
  if (clauses.length < 2) return featuresOf(whole, meaningsIn);
  const asking = clauses.filter((clause) => asks.test(clause));
  const counted = asking.length > 0 ? asking : clauses.slice(-1);
  const features = new Map<string, number>();
  for (const clause of clauses) {
    note(features, read(clause), meaningsIn, counted.includes(clause) ? 1 : story.rest);
  }
  return features;
}

function note(
  features: Map<string, number>,
  words: readonly string[],
  meaningsIn: Meanings,
  share: number,
): void {
  const add = (feature: string, count: number) => {
    if ((features.get(feature) ?? 0) < count * share) features.set(feature, count * share);
  };
  const meanings = meaningsIn(words);
  for (const [at, meaning] of meanings.entries()) {
    add(meaning, counts.meaning);
    if (at > 0) add(`${meanings[at - 1]} ${meaning}`, counts.meanings);
  }
  const names = meanings.filter(isEntity).sort();
  if (names.length > 0) add(`+${names.join('+')}`, counts.names);
  for (const [at, word] of words.entries()) {
    add(`=${word}`, counts.word);
    if (at > 0) add(`=${words[at - 1]} ${word}`, counts.words);
  }
}

/** Whether a feature is a single word as it was typed. */
export const isWord = (feature: string) => feature.startsWith('=') && !feature.includes(' ');

const clausesOf = (text: string) =>
  text
    .split(/(?<=[?!])\s*|[.;:\n]+|,\s|\s-\s|\bbut\b/u)
    .map((clause) => clause.trim())
    .filter((clause) => wordsOf(clause).length > 0);

/** How a clause begins, or ends, that asks for something. */
const asks =
  /\?|^(?:(?:so|and|or|pls|please|ok|hey|hi|also) )*(?:how|what|which|where|when|why|who|whats|is|are|am|do|does|did|can|could|should|shall|would|will|any|need|recommend|suggest|tell|give|show|best|want|looking)\b/i;
