/** A text as what it is judged by: each feature and how much it counts, from 0 to 1. */
export type Features = ReadonlyMap<string, number>;

/** A text of which it is known what it asks for. */
export type Example = { readonly label: string; readonly features: Features };

/** How much a text looks like what is asked for under each label. */
export type Classifier = {
  readonly labels: readonly string[];
  /** Whether any example has the feature. */
  knows(feature: string): boolean;
  /** A score for each label, in their order; 0 has nothing in common, and scores of different texts compare. */
  scores(features: Features): Float32Array;
  /** How much a feature tells: the fewer labels have it, the more. One that none has tells the most. */
  rarity(feature: string): number;
};

/**
 * What a label's score is made of: the cosine between the text and the sum of the label's examples (Rocchio), and the
 * logarithm of how much more often each feature stands in the label's examples than in all (naive Bayes, smoothed with
 * `smoothing` times all examples). Both are sums over features, so one weight for each feature and label holds them.
 *
 * Sources: Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), chapters 13 and 14,
 * https://nlp.stanford.edu/IR-book/.
 */
export const mixture = { cosine: 0.5, logOdds: 0.02, smoothing: 0.1 };

/** Learns from examples, without chance: the same examples give the same classifier. */
export function classifierOf(examples: Iterable<Example>): Classifier {
  const { labels, numbers, table } = tableOf(examples);
  const rarities = raritiesOf(table, labels.length, numbers.size);
  const weights = weightsOf(sumsOf(table, rarities, labels.length), labels.length, rarities);
  const rarest = Math.log(1 + labels.length / 0.5);
  const rarityOf = (number: number | undefined) => (number === undefined ? rarest : at(rarities, number));

  return {
    labels,
    knows: (feature) => numbers.has(feature),
    rarity: (feature) => rarityOf(numbers.get(feature)),
    scores(features) {
      const scores = new Float32Array(labels.length);
      let squares = 0;
      for (const [feature, count] of features) squares += (count * rarityOf(numbers.get(feature))) ** 2;
      const length = Math.sqrt(squares) || 1;
      for (const [feature, count] of features) {
        const number = numbers.get(feature);
        if (number === undefined) continue;
        const share = (count * at(rarities, number)) / length;
        const end = at(weights.starts, number + 1);
        for (let place = at(weights.starts, number); place < end; place += 1) {
          const label = at(weights.labels, place);
          scores[label] = at(scores, label) + share * at(weights.values, place);
        }
      }
      return scores;
    },
  };
}

/** An element that is known to be there; typed arrays do not tell the compiler. */
const at = (list: ArrayLike<number>, index: number): number => list[index] as number;

/** Examples, one after the other in the order of their labels: row `n` is from `starts[n]` to before `starts[n + 1]`. */
type Table = {
  readonly labels: Int32Array;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly counts: Float32Array;
};

function tableOf(examples: Iterable<Example>): {
  labels: string[];
  numbers: Map<string, number>;
  table: Table;
} {
  const numbers = new Map<string, number>();
  const labelNumbers = new Map<string, number>();
  const rows: { label: number; features: number[]; counts: number[] }[] = [];
  let size = 0;
  for (const example of examples) {
    const features: number[] = [];
    for (const feature of example.features.keys()) features.push(numberOf(numbers, feature));
    const label = numberOf(labelNumbers, example.label);
    rows.push({ label, features, counts: [...example.features.values()] });
    size += features.length;
  }
  rows.sort((a, b) => a.label - b.label);
  const table = {
    labels: Int32Array.from(rows, ({ label }) => label),
    starts: new Int32Array(rows.length + 1),
    features: new Int32Array(size),
    counts: new Float32Array(size),
  };
  let end = 0;
  for (const [row, { features, counts }] of rows.entries()) {
    table.features.set(features, end);
    table.counts.set(counts, end);
    end += features.length;
    table.starts[row + 1] = end;
  }
  return { labels: [...labelNumbers.keys()], numbers, table };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const number = numbers.get(name) ?? numbers.size;
  if (number === numbers.size) numbers.set(name, number);
  return number;
}

