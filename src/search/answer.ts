import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { normalise } from '../knowledge/normalise.ts';
import { guarded, namesOurField, type Refusal } from './guards.ts';
import { type Tokens, tokeniser } from './language.ts';
import { type Fit, indexOf, tuning } from './phrasing-index.ts';
import { phrasingsOf } from './phrasings.ts';
import type { Target } from './target.ts';

export type { Refusal } from './guards.ts';

/** What a question gets: an answer, a decline with what is closest, the menu, or care. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly target: Target;
      readonly confidence: number;
      readonly others: readonly Target[];
    }
  | { readonly kind: 'decline'; readonly reason: Refusal; readonly closest: readonly Target[] }
  | { readonly kind: 'menu' }
  | { readonly kind: 'care' };

/** A target with how well it fits a question, and how sure one can be that it answers it, both from 0 to about 1. */
export type Scored = Fit & { readonly target: Target; readonly confidence: number };

/** Answers questions from one knowledge base. */
export type Answering = {
  reply(question: string): Reply;
  /** The best targets for a text, whatever they are worth; for the evaluation. */
  rank(question: string, most?: number): Scored[];
};

/**
 * Chosen on one half of our own questions, reported on the other: `npm run bench:answers`.
 * `answer`: the least confidence of an answer; `answerToLong`: of one to a text of more than `long` characters, most of
 * which is story; `close`: how near in score another must be to be offered beside it.
 */
export const thresholds = { answer: 0.5, answerToLong: 0.4, close: 0.08, long: 200 };

/** What makes one sure of an answer; the weights of a logistic regression on the tuning half of our questions. */
const sureness = { base: -3, fit: 3.2, coverage: 1.7, unknown: -0.9, field: 0.8 };

/** A question is read whole and clause by clause, because the real one often stands among others: so many at most. */
const mostClauses = 6;
const mostCharacters = 2000;

export function answering(knowledge: KnowledgeBase): Answering {
  const tokens = tokeniser([...namesOf(knowledge)]);
  const index = indexOf(
    phrasingsOf(knowledge),
    (target) => textOf(knowledge, target),
    (text) => asked(text, tokens),
  );

  const rank = (question: string, most = 4): Scored[] => {
    const best = new Map<number, Fit>();
    const text = question.slice(0, mostCharacters);
    const whole = index.weight(asked(text, tokens));
    for (const clause of [text, ...clausesOf(text)]) {
      const found = asked(clause, tokens);
      const share = index.weight(found) / whole;
      if (share < tuning.leastShare) continue;
      const trust = clause === text ? 1 : Math.min(1, tuning.clause + share);
      for (const [target, fit] of index.scores(found, clause)) {
        const score = fit.score * trust;
        if (score > (best.get(target)?.score ?? 0)) best.set(target, { ...fit, score, fit: fit.fit * trust });
      }
    }
    const field = namesOurField(text) ? sureness.field : 0;
    return [...best]
      .sort(([, a], [, b]) => b.score - a.score)
      .slice(0, most)
      .map(([target, fit]) => ({
        ...fit,
        target: index.targets[target] as Target,
        confidence: logistic(
          sureness.base +
            field +
            sureness.fit * fit.fit +
            sureness.coverage * fit.coverage +
            sureness.unknown * fit.unknown,
        ),
      }));
  };

  return {
    rank,
    reply(question) {
      const guard = guarded(question.slice(0, mostCharacters));
      if (guard?.kind === 'care') return guard;
      const ranked = rank(question);
      const closest = ranked.slice(0, 3).map(({ target }) => target);
      if (guard) return { ...guard, closest };
      if (tokens(question.slice(0, mostCharacters)).filter((token) => !vague.has(token)).length === 0)
        return { kind: 'menu' };
      const [best, ...rest] = ranked;
      if (!best || best.confidence < leastFor(question))
        return { kind: 'decline', reason: namesOurField(question) ? 'unknown' : 'off-topic', closest };
      const others = rest
        .filter(({ score }) => best.score - score <= thresholds.close)
        .map(({ target }) => target);
      return { kind: 'answer', target: best.target, confidence: best.confidence, others: others.slice(0, 3) };
    },
  };
}

