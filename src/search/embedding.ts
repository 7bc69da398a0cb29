import type { Features } from './features.ts';

/** How near a text is to the label with a number: above 0 is near, below 0 is far. */
export type Embedding = (features: Features) => (label: number) => number;

const training = {
  dimensions: 32,
  /** How often each text is shown. */
  rounds: 7,
  /** From how many labels of other texts it is told each time. */
  others: 20,
  /** How far a text moves the vectors at first; this falls to nothing. */
  rate: 0.2,
  /** How far it may move the score of a label at most, because vectors that overshoot grow without end. */
  mostMoved: 4,
  /** An error that is less moves nothing, for time's sake. */
  leastError: 0.005,
  /** How often a feature has to stand in the texts to get a vector. */
  leastTimes: 4,
};

/** So many texts are shown between two pauses, which takes some milliseconds. */
const shownAtOnce = 1000;

/**
 * Gives each feature and each label a vector, so that the sum of a text's features has a higher scalar product with the
 * text's own label than with others. Features that ask for the same labels end up alike, and what tells no labels apart
 * counts little.
 *
 * Sources: Joulin and others, "Bag of Tricks for Efficient Text Classification" (2016), https://arxiv.org/abs/1607.01759;
 * that only some other labels are drawn each time is from Mikolov and others, "Distributed Representations of Words and
 * Phrases and their Compositionality" (2013), https://arxiv.org/abs/1310.4546.
 *
 * @param owners - the number of each text's label
 * @param size - how many features there are: their numbers are below it
 */
export function* embeddingOf(
  texts: readonly Features[],
  owners: Int32Array,
  labelCount: number,
  size: number,
): Generator<undefined, Embedding> {
  const { dimensions, rounds, others, rate } = training;
  const random = randomNumbers();
  const draw = () => Math.floor(random() * texts.length);
  const { numbers, count } = numbersOf(texts, size);
  yield;
  const rows = rowsOf(texts, numbers);
  yield;
  const features = new Float32Array(count * dimensions).map(() => (2 * random() - 1) / Math.sqrt(dimensions));
  const labels = new Float32Array(labelCount * dimensions);
  const show = teacher(rows, features, labels);
  const sampled = new Int32Array(1 + others);
  const order = Int32Array.from(texts.keys());
  const turns = rounds * texts.length;
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn % texts.length === 0) shuffle(order, random);
    if (turn % shownAtOnce === 0) yield;
    const text = order[turn % texts.length] as number;
    sampled[0] = owners[text] as number;
    for (let other = 1; other <= others; other += 1) sampled[other] = owners[draw()] as number;
    show(text, sampled, rate * (1 - turn / turns));
  }

  return (text) => {
    const own = new Float32Array(dimensions);
    sumUp(rowsOf([text], numbers), 0, features, own);
    return (label) => dot(own, 0, labels, label);
  };
}

/**
 * Moves vectors so that a text comes nearer to the first of some labels than to the rest: a step down the slope of the
 * softmax's cross entropy.
 */
function teacher(rows: Rows, features: Float32Array, labels: Float32Array) {
  const { dimensions, others, mostMoved, leastError } = training;
  const sum = new Float32Array(dimensions);
  const move = new Float32Array(dimensions);
  const likely = new Float32Array(1 + others);
  return (text: number, sampled: Int32Array, rate: number) => {
    const own = sampled[0] as number;
    sumUp(rows, text, features, sum);
    let most = -Infinity;
    for (let each = 0; each <= others; each += 1) {
      likely[each] = dot(sum, 0, labels, sampled[each] as number);
      most = Math.max(most, likely[each] as number);
    }
    let total = 0;
    for (let each = 0; each <= others; each += 1) {
      const isAgain = each > 0 && sampled[each] === own;
      // Less the most, because a power of e is soon too large for a number.
      likely[each] = isAgain ? 0 : Math.exp((likely[each] as number) - most);
      total += likely[each] as number;
    }
    const step = Math.min(rate, mostMoved / (dot(sum, 0, sum, 0) + dot(labels, own, labels, own)));
    move.fill(0);
    for (let each = 0; each <= others; each += 1) {
      const label = sampled[each] as number;
      const error = (each === 0 ? 1 : 0) - (likely[each] as number) / total;
      if (Math.abs(error) < leastError) continue;
      add(move, 0, step * error, labels, label);
      add(labels, label, step * error, sum, 0);
    }
    const end = rows.starts[text + 1] as number;
    for (let at = rows.starts[text] as number; at < end; at += 1) {
      add(features, rows.numbers[at] as number, rows.shares[at] as number, move, 0);
    }
  };
}

