import type { Features } from './features.ts';

/**
 * How much of each feature there is in the texts of each label: that of feature `n` stands in the places from `starts[n]` to
 * before `starts[n + 1]`, a place for each label that has it.
 */
export type TermTable = {
  readonly starts: Int32Array;
  readonly labels: Int32Array;
  /** What the feature makes up in the label's texts, each of length 1. */
  readonly sums: Float64Array;
  /** How many times it stands there. */
  readonly times: Int32Array;
};

/** The logarithm of how few labels have a feature (inverse document frequency, with labels as documents). */
export const rarityOf = (having: number, labelCount: number) => Math.log(1 + labelCount / having);

/** For each feature, how rare it is. */
export function raritiesOf({ starts }: TermTable, labelCount: number): Float32Array {
  const rarities = new Float32Array(starts.length - 1);
  for (let feature = 0; feature < rarities.length; feature += 1) {
    rarities[feature] = rarityOf(at(starts, feature + 1) - at(starts, feature), labelCount);
  }
  return rarities;
}

/**
 * @param owners - the number of each text's label
 * @param size - how many features there are: their numbers are below it
 */
export function termTable(
  texts: readonly Features[],
  owners: Int32Array,
  labelCount: number,
  size: number,
): TermTable {
  const order = Int32Array.from(owners.keys()).sort((a, b) => at(owners, a) - at(owners, b));
  const table = emptyTable(startsOf(texts, owners, order, size));
  const rarities = raritiesOf(table, labelCount);
  // Labels come one after the other, so the place of a feature's label is the last that was begun, or the next.
  const places = table.starts.map((start) => start - 1);
  for (const row of order) {
    const label = at(owners, row);
    const { numbers, counts } = texts[row] as Features;
    const length = lengthOf(numbers, counts, rarities);
    for (let index = 0; index < numbers.length; index += 1) {
      const feature = numbers[index] as number;
      let place = at(places, feature);
      if (place < at(table.starts, feature) || at(table.labels, place) !== label) {
        place += 1;
        places[feature] = place;
        table.labels[place] = label;
      }
      const share = ((counts[index] as number) * (rarities[feature] as number)) / length;
      table.sums[place] = (table.sums[place] as number) + share;
      table.times[place] = at(table.times, place) + 1;
    }
  }
  return table;
}

/** The same for groups of labels, given the number of each label's group. */
export function groupedTable(table: TermTable, groups: Int32Array, groupCount: number): TermTable {
  const size = table.starts.length - 1;
  const grouped = emptyTable(table.starts.slice());
  const places = new Int32Array(groupCount).fill(-1);
  let end = 0;
  for (let feature = 0; feature < size; feature += 1) {
    const begin = end;
    grouped.starts[feature] = begin;
    const last = at(table.starts, feature + 1);
    for (let from = at(table.starts, feature); from < last; from += 1) {
      const group = at(groups, at(table.labels, from));
      let place = at(places, group);
      if (place < begin) {
        place = end;
        end += 1;
        places[group] = place;
        grouped.labels[place] = group;
      }
      grouped.sums[place] = (grouped.sums[place] as number) + (table.sums[from] as number);
      grouped.times[place] = at(grouped.times, place) + at(table.times, from);
    }
  }
  grouped.starts[size] = end;
  return grouped;
}

/** The length of a text as a vector, or 1 if it has none. */
function lengthOf(numbers: readonly number[], counts: readonly number[], rarities: Float32Array): number {
  let squares = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    squares += ((counts[index] as number) * (rarities[numbers[index] as number] as number)) ** 2;
  }
  return Math.sqrt(squares) || 1;
}

/** Where each feature's places start, if it has one for each label that it stands in. */
function startsOf(
  texts: readonly Features[],
  owners: Int32Array,
  order: Int32Array,
  size: number,
): Int32Array {
  const starts = new Int32Array(size + 1);
  const latest = new Int32Array(size).fill(-1);
  for (const row of order) {
    const label = at(owners, row);
    for (const feature of (texts[row] as Features).numbers) {
      if (at(latest, feature) === label) continue;
      latest[feature] = label;
      starts[feature + 1] = at(starts, feature + 1) + 1;
    }
  }
  for (let feature = 0; feature < size; feature += 1) {
    starts[feature + 1] = at(starts, feature) + at(starts, feature + 1);
  }
  return starts;
}

function emptyTable(starts: Int32Array): TermTable {
  const length = starts.at(-1) ?? 0;
  return {
    starts,
    labels: new Int32Array(length),
    sums: new Float64Array(length),
    times: new Int32Array(length),
  };
}

/** A number that is known to be there, which the compiler cannot know. */
const at = (list: Int32Array, index: number): number => list[index] as number;
