import { distance } from 'fastest-levenshtein';

/**
 * Finds the known word that a misspelt one was probably meant to be: one letter differs, two in a word of eight letters or
 * more, or two letters are exchanged. Words of fewer than five letters are left alone, and the first letter is seldom wrong.
 *
 * @param known - how often each word stands in what is known; one that stands there but once may be misspelt itself
 * @returns the word itself where it is known, or where none is near
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
  return (word) => {
    if (word.length < 5 || known.has(word)) return word;
    const allowed = word.length < 8 ? 1 : 2;
    let best = word;
    let least = allowed + 1;
    for (const candidate of byStart.get(word.slice(0, 1)) ?? []) {
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      const far = distance(candidate, word);
      const steps = far === 2 && haveSameLetters(candidate, word) ? 1 : far;
      if (steps < least) [best, least] = [candidate, steps];
    }
    return best;
  };
}

/** Whether two words differ by the order of their letters alone. */
const haveSameLetters = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');
