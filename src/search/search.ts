import type { EntryOf, KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Kind, kinds } from '../knowledge/schema.ts';
import { type Names, namesOf } from './names.ts';

/** Finding by name, for each kind of entry. */
export type Search = { readonly [K in Kind]: Names<EntryOf[K]> };

/** Builds the means of finding for a knowledge base; a reload builds it anew. */
export const searchOf = (knowledge: KnowledgeBase) =>
  Object.fromEntries(kinds.map((kind) => [kind, namesOf(knowledge[kind].values())])) as unknown as Search;
