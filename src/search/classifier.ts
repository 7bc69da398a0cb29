import type { Features } from './features.ts';
import { groupedTable, raritiesOf, rarityOf, type TermTable, termTable } from './term-table.ts';

/** How much a text looks like what is asked for under each label. */
export type Classifier = {
  readonly labels: readonly string[];
  /** A score for each label, in their order; 0 has nothing in common, and scores of different texts compare. */
  scores(features: Features): Float32Array;
};

/** A classifier with the number of each text's label, and the one of the groups that its labels form. */
export type Learned = Classifier & {
  readonly owners: Int32Array;
  grouped(groupOf: (label: string) => string): Classifier;
};

/**
 * What a label's score is made of: the cosine between the text and the sum of the label's texts (Rocchio), and the
 * logarithm of how often each feature stands in one of the label's texts (naive Bayes, smoothed with `smoothing` times the
 * `spread`th power of how often it stands in any text, and counted with the root of its rarity). Both are sums over
 * features, so one weight for each feature and label holds them.
 *
 * Sources: Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), chapters 13 and 14,
 * https://nlp.stanford.edu/IR-book/.
 */
const mixture = { cosine: 0.5, logarithm: 0.14, smoothing: 0.016, spread: 0.3 };

/**
 * Learns to tell texts apart by their labels; without chance, so that the same texts give the same classifier.
 *
 * @param labelled - the label of each text
 * @param size - how many features there are: their numbers are below it
 */
export function classifierOf(texts: readonly Features[], labelled: readonly string[], size: number): Learned {
  const { names, owners } = numbered(labelled);
  const table = termTable(texts, owners, names.length, size);
  const rarities = raritiesOf(table, names.length);
  const classifier = (labels: readonly string[], terms: TermTable, textOwners: Int32Array): Classifier => {
    const { starts, labels: having } = terms;
    const weights = weightsOf(terms, timesOf(textOwners, labels.length), texts.length, rarities);
    return {
      labels,
      scores: (features) => scoresOf(features, labels.length, rarities, { starts, having, weights }),
    };
  };
  return {
    ...classifier(names, table, owners),
    owners,
    grouped(groupOf) {
      const groups = numbered(names.map(groupOf));
      const terms = groupedTable(table, groups.owners, groups.names.length);
      return classifier(
        groups.names,
        terms,
        owners.map((owner) => groups.owners[owner] as number),
      );
    },
  };
}

/** The weights of feature `n` for the labels that have it: in the places from `starts[n]` to before `starts[n + 1]`. */
type Weighted = {
  readonly starts: Int32Array;
  readonly having: Int32Array;
  readonly weights: Float32Array;
};

function scoresOf(
  { numbers, counts }: Features,
  labelCount: number,
  rarities: Float32Array,
  { starts, having, weights }: Weighted,
): Float32Array {
  const rarest = rarityOf(0.5, labelCount);
  const own = numbers.map((feature, index) => (counts[index] ?? 0) * (rarities[feature] ?? rarest));
  const length = Math.hypot(...own) || 1;
  const scores = new Float32Array(labelCount);
  for (const [index, feature] of numbers.entries()) {
    if (feature < 0) continue;
    const share = (own[index] as number) / length;
    const end = starts[feature + 1] as number;
    for (let place = starts[feature] as number; place < end; place += 1) {
      const label = having[place] as number;
      scores[label] = (scores[label] as number) + share * (weights[place] as number);
    }
  }
  return scores;
}

/**
 * @param textCounts - how many texts each label has
 * @param textCount - how many there are in all
 */
function weightsOf(
  { starts, labels, sums, times }: TermTable,
  textCounts: Int32Array,
  textCount: number,
  rarities: Float32Array,
): Float32Array {
  const squares = new Float64Array(textCounts.length);
  for (let place = 0; place < labels.length; place += 1) {
    const label = labels[place] as number;
    squares[label] = (squares[label] as number) + (sums[place] as number) ** 2;
  }
  const lengths = squares.map(Math.sqrt);
  const weights = new Float32Array(labels.length);
  for (let feature = 0; feature < rarities.length; feature += 1) {
    const [start, end] = [starts[feature] as number, starts[feature + 1] as number];
    let total = 0;
    for (let place = start; place < end; place += 1) total += times[place] as number;
    const smoothing = mixture.smoothing * (total / textCount) ** mixture.spread;
    // A text's features come multiplied by their rarity, of which a logarithm is to have the root alone.
    const logarithm = mixture.logarithm / Math.sqrt(rarities[feature] as number);
    for (let place = start; place < end; place += 1) {
      const label = labels[place] as number;
      const share = (sums[place] as number) / (lengths[label] as number);
      const frequency = (times[place] as number) / (textCounts[label] as number);
      weights[place] = mixture.cosine * share + logarithm * Math.log(1 + frequency / smoothing);
    }
  }
  return weights;
}

/** The different names in a list, and for each place of the list the number of its name. */
function numbered(list: readonly string[]): { names: string[]; owners: Int32Array } {
  const numbers = new Map<string, number>();
  const owners = Int32Array.from(list, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { names: [...numbers.keys()], owners };
}

/** How often each number below `size` stands in a list. */
function timesOf(list: Int32Array, size: number): Int32Array {
  const times = new Int32Array(size);
  for (const number of list) times[number] = (times[number] as number) + 1;
  return times;
}
