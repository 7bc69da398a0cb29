import { distance } from 'fastest-levenshtein';

/**
 * A word that is known but stands in so few places may be misspelt itself, if one so many times as frequent is near; one
 * with so few letters is more likely a word of its own, unless it has the same letters.
 */
const doubtful = { times: 3, oftener: 30, letters: 7 };

/**
 * Finds the known word that a misspelt one was probably meant to be. Of an unknown word one letter may differ, two in a word
 * of eight letters or more; of a doubtful one a letter may be missing or too much; and two neighbours may be exchanged.
 * Words of fewer than five letters are left alone, and the first letter is seldom wrong.
 *
 * @param known - how often each word stands in what is known
 * @param sure - words that are right as they are, however seldom
 * @returns the word itself where it is sure or well known, or where none is near
 */
export function spelling(
  known: ReadonlyMap<string, number>,
  sure: ReadonlySet<string>,
): (word: string) => string {
  const byStart = new Map<string, string[]>();
  for (const [word, times] of known) {
    if (times < 2 || word.length < 4) continue;
    const start = word.slice(0, 1);
    const having = byStart.get(start);
    if (having) having.push(word);
    else byStart.set(start, [word]);
  }
  const mend = (word: string): string => {
    const times = known.get(word) ?? 0;
    const allowed = times === 0 && word.length >= 8 ? 2 : 1;
    let best = word;
    let least = allowed + 1;
    for (const candidate of byStart.get(word.slice(0, 1)) ?? []) {
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      const isExchanged = haveExchanged(candidate, word);
      if (times > 0 && !isExchanged && !isMeant(candidate, word)) continue;
      if ((known.get(candidate) ?? 0) < times * doubtful.oftener) continue;
      const steps = isExchanged ? 1 : distance(candidate, word);
      if (steps < least) [best, least] = [candidate, steps];
    }
    return best;
  };
  // What is known is asked for again and again.
  const mended = new Map<string, string>();
  return (word) => {
    if (word.length < 5 || sure.has(word) || (known.get(word) ?? 0) > doubtful.times) return word;
    if (!known.has(word)) return mend(word);
    const found = mended.get(word) ?? mend(word);
    mended.set(word, found);
    return found;
  };
}

/** Whether a doubtful word may be a word of another length. */
const isMeant = (candidate: string, word: string) =>
  candidate.length !== word.length && word.length >= doubtful.letters;

/** Whether two words are the same but for two neighbouring letters that changed places. */
function haveExchanged(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
