import { setImmediate } from 'node:timers/promises';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Refusal, refusals } from '../knowledge/phrasings.ts';
import { hasFigures } from '../knowledge/relations.ts';
import { type Target, targetKey, targetOf } from '../knowledge/target.ts';
import { type Focus, focusOf } from './focus.ts';
import { guarded } from './guards.ts';
import { type Judge, type Judged, learning, type Signs } from './judge.ts';
import { wordsOf } from './words.ts';

/** What a question gets: an answer, a decline with what is closest, if anything is, the menu, or care. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly target: Target;
      readonly focus: Focus;
      readonly confidence: number;
      readonly others: readonly Target[];
    }
  | { readonly kind: 'decline'; readonly reason: Reason; readonly closest: readonly Target[] }
  | { readonly kind: 'menu' }
  | { readonly kind: 'care' };

/** Why a question is declined: it is of a kind that is never answered, or nothing in the base fits it. */
export type Reason = Refusal | 'unknown';

/** Answers questions from one knowledge base. */
export type Answering = {
  reply(question: string): Reply;
  /** What a question looks like, before anything is decided; for the evaluation. */
  judge(question: string): Judged;
  /**
   * Learns how questions are asked, which takes some seconds, and lets others have their turn meanwhile. A question that
   * comes before the end waits for the rest.
   */
  prepare(): Promise<void>;
};

/** How sure one can be that the best target answers the question: a logistic regression, fitted by `npm run bench:tune`. */
const sureness: Signs & { readonly base: number } = {
  base: -3.04,
  lead: 2.58,
  margin: 4.07,
  topicMargin: 2.33,
};

/**
 * `answer`: the least sureness with which a question is answered, which is then more likely right than wrong; `close`: how
 * near in score another must be to be offered too; `related`: the least score of what is offered when nothing answers.
 */
const thresholds = { answer: 0.5, close: 0.2, related: 0.8 };

export function answering(knowledge: KnowledgeBase): Answering {
  const steps = learning(knowledge);
  let learned: Judge | undefined;
  const learnMore = () => {
    const { done, value } = steps.next();
    if (done) learned = value;
    return learned;
  };
  const judge: Judge = (question) => {
    let ready = learned;
    while (!ready) ready = learnMore();
    return ready(question);
  };
  return {
    judge,
    async prepare() {
      while (!learned) {
        learnMore();
        await setImmediate();
      }
    },
    reply(question) {
      const guard = guarded(question);
      if (guard?.kind === 'care') return guard;
      if (wordsOf(question).length === 0) return { kind: 'menu' };
      const { ranked, refusal, signs, meanings } = judge(question);
      const closest = ranked
        .filter(({ target, score }) => score >= thresholds.related && hasFigures(knowledge, target))
        .slice(0, 3)
        .map(({ target }) => target);
      if (guard) return { ...guard, closest };
      const confidence = sure(signs);
      const [best, ...rest] = ranked;
      if (best && confidence >= thresholds.answer) {
        const others = rest
          .filter(
            ({ target, score }) => best.score - score <= thresholds.close && hasFigures(knowledge, target),
          )
          .slice(0, 3);
        return {
          kind: 'answer',
          target: best.target,
          focus: focusOf(knowledge, best.target, meanings),
          confidence,
          others: others.map(({ target }) => target),
        };
      }
      const [kind, reason] = signs.margin < 0 ? refusal.key.split('/') : [];
      if (kind === 'menu' || kind === 'care') return { kind };
      return { kind: 'decline', reason: refusals.find((each) => each === reason) ?? 'unknown', closest };
    },
  };
}

/** A reply that was learned from an older base, as far as the present one still has what it names. */
export function stillThere(knowledge: KnowledgeBase, reply: Reply): Reply {
  const isThere = (target: Target) => targetOf(knowledge, targetKey(target)) !== undefined;
  if (reply.kind === 'decline') return { ...reply, closest: reply.closest.filter(isThere) };
  if (reply.kind !== 'answer') return reply;
  const others = reply.others.filter(isThere);
  return isThere(reply.target)
    ? { ...reply, others }
    : { kind: 'decline', reason: 'unknown', closest: others };
}

/** @returns from 0 to 1 */
function sure(signs: Signs): number {
  const sum = (Object.keys(signs) as (keyof Signs)[]).reduce(
    (total, sign) => total + sureness[sign] * signs[sign],
    sureness.base,
  );
  return 1 / (1 + Math.exp(-sum));
}
