import { expect, test } from 'vitest';
import { embeddingOf } from '../../src/search/embedding.ts';
import type { Features } from '../../src/search/features.ts';

const text = (...numbers: number[]): Features => ({ numbers, counts: numbers.map(() => 1) });

/** Features 0 and 1 are typical of pay, 2 and 3 of books, 5 and 6 of exams; 4 stands everywhere. */
const [pay, book, exam] = [0, 1, 2];
const ways: [label: number, text: Features][] = [
  [pay, text(0, 4)],
  [pay, text(0, 1, 4)],
  [pay, text(1, 4)],
  [book, text(2, 4)],
  [book, text(2, 3, 4)],
  [book, text(3, 4)],
  [exam, text(5, 4)],
  [exam, text(5, 6, 4)],
  [exam, text(6, 4)],
];
/** As often as in a small knowledge base: the same ways, many times. */
const many = Array.from({ length: 50 }, () => ways).flat();

function learn() {
  const steps = embeddingOf(
    many.map(([, way]) => way),
    Int32Array.from(many, ([label]) => label),
    3,
    7,
  );
  let pauses = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { nearness: value, pauses };
    pauses += 1;
  }
}

const { nearness, pauses } = learn();

test('each text is nearer to its own label than to the others', () => {
  for (const [label, way] of ways) {
    const near = [pay, book, exam].map(nearness(way));
    expect(near.indexOf(Math.max(...near))).toBe(label);
    expect(near.filter((each) => each > 0)).toHaveLength(1);
  }
});

test('what stands everywhere moves a text little', () => {
  const apart = (each: Features) => Math.abs(nearness(each)(pay) - nearness(each)(book));
  expect(apart(text(4))).toBeLessThan(0.2 * apart(text(0)));
});

test('a text of unknown features is neither near nor far', () => {
  expect([pay, book, exam].map(nearness(text(-1, -2)))).toEqual([0, 0, 0]);
  expect(nearness(text(0, -1))(pay)).toBe(nearness(text(0))(pay));
});

test('the same texts give the same places, whoever learns them', () => {
  expect([pay, book, exam].map(learn().nearness(text(0, 2)))).toEqual(
    [pay, book, exam].map(nearness(text(0, 2))),
  );
});

test('others get their turn while it learns', () => {
  expect(pauses).toBeGreaterThan(1);
});
