import { type DataFile, type Fault, layout, readDataFiles } from './files.ts';
import type { Entries, KnowledgeBase } from './knowledge.ts';
import { nearest } from './nearest.ts';
import { normalise } from './normalise.ts';
import { phrasingsIn } from './phrasings.ts';
import { referencesIn } from './references.ts';
import { areas, idLengths, id as idSchema, type Kind, kinds, schemas } from './schema.ts';

/** An entry while it is being checked: its value may still be wrong. */
type Draft = {
  readonly kind: Kind;
  readonly id: string;
  readonly file: DataFile;
  /** Where it stands in its file: [] or [id]. */
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
};

/** The outcome of loading: the whole knowledge base, or every fault of every file. `files` speeds up the next load. */
export type Loaded =
  | { readonly ok: true; readonly knowledge: KnowledgeBase; readonly files: readonly DataFile[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly files: readonly DataFile[] };

/**
 * Reads and checks the knowledge base in the folder `dir`.
 *
 * @param previous - the files of an earlier load of the same folder; those whose text is the same are not parsed again
 */
export function loadKnowledge(dir: string, previous: readonly DataFile[] = []): Loaded {
  const { files, faults } = readDataFiles(dir, previous);
  for (const file of files) faults.push(...file.syntaxFaults);

  const drafts = files.filter((file) => file.syntaxFaults.length === 0).flatMap(draftsIn);
  const ids = idsOf(drafts);
  const tables = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<
    Kind,
    Map<string, unknown>
  >;
  for (const draft of drafts) {
    faults.push(...idFaults(draft));
    const parsed = schemas[draft.kind].safeParse(draft.value);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) faults.push(issueFault(draft, issue));
      continue;
    }
    tables[draft.kind].set(draft.id, { id: draft.id, group: draft.file.name, ...parsed.data });
    for (const reference of referencesIn(draft.kind, parsed.data)) {
      const known = ids[reference.kind];
      if (known?.has(reference.id)) continue;
      faults.push(fault(draft, reference.path, unresolved(reference.kind, reference.id, known ?? new Map())));
    }
  }
  faults.push(...nameFaults(drafts, tables));
  if (faults.length === 0) faults.push(...orphanFaults(drafts, tables));
  const entries = tables as unknown as Entries;
  const asked = phrasingsIn(
    files.filter(({ kind, syntaxFaults }) => kind === 'phrasings' && syntaxFaults.length === 0),
    entries,
  );
  // A key that names nothing is worth a word only once the entries are what they should be.
  if (faults.length === 0) faults.push(...asked.faults);
  if (faults.length > 0) return { ok: false, faults: faults.sort(byPlace), files };
  return { ok: true, knowledge: { ...entries, phrasings: asked.phrasings }, files };
}

function draftsIn(file: DataFile): Draft[] {
  const { kind } = file;
  if (kind === 'phrasings') return [];
  if (layout[kind].one === 'file') return [{ kind, id: file.name, file, path: [], value: file.value }];
  if (file.value === undefined || file.value === null) return [];
  return Object.entries(file.value as object).map(([id, value]) => ({
    kind,
    id,
    file,
    path: [id],
    value,
  }));
}

const fault = (draft: Draft, path: readonly PropertyKey[], message: string) =>
  draft.file.faultAt([...draft.path, ...path], message);

function idsOf(drafts: readonly Draft[]): Record<Kind, Map<string, Draft>> {
  const ids = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, Draft>>;
  for (const draft of drafts) if (!ids[draft.kind].has(draft.id)) ids[draft.kind].set(draft.id, draft);
  return ids;
}

function idFaults(draft: Draft): Fault[] {
  const faults: Fault[] = [];
  const parsed = idSchema.max(idLengths[draft.kind] ?? 40).safeParse(draft.id);
  if (!parsed.success) faults.push(fault(draft, [], `"${draft.id}": ${parsed.error.issues[0]?.message}`));
  if (draft.kind === 'project' && !(areas as readonly string[]).includes(draft.file.name)) {
    faults.push(fault(draft, [], `"${draft.file.name}" is no area of projects: ${areas.join(', ')}`));
  }
  return faults;
}

type Issue = {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
};

function issueFault(draft: Draft, issue: Issue): Fault {
  if (issue.code === 'unrecognized_keys')
    return fault(draft, [...issue.path, issue.keys?.[0] ?? ''], issue.message);
  const last = issue.path.at(-1);
  if (typeof last === 'string' && issue.message.endsWith('received undefined')) {
    return fault(draft, issue.path, `missing key "${last}"`);
  }
  const where = issue.path.length ? `${issue.path.join('.')}: ` : '';
  return fault(draft, issue.path, `${where}${issue.message}`);
}

function unresolved(kind: Kind, id: string, known: ReadonlyMap<string, unknown>): string {
  if (!kinds.includes(kind)) return `"${kind}" is no kind of entry: ${kinds.join(', ')}`;
  const meant = nearest(id, known.keys());
  return `there is no ${kind} "${id}"${meant ? `: did you mean "${meant}"?` : ''}`;
}

/** Ids, titles and aliases that two entries of one kind share. */
function nameFaults(drafts: readonly Draft[], tables: Record<Kind, Map<string, unknown>>): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, Draft>();
  for (const draft of drafts) {
    const entry = tables[draft.kind].get(draft.id) as
      | { title: string; aliases?: readonly string[] }
      | undefined;
    if (!entry) continue;
    const names: [string, readonly PropertyKey[]][] = [
      [draft.id, []],
      [entry.title, ['title']],
      ...(entry.aliases ?? []).map((alias, index): [string, PropertyKey[]] => [alias, ['aliases', index]]),
    ];
    // People never ask for a source by name, and two may well have the same title.
    if (draft.kind === 'source') names.length = 1;
    for (const [name, path] of names) {
      const key = `${draft.kind} ${normalise(name)}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, draft);
      else if (owner.file !== draft.file || owner.id !== draft.id) {
        faults.push(
          fault(draft, path, `"${name}" already names the ${draft.kind} "${owner.id}" in ${owner.file.path}`),
        );
      } else if (path[0] === 'aliases') {
        faults.push(fault(draft, path, `the alias "${name}" is the same as another name of this entry`));
      }
    }
  }
  return faults;
}

/** Entries that exist to be referred to, and to which nothing refers. */
function orphanFaults(drafts: readonly Draft[], tables: Record<Kind, Map<string, unknown>>): Fault[] {
  const used = new Set<string>();
  for (const { kind, id } of drafts) {
    for (const reference of referencesIn(kind, tables[kind].get(id)))
      used.add(`${reference.kind}/${reference.id}`);
  }
  return drafts
    .filter(({ kind, id }) => ['step', 'skill', 'source'].includes(kind) && !used.has(`${kind}/${id}`))
    .map((draft) => fault(draft, [], `nothing refers to the ${draft.kind} "${draft.id}"`));
}

const byPlace = (a: Fault, b: Fault) =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
