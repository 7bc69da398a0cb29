import type { EntryOf, KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Kind, kinds } from '../knowledge/schema.ts';
import { type Answering, answering } from './answer.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** Finding by name, for each kind of entry, and answering questions. */
export type Search = { readonly [K in NamedKind]: Names<EntryOf[K]> } & Answering;

/** Nobody types the name of a source, and a question is found by what it asks. */
type NamedKind = Exclude<Kind, 'faq' | 'source'>;
const isNamed = (kind: Kind): kind is NamedKind => kind !== 'faq' && kind !== 'source';

/** Builds the means of finding for a knowledge base; a reload builds it anew. */
export function searchOf(knowledge: KnowledgeBase): Search {
  const names = Object.fromEntries(
    kinds.filter(isNamed).map((kind) => [kind, namesOf<Named>(knowledge[kind].values())]),
  );
  // A country is also found by the cities that people name when they mean it.
  const country = namesOf(knowledge.country.values(), ({ aliases, cities }) => [...aliases, ...cities]);
  return {
    ...(names as unknown as { [K in NamedKind]: Names<EntryOf[K]> }),
    country,
    ...answering(knowledge),
  };
}
