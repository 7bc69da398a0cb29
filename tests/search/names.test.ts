import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/search/names.ts';

const names = namesOf([
  { id: 'machine-learning-engineer', title: 'Machine Learning Engineer', aliases: ['MLE', 'ML engineer'] },
  { id: 'mlops-engineer', title: 'MLOps Engineer', aliases: ['ML Ops Engineer'] },
  { id: 'data-scientist', title: 'Data Scientist', aliases: ['DS'] },
  { id: 'data-analyst', title: 'Data Analyst', aliases: [] },
  { id: 'data-engineer', title: 'Data Engineer', aliases: [] },
  { id: 'python', title: 'Python and Git', aliases: ['programming'] },
]);

test.each([
  ['its id', 'data-scientist', 'data-scientist'],
  ['its title in any case', 'DATA SCIENTIST', 'data-scientist'],
  ['an alias', 'mle', 'machine-learning-engineer'],
  ['accents and punctuation', '  Dàta   scientist! ', 'data-scientist'],
  ['its beginning, when only one has it', 'mach', 'machine-learning-engineer'],
  ['the beginnings of its words', 'dat sci', 'data-scientist'],
  ['a typo', 'data scientits', 'data-scientist'],
  ['two letters exchanged', 'pyhton', 'python'],
])('an entry is found by %s', (_by, typed, id) => {
  expect(names.find(typed)).toEqual({ sure: expect.objectContaining({ id }) });
});

describe('when it is not sure which entry was meant', () => {
  test('the beginning of several names offers them', () => {
    const found = names.find('data');
    expect('unsure' in found && found.unsure.map(({ id }) => id)).toEqual([
      'data-analyst',
      'data-engineer',
      'data-scientist',
    ]);
  });

  test.each(['plumber', '🦜🦜🦜', '', '@everyone', 'x'.repeat(500)])('%j offers at most three', (typed) => {
    const found = names.find(typed);
    if ('sure' in found) throw new Error(`found ${found.sure.id}`);
    expect(found.unsure.length).toBeLessThanOrEqual(3);
  });
});

test('nothing typed completes to everything in its order', () => {
  expect(names.complete('').map(({ id }) => id)).toEqual([
    'machine-learning-engineer',
    'mlops-engineer',
    'data-scientist',
    'data-analyst',
    'data-engineer',
    'python',
  ]);
});

test('exact comes before beginnings, and beginnings before typos', () => {
  expect(
    names
      .complete('ml engineer')
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['machine-learning-engineer', 'mlops-engineer']);
});

test('what nothing resembles completes to nothing', () => {
  expect(names.complete('qqqqqq')).toEqual([]);
});
