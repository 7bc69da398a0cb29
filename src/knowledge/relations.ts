import type { Entries, KnowledgeBase } from './knowledge.ts';
import { type Career, levels, type Project, type Resource, type Step, type Term } from './schema.ts';
import type { Target } from './target.ts';

const priceOrder = { free: 0, mixed: 1, paid: 2 } as const;

/** What teaches a step, or everything: free before paid, easy before hard, what has gone stale last. */
export const resourcesFor = (knowledge: KnowledgeBase, step?: string): Resource[] =>
  [...knowledge.resource.values()]
    .filter(({ steps }) => step === undefined || steps.includes(step))
    .sort(
      (a, b) =>
        Number(a.stale !== undefined) - Number(b.stale !== undefined) ||
        priceOrder[a.price] - priceOrder[b.price] ||
        levels.indexOf(a.level) - levels.indexOf(b.level),
    );

/** The project ideas that practise a step, easy ones first. */
export const projectsOf = (knowledge: KnowledgeBase, step: Step): Project[] =>
  [...knowledge.project.values()]
    .filter(({ steps }) => steps.includes(step.id))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));

/** The glossary's words that come up in a step. */
export const termsOf = (knowledge: KnowledgeBase, step: Step): Term[] =>
  [...knowledge.term.values()].filter(({ steps }) => steps.includes(step.id));

/** The career that is meant when none is named. */
export const defaultCareer = 'machine-learning-engineer';

/** The career in whose roadmap a step is shown: the preferred one, the usual one, or the first that has it. */
export function careerOf(knowledge: KnowledgeBase, step: Step, preferred?: Career): Career {
  const having = [...knowledge.career.values()].filter(({ steps }) =>
    steps.some((item) => item.step === step.id),
  );
  const found =
    having.find(({ id }) => id === preferred?.id) ??
    having.find(({ id }) => id === defaultCareer) ??
    having[0];
  if (!found) throw new Error(`no career has the step "${step.id}"`);
  return found;
}

/** Whether a target that asks for the pay of a title has a figure; any other needs none. */
export function hasFigures(knowledge: Entries, target: Target): boolean {
  if (target.kind !== 'salary' || target.title === undefined) return true;
  return [...knowledge.country.values()].some(
    ({ id, bands }) => id === (target.country ?? id) && bands.some(({ title }) => title === target.title),
  );
}