/** New numbers, from 0 on, for the features that get a vector, and how many there are; below zero for the others. */
function numbersOf(texts: readonly Features[], size: number): { numbers: Int32Array; count: number } {
  const times = new Int32Array(size);
  for (const { numbers } of texts) {
    for (const feature of numbers) times[feature] = (times[feature] as number) + 1;
  }
  let count = 0;
  const numbers = times.map((having) => (having < training.leastTimes ? -1 : count++));
  return { numbers, count };
}

/**
 * Texts as the features that have a vector: those of text `n` stand from `starts[n]` to before `starts[n + 1]`, with how
 * much each counts, divided so that the squares add up to 1.
 */
type Rows = {
  readonly starts: Int32Array;
  readonly numbers: Int32Array;
  readonly shares: Float32Array;
};

function rowsOf(texts: readonly Features[], known: Int32Array): Rows {
  const starts = new Int32Array(texts.length + 1);
  const most = texts.reduce((sum, text) => sum + text.numbers.length, 0);
  const numbers = new Int32Array(most);
  const shares = new Float32Array(most);
  let end = 0;
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row] as Features;
    const start = end;
    let squares = 0;
    for (let index = 0; index < text.numbers.length; index += 1) {
      const number = known[text.numbers[index] as number] ?? -1;
      if (number < 0) continue;
      const count = text.counts[index] as number;
      numbers[end] = number;
      shares[end] = count;
      squares += count ** 2;
      end += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = start; at < end; at += 1) shares[at] = (shares[at] as number) / length;
    starts[row + 1] = end;
  }
  return { starts, numbers, shares };
}

/** Puts the sum of a text's features into `sum`. */
function sumUp({ starts, numbers, shares }: Rows, row: number, features: Float32Array, sum: Float32Array) {
  sum.fill(0);
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    add(sum, 0, shares[at] as number, features, numbers[at] as number);
  }
}

/** The scalar product of two vectors, each the one with its number in a list. */
function dot(one: Float32Array, oneNumber: number, other: Float32Array, otherNumber: number): number {
  const { dimensions } = training;
  const [oneStart, otherStart] = [oneNumber * dimensions, otherNumber * dimensions];
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) {
    sum += (one[oneStart + at] as number) * (other[otherStart + at] as number);
  }
  return sum;
}

/** Adds so many times one vector to another, each the one with its number in a list. */
function add(to: Float32Array, toNumber: number, times: number, from: Float32Array, fromNumber: number) {
  const { dimensions } = training;
  const [toStart, fromStart] = [toNumber * dimensions, fromNumber * dimensions];
  for (let at = 0; at < dimensions; at += 1) {
    to[toStart + at] = (to[toStart + at] as number) + times * (from[fromStart + at] as number);
  }
}

/** Puts numbers into a random order (Fisher and Yates, as in Knuth, "The Art of Computer Programming", 3.4.2, algorithm P). */
function shuffle(numbers: Int32Array, random: () => number): void {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = numbers[last] as number;
    numbers[last] = numbers[other] as number;
    numbers[other] = moved;
  }
}

/**
 * Numbers from 0 to 1, each time the same: the minimal standard generator with the multiplier of 1993 (Park, Miller and
 * Stockmeyer, https://doi.org/10.1145/159544.376068).
 */
function randomNumbers(): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 1;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
