import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { KnowledgeBase } from '../src/knowledge/knowledge.ts';

/** Ranks entries for a question: "kind/id", best first; none when it finds nothing. */
export type Ranking = (question: string) => string[];

type Doc = {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly text: string;
};

/** Every entry that can answer something, as anybody would index it: its title, how people ask for it, and all of its text. */
const docsOf = (knowledge: KnowledgeBase): Doc[] =>
  (
    ['career', 'step', 'project', 'certification', 'title', 'country', 'resource', 'term', 'faq'] as const
  ).flatMap((kind) =>
    [...knowledge[kind].values()].map((entry) => ({
      id: `${kind}/${entry.id}`,
      title: entry.title,
      aliases: [
        ...('aliases' in entry ? entry.aliases : []),
        ...(knowledge.phrasings.get(`${kind}/${entry.id}`) ?? []),
      ],
      text: textsIn(entry).join(' '),
    })),
  );

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** minisearch alone, with its defaults. */
export function miniSearchRanking(knowledge: KnowledgeBase): Ranking {
  const search = new MiniSearch<Doc>({ fields: ['title', 'aliases', 'text'] });
  search.addAll(docsOf(knowledge));
  return (question) => search.search(question).map(({ id }) => id as string);
}

/** fuse.js alone, with its defaults. */
export function fuseRanking(knowledge: KnowledgeBase): Ranking {
  const fuse = new Fuse(docsOf(knowledge), { keys: ['title', 'aliases', 'text'] });
  return (question) => fuse.search(question).map(({ item }) => item.id);
}
