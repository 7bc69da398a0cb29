import { listed } from '../discord/text.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge.ts';
import type { Career, Step } from '../knowledge/schema.ts';
import type { Aspect } from '../search/focus.ts';
import { readableHours } from './evidence.ts';

/** The first sentence of a step's card: its place in the roadmap, or what was asked of it. */
export function stepLead(knowledge: KnowledgeBase, career: Career, step: Step, aspect?: Aspect): string {
  const at = career.steps.findIndex((item) => item.step === step.id);
  const titleAt = (index: number) => {
    const neighbour = career.steps[index];
    return neighbour && entryOf(knowledge, 'step', neighbour.step).title;
  };
  const to = `on the roadmap to ${career.title}`;
  switch (aspect) {
    case 'hours':
      return `${step.title} takes about ${readableHours(step.hours)}, by our estimate; with 8 hours a week that is ${weeks(step.hours)}.`;
    case 'after': {
      const next = titleAt(at + 1);
      return next
        ? `After ${step.title} comes ${next}, ${to}.`
        : `${step.title} is the last step ${to}: after it comes the work itself.`;
    }
    case 'before': {
      const previous = at > 0 ? titleAt(at - 1) : undefined;
      return previous
        ? `Before ${step.title} comes ${previous}, ${to}.`
        : `Nothing comes before ${step.title}: it is the first step ${to}.`;
    }
    case 'optional':
      return optionalLead(knowledge, step);
    case 'done':
      return `You are done with ${step.title} when you can ${step.done[0]}; the card lists ${step.done.length} such things.`;
    default: {
      const core = career.steps[at]?.core ? 'core' : 'optional';
      const place =
        at < 0
          ? `is a step of other roadmaps than ${career.title}’s`
          : `is step ${at + 1} of ${career.steps.length} to ${career.title}, ${core}`;
      return `${step.title} ${place}; it takes about ${readableHours(step.hours)} by our estimate.`;
    }
  }
}

/** For whom a step is core, and for whom it may be left out. */
function optionalLead(knowledge: KnowledgeBase, step: Step): string {
  const careers = [...knowledge.career.values()];
  const those = (core: boolean) =>
    careers
      .filter(({ steps }) => steps.some((item) => item.step === step.id && item.core === core))
      .map(({ title }) => title);
  const [core, optional] = [those(true), those(false)];
  const parts = [
    core.length > 0 ? `core for ${listed(core)}` : undefined,
    optional.length > 0 ? `optional for ${listed(optional)}` : undefined,
  ].filter((part) => part !== undefined);
  const rest = careers.length - core.length - optional.length;
  return `${step.title} is ${parts.join(', and ')}${rest > 0 ? '; no other roadmap has it as a step of its own' : ''}.`;
}

/** How many weeks hours of work take at 8 hours a week. */
function weeks({ low, high }: Step['hours']): string {
  const [least, most] = [Math.max(1, Math.round(low / 8)), Math.max(1, Math.round(high / 8))];
  if (most === 1) return 'about a week';
  return least === most ? `about ${most} weeks` : `${least} to ${most} weeks`;
}
