import { stemmer } from 'stemmer';
import { normalise } from '../knowledge/normalise.ts';

/**
 * Words whose stem is that of a word with another meaning: "useful" is not "us", not all that is developed has a developer,
 * and a PhD program needs no programming.
 */
const stems = new Map([
  ['useful', 'useful'],
  ['developer', 'developer'],
  ['developers', 'developer'],
  ['programming', 'programming'],
]);

/** The words of a text, each reduced to its stem. */
export const wordsOf = (text: string): string[] => normalise(text).split(' ').filter(Boolean).map(stem);

const stem = (word: string): string => stems.get(word) ?? (word.length > 3 ? stemmer(word) : word);
