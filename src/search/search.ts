import type { EntryOf, KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Kind, kinds } from '../knowledge/schema.ts';
import { type Answering, answering } from './answer.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** Finding by name, for each kind of entry, and answering questions. */
export type Search = { readonly [K in Kind]: Names<EntryOf[K]> } & Answering;

/** Builds the means of finding for a knowledge base; a reload builds it anew. */
export function searchOf(knowledge: KnowledgeBase): Search {
  const names = Object.fromEntries(kinds.map((kind) => [kind, namesOf<Named>(knowledge[kind].values())]));
  // A country is also found by the cities that people name when they mean it.
  const country = namesOf(knowledge.country.values(), ({ aliases, cities }) => [...aliases, ...cities]);
  return { ...(names as unknown as { [K in Kind]: Names<EntryOf[K]> }), country, ...answering(knowledge) };
}
