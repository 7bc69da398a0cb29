import { distance } from 'fastest-levenshtein';

/** A word that is known but stands in so few places may be misspelt itself, if one so many times as frequent is near. */
const doubtful = { times: 3, oftener: 30 };

/**
 * Finds the known word that a misspelt one was probably meant to be: one letter differs, two in an unknown word of eight
 * letters or more, or two letters are exchanged. Words of fewer than five letters are left alone, and the first letter is
 * seldom wrong.
 *
 * @param known - how often each word stands in what is known
 * @returns the word itself where it is well known, or where none is near
 */
export function spelling(known: ReadonlyMap<string, number>): (word: string) => string {
  const byStart = new Map<string, string[]>();
  for (const [word, times] of known) {
    if (times < 2 || word.length < 4) continue;
    const start = word.slice(0, 1);
    const having = byStart.get(start);
    if (having) having.push(word);
    else byStart.set(start, [word]);
  }
  // What is known is asked for again and again.
  const mended = new Map<string, string>();
  const mend = (word: string): string => {
    const times = known.get(word) ?? 0;
    const allowed = times > 0 || word.length < 8 ? 1 : 2;
    let best = word;
    let least = allowed + 1;
    for (const candidate of byStart.get(word.slice(0, 1)) ?? []) {
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      if ((known.get(candidate) ?? 0) < times * doubtful.oftener) continue;
      const far = distance(candidate, word);
      const steps = far === 2 && haveSameLetters(candidate, word) ? 1 : far;
      if (steps < least) [best, least] = [candidate, steps];
    }
    return best;
  };
  return (word) => {
    if (word.length < 5 || (known.get(word) ?? 0) > doubtful.times) return word;
    if (!known.has(word)) return mend(word);
    const found = mended.get(word) ?? mend(word);
    mended.set(word, found);
    return found;
  };
}

/** Whether two words differ by the order of their letters alone. */
const haveSameLetters = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');
