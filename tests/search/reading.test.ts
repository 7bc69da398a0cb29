import { describe, expect, test } from 'vitest';
import { contradict, entityNames, particulars } from '../../src/search/entity-names.ts';
import { meaningsWith, wordsWithMeaning } from '../../src/search/meanings.ts';
import { phrasingsOf } from '../../src/search/phrasings.ts';
import { spelling } from '../../src/search/spelling.ts';
import { wordsOf } from '../../src/search/words.ts';
import { knowledge } from '../support.ts';

const meaningsIn = meaningsWith(entityNames(knowledge));
const meaningsOf = (text: string) => meaningsIn(wordsOf(text));

describe('what words mean', () => {
  test.each([
    ['how long does it take', 'duration'],
    ['kitne mahine lagte hai', 'duration'],
    ['MLE vs DS', 'role:machine-learning-engineer'],
    ['pay in Bengaluru', 'place:india'],
    ['pay in Kenya', 'place:elsewhere'],
    ['pay in the UK', 'place:united-kingdom'],
    ['is MLS-C01 gone', 'exam:aws-machine-learning-specialty'],
    ['im 45', 'age:40'],
    ['getting a data science job', 'field:ds'],
    ['from data analyst to data engineer', 'switch'],
    ['the take home part of pay', 'salary'],
    ['a nurse who wants to change', 'trade:health'],
  ])('%s: %s', (text, meaning) => {
    expect(meaningsOf(text)).toContain(meaning);
  });

  test('two roles are a change from one to the other only where "to" stands between them', () => {
    expect(meaningsOf('data analyst or data engineer')).not.toContain('switch');
    expect(meaningsOf('compare a data analyst to me')).not.toContain('switch');
  });

  test('a word is not taken for another that only has its stem', () => {
    expect(meaningsOf('a useful model that I develop')).not.toContain('place:united-states');
    expect(meaningsOf('a useful model that I develop')).not.toContain('role:software-engineer');
    expect(meaningsOf('computer vision')).not.toContain('laptop');
    expect(meaningsOf('a phd program')).not.toContain('code');
    expect(meaningsOf('programming for beginners')).toContain('code');
  });

  test.each([
    ['data scientist in india', 'data scientist in germany', true],
    ['data scientist in india', 'data scientist', false],
    ['data scientist or analyst', 'data scientist', false],
    ['beginner', 'advanced', true],
  ])('"%s" and "%s" contradict each other: %s', (a, b, expected) => {
    expect(contradict(particulars(meaningsOf(a)), particulars(meaningsOf(b)))).toBe(expected);
  });
});

describe('spelling', () => {
  const known = {
    salari: 9,
    certif: 5,
    python: 90,
    project: 400,
    projcet: 2,
    protect: 3,
    reserch: 1,
    research: 60,
  };
  const spelt = spelling(
    new Map(Object.entries({ ...known, latex: 2, late: 90, green: 90 })),
    new Set(['greec']),
  );
  test.each([
    ['salarri', 'salari'],
    ['pyhton', 'python'],
    ['certfi', 'certif'],
    ['lern', 'lern'],
    ['pay', 'pay'],
    ['elephant', 'elephant'],
    // Known, but so seldom that they are doubted.
    ['projcet', 'project'],
    ['reserch', 'research'],
    ['protect', 'protect'],
    ['latex', 'latex'],
    // Near a known word, but the name of a country.
    ['greec', 'greec'],
  ])('%s is read as %s', (typed, read) => {
    expect(spelt(typed)).toBe(read);
  });

  test('names and words with a meaning are never mended, whatever the phrasings hold', () => {
    const times = new Map<string, number>();
    for (const phrasing of phrasingsOf(knowledge)) {
      for (const word of wordsOf(phrasing.words)) times.set(word, (times.get(word) ?? 0) + 1);
    }
    const read = spelling(times, wordsWithMeaning(entityNames(knowledge)));
    for (const { name } of entityNames(knowledge)) {
      expect(wordsOf(name).map(read)).toEqual(wordsOf(name));
    }
    expect(read('mahina')).toBe('mahina');
  });
});

describe('ways to ask', () => {
  const all = [...phrasingsOf(knowledge)];
  const keysOf = (words: string) => all.filter((each) => each.words === words).map(({ key }) => key);

  test('a pattern is filled for each entry of its kind', () => {
    expect(keysOf('how long does SQL and databases take')).toEqual(['step/sql']);
    expect(keysOf('Data Scientist salary in Germany')).toEqual(['salary/data-scientist/germany']);
    expect(keysOf('Data Analyst vs BI Analyst')).toEqual(['compare/data-analyst/bi-analyst']);
  });

  test('a line with a kind in braces that its key lacks asks for the same of each entry', () => {
    const asked = ['Data Analyst', 'MLOps Engineer'].map((title) => `do i need a masters to be a ${title}`);
    expect(asked.map(keysOf)).toEqual([['faq/masters-worth'], ['faq/masters-worth']]);
  });

  test('pay is asked for of every title in every country, whether there is a figure or not', () => {
    const asked = new Set(all.map(({ key }) => key).filter((key) => /^salary\/[^/]+\/[^/]+$/.test(key)));
    expect(asked.size).toBe(knowledge.title.size * knowledge.country.size);
  });

  test('every entry that can answer has ways to be asked for', () => {
    const keys = new Set(all.map(({ key }) => key));
    for (const kind of ['faq', 'step', 'term', 'title', 'certification', 'resource', 'project'] as const) {
      for (const id of knowledge[kind].keys()) expect(keys).toContain(`${kind}/${id}`);
    }
  });
});
