import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answers, readQuestions } from '../../bench/questions.ts';
import { targetKey, targetOf } from '../../src/knowledge/target.ts';
import { answering, stillThere } from '../../src/search/answer.ts';
import { knowledge, testBot } from '../support.ts';

const { search } = testBot();

/** What must not get worse, with room for what the order of the embedding's texts makes out; see `npm run bench:answers`. */
const floor = { answered: 0.875, declined: 0.95, wrong: 0.06 };

test.each(['tuning', 'held-out'])('answers to the %s questions are no worse than they were', (half) => {
  const questions = readQuestions(`bench/questions/${half}.jsonl`);
  const outcomes = questions.map((question) => {
    const reply = search.reply(question.q);
    const key = reply.kind === 'answer' ? targetKey(reply.target) : undefined;
    return {
      question,
      reply,
      right: key !== undefined && (question.entries ?? []).some((entry) => answers(key, entry)),
    };
  });
  const answerable = outcomes.filter(({ question }) => question.kind === 'answer');
  const others = outcomes.filter(({ question }) => question.kind !== 'answer');
  const wrong = outcomes.filter(({ reply, right }) => reply.kind === 'answer' && !right);
  const answered = answerable.filter(({ right }) => right).length / answerable.length;
  const declined = others.filter(({ reply }) => reply.kind !== 'answer').length / others.length;
  expect(answered).toBeGreaterThanOrEqual(floor.answered);
  expect(declined).toBeGreaterThanOrEqual(floor.declined);
  expect(wrong.length / outcomes.length).toBeLessThanOrEqual(floor.wrong);
});

test('every label of the questions names something that exists', () => {
  for (const half of ['tuning', 'held-out']) {
    for (const { q, entries = [] } of readQuestions(`bench/questions/${half}.jsonl`)) {
      expect(
        entries.filter((entry) => targetOf(knowledge, entry) === undefined),
        q,
      ).toEqual([]);
    }
  }
});

test('others have their turn while it learns, and a question that comes before the end is answered', async () => {
  const { prepare, reply } = answering(knowledge);
  let isReady = false;
  const learned = prepare().then(() => {
    isReady = true;
  });
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  expect(isReady).toBe(false);
  expect(reply('how do i become a data scientist').kind).toBe('answer');
  await learned;
  expect(reply('how do i become a data scientist').kind).toBe('answer');
});

test('a reply from an older base names only what the present one still has', () => {
  const gone = { kind: 'faq', id: 'gone' } as const;
  const here = { kind: 'faq', id: 'degree-needed' } as const;
  const answer = { kind: 'answer', focus: {}, confidence: 1 } as const;
  expect(stillThere(knowledge, { ...answer, target: here, others: [gone] })).toMatchObject({
    target: here,
    others: [],
  });
  expect(stillThere(knowledge, { ...answer, target: gone, others: [here] })).toEqual({
    kind: 'decline',
    reason: 'unknown',
    closest: [here],
  });
  expect(stillThere(knowledge, { kind: 'decline', reason: 'unknown', closest: [gone, here] })).toMatchObject({
    closest: [here],
  });
});
