/** Numbers for what texts are judged by: single things by name, and two of them in a row. */
export type Vocabulary = {
  /** Numbers for things of one kind, by name: a new one while learning, below zero for what was never learned. */
  names(): (name: string) => number;
  /** The number of two things in a row, given theirs. */
  pair(first: number, second: number): number;
  /** How many numbers there are: from 0 to before this. */
  size(): number;
  /** What was not met until now stays unknown from here on. */
  close(): void;
};

/** Pairs are found by numbers, because the strings of all pairs of a knowledge base take most of a second to tell apart. */
export function vocabulary(): Vocabulary {
  const followers = new Map<number, Map<number, number>>();
  let size = 0;
  let isOpen = true;
  let unknown = 0;
  const numberIn = <K>(known: Map<K, number>, key: K): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (!isOpen) {
      unknown -= 1;
      return unknown;
    }
    known.set(key, size);
    size += 1;
    return size - 1;
  };
  const followersOf = (first: number) => {
    const known = followers.get(first) ?? new Map<number, number>();
    if (isOpen) followers.set(first, known);
    return known;
  };
  return {
    names() {
      const known = new Map<string, number>();
      return (name) => numberIn(known, name);
    },
    pair: (first, second) => numberIn(followersOf(first), second),
    size: () => size,
    close: () => {
      isOpen = false;
    },
  };
}