/** For each feature the logarithm of how few labels have it (inverse document frequency, with labels as documents). */
function raritiesOf({ labels, starts, features }: Table, labelCount: number, size: number): Float32Array {
  const spread = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let row = 0; row < labels.length; row += 1) {
    const label = at(labels, row);
    for (let place = at(starts, row); place < at(starts, row + 1); place += 1) {
      const feature = at(features, place);
      if (last[feature] === label) continue;
      last[feature] = label;
      spread[feature] = at(spread, feature) + 1;
    }
  }
  return Float32Array.from(spread, (having) => Math.log(1 + labelCount / having));
}

/** For each label the sum of its examples, each of length 1, as triples of feature, label and value. */
type Sums = {
  readonly features: number[];
  readonly labels: number[];
  readonly values: number[];
  /** The length of each label's sum, and the total of its values. */
  readonly lengths: Float64Array;
  readonly masses: Float64Array;
};

function sumsOf(table: Table, rarities: Float32Array, labelCount: number): Sums {
  const sums: Sums = {
    features: [],
    labels: [],
    values: [],
    lengths: new Float64Array(labelCount),
    masses: new Float64Array(labelCount),
  };
  const sum = new Float64Array(rarities.length);
  let touched: number[] = [];
  for (let row = 0; row < table.labels.length; row += 1) {
    const [start, end] = [at(table.starts, row), at(table.starts, row + 1)];
    const weightAt = (place: number) => at(table.counts, place) * at(rarities, at(table.features, place));
    let squares = 0;
    for (let place = start; place < end; place += 1) squares += weightAt(place) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (let place = start; place < end; place += 1) {
      const feature = at(table.features, place);
      if (sum[feature] === 0) touched.push(feature);
      sum[feature] = at(sum, feature) + weightAt(place) / length;
    }
    const label = at(table.labels, row);
    if (table.labels[row + 1] === label) continue;
    let [whole, mass] = [0, 0];
    for (const feature of touched) {
      const value = at(sum, feature);
      sums.features.push(feature);
      sums.labels.push(label);
      sums.values.push(value);
      whole += value * value;
      mass += value;
      sum[feature] = 0;
    }
    sums.lengths[label] = Math.sqrt(whole) || 1;
    sums.masses[label] = mass || 1;
    touched = [];
  }
  return sums;
}

/** The weights of feature `n` for the labels that have it: from `starts[n]` to before `starts[n + 1]`. */
type Weights = {
  readonly starts: Int32Array;
  readonly labels: Int32Array;
  readonly values: Float32Array;
};

function weightsOf(sums: Sums, labelCount: number, rarities: Float32Array): Weights {
  const size = rarities.length;
  const totals = new Float64Array(size);
  const starts = new Int32Array(size + 1);
  for (const [entry, feature] of sums.features.entries()) {
    totals[feature] = at(totals, feature) + at(sums.values, entry);
    starts[feature + 1] = at(starts, feature + 1) + 1;
  }
  for (let feature = 0; feature < size; feature += 1) {
    starts[feature + 1] = at(starts, feature) + at(starts, feature + 1);
  }
  let whole = 0;
  for (let label = 0; label < labelCount; label += 1) whole += at(sums.masses, label);
  const weights = {
    starts,
    labels: new Int32Array(sums.features.length),
    values: new Float32Array(sums.features.length),
  };
  const next = starts.slice();
  for (const [entry, feature] of sums.features.entries()) {
    const label = at(sums.labels, entry);
    const value = at(sums.values, entry);
    const usual = at(totals, feature) / whole;
    const logOdds = Math.log(1 + value / at(sums.masses, label) / (mixture.smoothing * usual));
    const place = at(next, feature);
    next[feature] = place + 1;
    weights.labels[place] = label;
    weights.values[place] = mixture.cosine * (value / at(sums.lengths, label)) + mixture.logOdds * logOdds;
  }
  return weights;
}
