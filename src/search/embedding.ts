import type { Features } from './features.ts';

/** How near a text is to the label with a number: above 0 is near, below 0 is far. */
export type Embedding = (features: Features) => (label: number) => number;

/**
 * `dimensions`: of the space; `rounds`: how often a text is shown; `others`: how many labels of other texts it is told from
 * each time; `rate`: how far it moves what it is made of, at first; `enough`: an error that is less moves nothing; `least`
 * and `times`: how much a feature has to count, and in how many texts it has to stand, to be given a place, for time's sake.
 */
const training = { dimensions: 32, rounds: 7, others: 20, rate: 0.2, enough: 0.005, least: 0.5, times: 2 };

/** So many texts are shown between two pauses, which takes some milliseconds. */
const shownAtOnce = 1000;

/**
 * Gives each feature and each label a place in one space, so that a text, which stands in the middle of its features, is
 * nearer to its own label than to others. Features that ask for the same labels end up close together, and what tells no
 * labels apart counts little.
 *
 * Sources: Joulin and others, "Bag of Tricks for Efficient Text Classification" (2016), https://arxiv.org/abs/1607.01759;
 * that only some other labels are drawn is from Mikolov and others, "Distributed Representations of Words and Phrases and
 * their Compositionality" (2013), https://arxiv.org/abs/1310.4546.
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
  const { dimensions, rounds, others, rate, enough } = training;
  const random = randomNumbers();
  const draw = () => Math.floor(random() * texts.length);
  const { numbers, count } = numbersOf(texts, size);
  yield;
  const rows = rowsOf(texts, numbers);
  const features = new Float32Array(count * dimensions).map(() => (2 * random() - 1) / Math.sqrt(dimensions));
  const labels = new Float32Array(labelCount * dimensions);
  const place = new Float32Array(dimensions);
  const move = new Float32Array(dimensions);
  const drawn = new Int32Array(1 + others);
  const odds = new Float32Array(1 + others);

  const turns = rounds * texts.length;
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn % shownAtOnce === 0) yield;
    const shown = draw();
    drawn[0] = owners[shown] as number;
    for (let other = 1; other <= others; other += 1) drawn[other] = owners[draw()] as number;
    placeOf(rows, shown, features, place);
    let most = 0;
    for (let each = 0; each <= others; each += 1) {
      odds[each] = dot(place, labels, drawn[each] as number);
      most = Math.max(most, odds[each] as number);
    }
    let total = 0;
    for (let each = 0; each <= others; each += 1) {
      const isOwn = each > 0 && drawn[each] === drawn[0];
      // Less the most, because a power of e is soon too large for a number.
      odds[each] = isOwn ? 0 : Math.exp((odds[each] as number) - most);
      total += odds[each] as number;
    }
    move.fill(0);
    const speed = rate * (1 - turn / turns);
    for (let each = 0; each <= others; each += 1) {
      const label = drawn[each] as number;
      const error = (each === 0 ? 1 : 0) - (odds[each] as number) / total;
      if (Math.abs(error) < enough) continue;
      add(move, 0, speed * error, labels, label);
      add(labels, label, speed * error, place, 0);
    }
    const end = rows.starts[shown + 1] as number;
    for (let at = rows.starts[shown] as number; at < end; at += 1) {
      add(features, rows.numbers[at] as number, rows.shares[at] as number, move, 0);
    }
  }

  return (text) => {
    const own = new Float32Array(dimensions);
    placeOf(rowsOf([text], numbers), 0, features, own);
    return (label) => dot(own, labels, label);
  };
}

/** New numbers, from 0 on, for the features that are given a place, and how many there are; below zero for the others. */
function numbersOf(texts: readonly Features[], size: number): { numbers: Int32Array; count: number } {
  const times = new Int32Array(size);
  for (const { numbers, counts } of texts) {
    for (let index = 0; index < numbers.length; index += 1) {
      const feature = numbers[index] as number;
      if ((counts[index] as number) >= training.least) times[feature] = (times[feature] as number) + 1;
    }
  }
  let count = 0;
  const numbers = times.map((having) => (having < training.times ? -1 : count++));
  return { numbers, count };
}

/**
 * Texts as the features that have a place: those of text `n`, and what each makes up in it as a vector of length 1, stand
 * from `starts[n]` to before `starts[n + 1]`.
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
    const length = Math.sqrt(squares);
    for (let at = start; at < end; at += 1) shares[at] = (shares[at] as number) / length;
    starts[row + 1] = end;
  }
  return { starts, numbers, shares };
}

/** Puts into `place` where a text stands: in the middle of its features. */
function placeOf(
  { starts, numbers, shares }: Rows,
  row: number,
  features: Float32Array,
  place: Float32Array,
) {
  place.fill(0);
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    add(place, 0, shares[at] as number, features, numbers[at] as number);
  }
}

/** The scalar product of a place and the one with a number among others. */
function dot(place: Float32Array, others: Float32Array, number: number): number {
  const start = number * place.length;
  let sum = 0;
  for (let at = 0; at < place.length; at += 1) sum += (place[at] as number) * (others[start + at] as number);
  return sum;
}

/** Adds so many times one place to another, each the one with its number among those of a list. */
function add(to: Float32Array, toNumber: number, times: number, from: Float32Array, fromNumber: number) {
  const { dimensions } = training;
  const [toStart, fromStart] = [toNumber * dimensions, fromNumber * dimensions];
  for (let at = 0; at < dimensions; at += 1) {
    to[toStart + at] = (to[toStart + at] as number) + times * (from[fromStart + at] as number);
  }
}

/** Numbers from 0 to 1, each time the same (Park and Miller, https://doi.org/10.1145/63039.63042). */
function randomNumbers(): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 1;
  return () => {
    state = (state * 48_271) % modulus;
    return state / modulus;
  };
}
