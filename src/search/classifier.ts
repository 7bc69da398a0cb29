/**
 * A text as what it is judged by: the number of each feature in it, below zero when it is unknown, and how much it counts,
 * from 0 to 1. A feature may stand there more than once.
 */
export type Features = { readonly numbers: readonly number[]; readonly counts: readonly number[] };

/** How much a text looks like what is asked for under each label. */
export type Classifier = {
  readonly labels: readonly string[];
  /** A score for each label, in their order; 0 has nothing in common, and scores of different texts compare. */
  scores(features: Features): Float32Array;
};

/**
 * What a label's score is made of: the cosine between the text and the sum of the label's texts (Rocchio), and the
 * logarithm of how often each feature stands in one of the label's texts (naive Bayes, smoothed with `smoothing` times the
 * `spread`th power of how often it stands in any text, and counted with the root of its rarity). Both are sums over features, so one weight for each feature and
 * label holds them.
 *
 * Sources: Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), chapters 13 and 14,
 * https://nlp.stanford.edu/IR-book/.
 */
const mixture = { cosine: 0.5, logarithm: 0.2, smoothing: 0.016, spread: 0.3 };

/** A classifier, and the one of the groups that its labels form. */
export type Learned = Classifier & { grouped(groupOf: (label: string) => string): Classifier };

/**
 * Learns to tell texts apart by their labels; without chance, so that the same texts give the same classifier.
 *
 * @param labelled - the label of each text
 * @param size - how many features there are: their numbers are below it
 */
export function classifierOf(texts: readonly Features[], labelled: readonly string[], size: number): Learned {
  const { labels, owners } = numbered(labelled);
  const order = orderedBy(owners, labels.length);
  const rarities = raritiesOf(texts, owners, order, labels.length, size);
  const sums = sumsOf(texts, owners, order, rarities);
  const from = (names: readonly string[], textOwners: Int32Array, terms: Terms): Classifier => {
    const weights = weightsOf(terms, textsOfEach(textOwners, names.length), rarities);
    return { labels: names, scores: (features) => scoresOf(features, names.length, rarities, weights) };
  };
  return {
    ...from(labels, owners, sums),
    grouped(groupOf) {
      const groups = numbered(labels.map(groupOf));
      const terms = merged(sums, groups.owners, groups.labels.length, size);
      return from(
        groups.labels,
        owners.map((owner) => at(groups.owners, owner)),
        terms,
      );
    },
  };
}

function scoresOf(
  { numbers, counts }: Features,
  labelCount: number,
  rarities: Float32Array,
  weights: Weights,
): Float32Array {
  const rarest = Math.log(1 + labelCount / 0.5);
  const own = numbers.map(
    (feature, place) => at(counts, place) * (feature < 0 ? rarest : at(rarities, feature)),
  );
  const length = Math.hypot(...own) || 1;
  const scores = new Float32Array(labelCount);
  for (const [index, feature] of numbers.entries()) {
    if (feature < 0) continue;
    const share = at(own, index) / length;
    const end = at(weights.starts, feature + 1);
    for (let place = at(weights.starts, feature); place < end; place += 1) {
      const label = at(weights.labels, place);
      scores[label] = at(scores, label) + share * at(weights.values, place);
    }
  }
  return scores;
}

/** The different names in a list, and for each place of the list the number of its name. */
function numbered(list: readonly string[]): { labels: string[]; owners: Int32Array } {
  const numbers = new Map<string, number>();
  const owners = Int32Array.from(list, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    if (number === numbers.size) numbers.set(name, number);
    return number;
  });
  return { labels: [...numbers.keys()], owners };
}

/** The places of a list in the order of their owners. */
function orderedBy(owners: Int32Array, ownerCount: number): Int32Array {
  const next = new Int32Array(ownerCount + 1);
  for (const owner of owners) next[owner + 1] = at(next, owner + 1) + 1;
  for (let owner = 0; owner < ownerCount; owner += 1) next[owner + 1] = at(next, owner + 1) + at(next, owner);
  const order = new Int32Array(owners.length);
  for (let place = 0; place < owners.length; place += 1) {
    const owner = at(owners, place);
    order[at(next, owner)] = place;
    next[owner] = at(next, owner) + 1;
  }
  return order;
}

/** For each feature the logarithm of how few labels have it (inverse document frequency, with labels as documents). */
function raritiesOf(
  texts: readonly Features[],
  owners: Int32Array,
  order: Int32Array,
  labelCount: number,
  size: number,
): Float32Array {
  const spread = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const row of order) {
    const label = at(owners, row);
    for (const feature of texts[row]?.numbers ?? []) {
      if (last[feature] === label) continue;
      last[feature] = label;
      spread[feature] = at(spread, feature) + 1;
    }
  }
  return Float32Array.from(spread, (having) => Math.log(1 + labelCount / having));
}

/** What labels are about: how much of each feature there is in each, and how many times, label by label. */
type Terms = {
  readonly features: number[];
  readonly labels: number[];
  readonly values: number[];
  readonly times: number[];
};