/** @returns the least confidence with which a question of that length, in characters, is answered */
const leastFor = ({ length }: string) =>
  length > thresholds.long ? thresholds.answerToLong : thresholds.answer;

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Meanings that alone ask for nothing in particular, as the tokeniser writes them. */
const vague = new Set(
  'beginner start need field job learn code path guidanc guid support assist stuck lost menu test bot whatis difference hard command feature speak hindi english chat talk career bye'.split(
    ' ',
  ),
);

/** The names of entries that are understood as one word each. */
function* namesOf(knowledge: KnowledgeBase): Generator<{ name: string; token: string }> {
  const fieldNames =
    /^(ml|ai|ds|dl|de|da|data|machine learning|deep learning|data science|artificial intelligence)$/;
  for (const { id, title, aliases, synonyms } of knowledge.title.values()) {
    for (const name of [title, ...aliases, ...synonyms]) {
      if (fieldNames.test(normalise(name))) continue;
      for (const form of [name, `${name}s`]) yield { name: form, token: `role:${id}` };
    }
  }
  for (const { id, title, aliases } of knowledge.career.values()) {
    for (const name of [title, ...aliases]) {
      if (!fieldNames.test(normalise(name))) yield { name, token: `role:${id}` };
    }
  }
  for (const { id, title, aliases, cities } of knowledge.country.values()) {
    for (const name of [title, ...aliases, ...cities]) yield { name, token: `place:${id}` };
  }
  for (const { id, code, aliases } of knowledge.certification.values()) {
    for (const name of [code ?? '', ...aliases]) if (/\d/.test(name)) yield { name, token: `exam:${id}` };
  }
}

/** The meanings in what was asked; two roles with "or" between them are a comparison. */
function asked(text: string, tokens: Tokens): string[] {
  const found = tokens(text);
  const compared =
    found.filter((token) => token.startsWith('role:') || token.startsWith('field:')).length >= 2;
  return compared && /\b(or|vs|versus|and|than)\b/i.test(text) && !found.includes('difference')
    ? [...found, 'difference']
    : found;
}

/** The clauses of a text that has several. */
function clausesOf(text: string): string[] {
  const clauses = text
    .split(/[.?!;:\n]+|,\s|\s-\s|\bbut\b/u)
    .map((clause) => clause.trim())
    .filter(Boolean);
  return clauses.length > 1 ? clauses.slice(-mostClauses) : [];
}

/** All that the entry behind a target says, for the meanings that none of its phrasings has. */
function textOf(knowledge: KnowledgeBase, target: Target): string {
  switch (target.kind) {
    case 'faq': {
      const faq = knowledge.faq.get(target.id);
      return faq ? faq.answer : '';
    }
    case 'step': {
      const step = knowledge.step.get(target.id);
      return step
        ? [step.sentence, step.why, ...step.topics.flatMap(({ name, parts }) => [name, ...parts])].join('. ')
        : '';
    }
    case 'project': {
      const project = knowledge.project.get(target.id);
      return project ? [project.brief, ...project.data.map(({ name }) => name)].join('. ') : '';
    }
    case 'certification': {
      const certification = knowledge.certification.get(target.id);
      return certification ? `${certification.provider}. ${certification.summary}` : '';
    }
    case 'resource': {
      const resource = knowledge.resource.get(target.id);
      return resource ? `${resource.author}. ${resource.format}. ${resource.price}. ${resource.covers}` : '';
    }
    case 'title': {
      const title = knowledge.title.get(target.id);
      return title ? [title.sentence, title.does, ...title.requirements].join('. ') : '';
    }
    default:
      return '';
  }
}
