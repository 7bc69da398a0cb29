import { expect, test } from 'vitest';
import { classifierOf } from '../../src/search/classifier.ts';

const text = (...numbers: number[]) => ({ numbers, counts: numbers.map(() => 1) });

/** Features 0 and 1 are typical of pay, 2 and 3 of books, and 4 stands everywhere. */
const texts = [text(0, 4), text(0, 1, 4), text(2, 4), text(2, 3, 4), text(3, 4)];
const learned = classifierOf(texts, ['pay', 'pay', 'book', 'book', 'book'], 5);

test('a text scores most for the label whose texts it resembles', () => {
  const [pay, book] = learned.scores(text(0, 1));
  expect(learned.labels).toEqual(['pay', 'book']);
  expect(pay).toBeGreaterThan(0.4);
  expect(book).toBe(0);
});

test('what stands everywhere tells less than what is rare', () => {
  const [pay = 0, book = 0] = learned.scores(text(0, 4));
  expect(pay).toBeGreaterThan(2 * book);
});

test('a text of unknown features alone scores nothing, and they weigh against what is known beside them', () => {
  expect([...learned.scores(text(-1, -2))]).toEqual([0, 0]);
  const [alone = 0] = learned.scores(text(0));
  const [beside = 0] = learned.scores(text(0, -1));
  expect(beside).toBeLessThan(alone);
});

test('the same texts give the same scores', () => {
  const again = classifierOf(texts, ['pay', 'pay', 'book', 'book', 'book'], 5);
  expect(again.scores(text(0, 2, 4))).toEqual(learned.scores(text(0, 2, 4)));
});

test('labels can be grouped without reading the texts again', () => {
  const groups = classifierOf(texts, ['pay/a', 'pay/b', 'book/a', 'book/b', 'book/c'], 5).grouped(
    (label) => label.split('/')[0] ?? '',
  );
  expect(groups.labels).toEqual(['pay', 'book']);
  const [pay = 0, book = 0] = groups.scores(text(2, 3));
  expect(book).toBeGreaterThan(pay);
});