/** Adds up values and times by feature, and tells the sums. */
function adder(size: number) {
  const sums = new Float64Array(size);
  const counts = new Int32Array(size);
  const touched: number[] = [];
  return {
    add(feature: number, value: number, times: number) {
      if (counts[feature] === 0) touched.push(feature);
      sums[feature] = at(sums, feature) + value;
      counts[feature] = at(counts, feature) + times;
    },
    /** Notes all sums under a label, and starts anew. */
    flush(terms: Terms, label: number) {
      for (const feature of touched) {
        terms.features.push(feature);
        terms.labels.push(label);
        terms.values.push(at(sums, feature));
        terms.times.push(at(counts, feature));
        sums[feature] = 0;
        counts[feature] = 0;
      }
      touched.length = 0;
    },
  };
}

/** For each label the sum of its texts, each of length 1. */
function sumsOf(
  texts: readonly Features[],
  owners: Int32Array,
  order: Int32Array,
  rarities: Float32Array,
): Terms {
  const terms: Terms = { features: [], labels: [], values: [], times: [] };
  const { add, flush } = adder(rarities.length);
  for (let rank = 0; rank < order.length; rank += 1) {
    const row = at(order, rank);
    const { numbers, counts } = texts[row] as Features;
    let squares = 0;
    for (let place = 0; place < numbers.length; place += 1) {
      squares += (at(counts, place) * at(rarities, at(numbers, place))) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    for (let place = 0; place < numbers.length; place += 1) {
      const feature = at(numbers, place);
      add(feature, (at(counts, place) * at(rarities, feature)) / length, 1);
    }
    const label = at(owners, row);
    if (rank + 1 === order.length || at(owners, at(order, rank + 1)) !== label) flush(terms, label);
  }
  return terms;
}

/** The sums of groups of labels, given the group of each label. */
function merged(sums: Terms, groups: Int32Array, groupCount: number, size: number): Terms {
  const terms: Terms = { features: [], labels: [], values: [], times: [] };
  const { add, flush } = adder(size);
  const owners = Int32Array.from(sums.labels, (label) => at(groups, label));
  const order = orderedBy(owners, groupCount);
  for (let rank = 0; rank < order.length; rank += 1) {
    const term = at(order, rank);
    add(at(sums.features, term), at(sums.values, term), at(sums.times, term));
    const group = at(owners, term);
    if (rank + 1 === order.length || at(owners, at(order, rank + 1)) !== group) flush(terms, group);
  }
  return terms;
}

/** The weights of feature `n` for the labels that have it: from `starts[n]` to before `starts[n + 1]`. */
type Weights = {
  readonly starts: Int32Array;
  readonly labels: Int32Array;
  readonly values: Float32Array;
};

/** @param textCounts - how many texts each label has */
function weightsOf(
  { features, labels, values, times }: Terms,
  textCounts: Int32Array,
  rarities: Float32Array,
): Weights {
  const size = rarities.length;
  const totals = new Float64Array(size);
  const starts = new Int32Array(size + 1);
  const squares = new Float64Array(textCounts.length);
  for (let term = 0; term < features.length; term += 1) {
    const [feature, label, value] = [at(features, term), at(labels, term), at(values, term)];
    totals[feature] = at(totals, feature) + at(times, term);
    starts[feature + 1] = at(starts, feature + 1) + 1;
    squares[label] = at(squares, label) + value * value;
  }
  const textCount = textCounts.reduce((sum, count) => sum + count, 0);
  const smoothing = totals.map((total) => mixture.smoothing * (total / textCount) ** mixture.spread);
  for (let feature = 0; feature < size; feature += 1) {
    starts[feature + 1] = at(starts, feature) + at(starts, feature + 1);
  }
  const weights = {
    starts,
    labels: new Int32Array(features.length),
    values: new Float32Array(features.length),
  };
  const next = starts.slice();
  for (let term = 0; term < features.length; term += 1) {
    const [feature, label] = [at(features, term), at(labels, term)];
    const share = at(values, term) / Math.sqrt(at(squares, label));
    const frequency = at(times, term) / at(textCounts, label);
    const place = at(next, feature);
    next[feature] = place + 1;
    weights.labels[place] = label;
    // A text's features come multiplied by their rarity, of which a logarithm is to have the root alone.
    weights.values[place] =
      mixture.cosine * share +
      (mixture.logarithm * Math.log(1 + frequency / at(smoothing, feature))) /
        Math.sqrt(at(rarities, feature));
  }
  return weights;
}

/** How many texts each label owns. */
function textsOfEach(owners: Int32Array, labelCount: number): Int32Array {
  const counts = new Int32Array(labelCount);
  for (const owner of owners) counts[owner] = at(counts, owner) + 1;
  return counts;
}

/** An element that is known to be there, which the compiler cannot know. */
const at = (list: ArrayLike<number>, index: number): number => list[index] as number;
