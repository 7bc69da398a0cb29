import type { Phrasings } from './phrasings.ts';
import type {
  Career,
  Certification,
  Country,
  Faq,
  JobTitle,
  Kind,
  Project,
  Resource,
  Skill,
  Source,
  Step,
  Term,
} from './schema.ts';

/** Entries by id, in the order of their files and of their place in them. */
export type Table<E> = ReadonlyMap<string, E>;

/** The type of an entry of each kind. */
export type EntryOf = {
  career: Career;
  step: Step;
  project: Project;
  certification: Certification;
  title: JobTitle;
  country: Country;
  resource: Resource;
  term: Term;
  faq: Faq;
  skill: Skill;
  source: Source;
};

/** The entries of all kinds. */
export type Entries = { readonly [K in Kind]: Table<EntryOf[K]> };

/** Everything that was loaded from `data/`, checked and immutable; a reload makes a new one. */
export type KnowledgeBase = Entries & {
  /** How people ask for it all. */
  readonly phrasings: Phrasings;
};

/** The entry with that id; throws when there is none, which only a fault in our own code can cause. */
export function entryOf<K extends Kind>(knowledge: KnowledgeBase, kind: K, id: string): EntryOf[K] {
  const entry = knowledge[kind].get(id);
  if (!entry) throw new Error(`no ${kind} has the id "${id}"`);
  return entry as EntryOf[K];
}

/** The newest day on which a source was checked, as YYYY-MM-DD. */
export function lastChecked(knowledge: KnowledgeBase): string {
  return (
    [...knowledge.source.values()]
      .map((source) => source.checked)
      .sort()
      .at(-1) ?? ''
  );
}
