import { expect, test } from 'vitest';
import { beginningOf } from '../../src/discord/text.ts';

test('the beginning of a text has as many sentences as say something', () => {
  const [first, second] = [
    'Yes.',
    'It helps to see how many people ask the same thing in other words than you.',
  ];
  expect(beginningOf(`${first} ${second} And more.`)).toBe(`${first} ${second}`);
});

test('a link at the beginning is told by its words, so that it is never cut', () => {
  const link = '[a course](https://example.org/a-very-long-address-of-a-course-about-very-many-things)';
  expect(beginningOf(`Take ${link}.`)).toBe('Take a course.');
  const clipped = beginningOf(`${`${link}, `.repeat(40)}end.`);
  expect(clipped).toMatch(/^(a course, )+.*…$/);
  expect(clipped).not.toContain('[');
});
