/**
 * Fits how sure an answer is (`sureness` in src/search/answer.ts) to the tuning half of our questions, and shows what
 * each threshold would do to them: `npm run bench:tune`. The values that it prints are copied by hand.
 */
import { loadKnowledge } from '../src/knowledge/load.ts';
import { targetKey } from '../src/knowledge/target.ts';
import { answering } from '../src/search/answer.ts';
import type { Signs } from '../src/search/judge.ts';
import { answers, readQuestions } from './questions.ts';

const loaded = loadKnowledge('data');
if (!loaded.ok) throw new Error('data/ has faults; see npm run knowledge');
const { judge } = answering(loaded.knowledge);
const print = (line: string) => process.stdout.write(`${line}\n`);

const cases = readQuestions('bench/questions/tuning.jsonl').map(({ q, kind, entries = [] }) => {
  const { ranked, signs } = judge(q);
  const key = ranked[0] ? targetKey(ranked[0].target) : '';
  return { kind, signs, right: kind === 'answer' && entries.some((entry) => answers(key, entry)) };
});

const names = Object.keys(cases[0]?.signs ?? {}) as (keyof Signs)[];
const values = cases.map(({ signs }) => [1, ...names.map((name) => signs[name])]);
const weights = names.map(() => 0).concat(0);

/** Gradient descent on the logistic loss; the few signs are of one size, so nothing finer is needed. */
for (let round = 0; round < 20_000; round += 1) {
  const slopes = weights.map(() => 0);
  for (const [index, row] of values.entries()) {
    const miss = (cases[index]?.right ? 1 : 0) - sureOf(row);
    for (const [at, value] of row.entries()) slopes[at] = (slopes[at] ?? 0) + miss * value;
  }
  for (const [at, slope] of slopes.entries()) weights[at] = (weights[at] ?? 0) + (4 * slope) / cases.length;
}

function sureOf(row: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
}

print(`base: ${weights[0]?.toFixed(2)}`);
for (const [at, name] of names.entries()) print(`${name}: ${weights[at + 1]?.toFixed(2)}`);

print('\nthreshold  answered  declined   wrong');
const answerable = cases.filter(({ kind }) => kind === 'answer').length;
for (let threshold = 0.3; threshold < 0.75; threshold += 0.05) {
  const answered = cases.filter((_, index) => sureOf(values[index] ?? []) >= threshold);
  const right = answered.filter((each) => each.right).length;
  const refused = answered.filter(({ kind }) => kind !== 'answer').length;
  const shares = [
    right / answerable,
    1 - refused / (cases.length - answerable),
    (answered.length - right) / cases.length,
  ];
  print(
    [
      threshold.toFixed(2).padEnd(11),
      ...shares.map((share) => `${(share * 100).toFixed(1)} %`.padEnd(10)),
    ].join(''),
  );
}
