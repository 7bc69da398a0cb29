import type { Entries } from '../knowledge/knowledge.ts';
import { type Kind, kinds } from '../knowledge/schema.ts';

/** Topics that entries of several kinds share with the questions of a file. */
const topics: Record<string, string> = {
  roadmap: 'start-career',
  salary: 'salary',
  compare: 'compare-roles',
  certification: 'certification-facts',
  certifications: 'certification-facts',
  project: 'projects',
  idea: 'projects',
};

/** What a key of phrasings is about: a topic of questions, a side of careers, a kind of entry, or a reason to decline. */
export function topicOf(knowledge: Entries, key: string): string {
  const [kind = '', first = '', second] = key.split('/');
  if (kind === 'faq') return knowledge.faq.get(first)?.group ?? kind;
  if (kind === 'career') return `career/${second}`;
  if (kind === 'decline') return `decline/${first}`;
  return topics[kind] ?? kind;
}

/** What an entry is about, in words: its title, and what else its key names. */
export function nameOf(knowledge: Entries, key: string): string {
  const [kind = '', ...ids] = key.split('/');
  const names = ids.map((id) => {
    const tables = kind === 'salary' ? [knowledge.title, knowledge.country] : [tableOf(knowledge, kind)];
    return tables.map((table) => table?.get(id)?.title).find((title) => title !== undefined) ?? id;
  });
  return names.join(' ');
}

function tableOf(knowledge: Entries, kind: string): ReadonlyMap<string, { title: string }> | undefined {
  if (kind === 'roadmap') return knowledge.career;
  if (kind === 'compare') return knowledge.title;
  return kinds.find((each) => each === kind) && knowledge[kind as Kind];
}
