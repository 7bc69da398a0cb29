import type { Entries } from './knowledge.ts';
import { type Area, areas, type CareerTopic, careerTopics, type Kind, type Level, levels } from './schema.ts';

/** What a question is answered with: an entry, or one side of it. */
export type Target =
  | { readonly kind: Exclude<Kind, 'country' | 'skill' | 'source' | 'career'>; readonly id: string }
  | { readonly kind: 'roadmap'; readonly career: string }
  | { readonly kind: 'career'; readonly career: string; readonly topic: CareerTopic }
  | { readonly kind: 'compare'; readonly title: string; readonly with: string }
  | { readonly kind: 'salary'; readonly title?: string; readonly country?: string }
  | { readonly kind: 'idea'; readonly area?: Area; readonly level?: Level }
  | { readonly kind: 'certifications' };

/** A target as text, the same for the same target: "faq/degree-needed", "salary/data-scientist/india", "salary//india". */
export function targetKey(target: Target): string {
  if (target.kind === 'salary')
    return ['salary', target.title ?? '', target.country ?? ''].join('/').replace(/\/+$/, '');
  if (target.kind === 'idea')
    return ['idea', target.area ?? '', target.level ?? ''].join('/').replace(/\/+$/, '');
  return Object.values(target).join('/');
}

/** The target that a key names; undefined when the knowledge base no longer has it. */
export function targetOf(knowledge: Entries, key: string): Target | undefined {
  const [kind = '', first = '', second] = key.split('/');
  switch (kind) {
    case 'roadmap':
      return knowledge.career.has(first) ? { kind, career: first } : undefined;
    case 'career': {
      const topic = careerTopics.find((each) => each === (second ?? 'overview'));
      return topic && knowledge.career.has(first) ? { kind, career: first, topic } : undefined;
    }
    case 'compare':
      return second !== undefined && knowledge.title.has(first) && knowledge.title.has(second)
        ? { kind, title: first, with: second }
        : undefined;
    case 'salary':
      return salaryTarget(knowledge, first, second);
    case 'country':
      return salaryTarget(knowledge, '', first);
    case 'idea': {
      const area = areas.find((each) => each === first);
      const level = levels.find((each) => each === second);
      return { kind, ...(area && { area }), ...(level && { level }) };
    }
    case 'certifications':
      return { kind };
    case 'step':
    case 'term':
    case 'title':
    case 'certification':
    case 'resource':
    case 'project':
    case 'faq':
      return knowledge[kind].has(first) ? { kind, id: first } : undefined;
  }
  return undefined;
}

function salaryTarget(knowledge: Entries, title: string, country = ''): Target | undefined {
  if ((title && !knowledge.title.has(title)) || (country && !knowledge.country.has(country)))
    return undefined;
  return { kind: 'salary', ...(title && { title }), ...(country && { country }) };
}
