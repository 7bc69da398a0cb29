import { expect, test } from 'vitest';
import { answers, readQuestions } from '../../bench/questions.ts';
import { targetKey, targetOf } from '../../src/knowledge/target.ts';
import { knowledge, testBot } from '../support.ts';

const { search } = testBot();

/** What must not get worse; `npm run bench:answers` shows where it stands. */
const floor = { answered: 0.8, declined: 0.94, wrong: 0.08 };

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
