import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { Kind } from './schema.ts';

/** Where the entries of each kind and the phrasings live: one a file (its name is the id), or many in one file by id. */
export const layout: Record<Kind | 'phrasings', { readonly path: string; readonly one: 'file' | 'key' }> = {
  career: { path: 'careers', one: 'file' },
  step: { path: 'steps', one: 'file' },
  project: { path: 'projects', one: 'key' },
  certification: { path: 'certifications', one: 'key' },
  title: { path: 'job-titles.yaml', one: 'key' },
  country: { path: 'salaries', one: 'file' },
  resource: { path: 'resources', one: 'key' },
  term: { path: 'glossary', one: 'key' },
  faq: { path: 'faq', one: 'key' },
  skill: { path: 'skills.yaml', one: 'key' },
  source: { path: 'sources', one: 'key' },
  phrasings: { path: 'phrasings', one: 'key' },
};

/** What a file of the knowledge base holds: entries of a kind, or the ways in which people ask. */
export type Holding = keyof typeof layout;

/** Something wrong in a file of the knowledge base; line and column count from 1. */
export type Fault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

export const formatFault = (fault: Fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.message}`;

/** A file of the knowledge base, parsed, with the means to say where in it a value stands. */
export type DataFile = {
  /** The path below the data folder, with forward slashes. */
  readonly path: string;
  readonly kind: Holding;
  /** Its name without ending: an entry's id, or the group of the entries in it. */
  readonly name: string;
  readonly text: string;
  readonly value: unknown;
  readonly syntaxFaults: readonly Fault[];
  /** The fault `message` at the value that `path` leads to, or at the last place on the way that exists. */
  faultAt(path: readonly PropertyKey[], message: string): Fault;
};

/** The files of the knowledge base in `dir`; `previous` saves parsing those that did not change. */
export function readDataFiles(
  dir: string,
  previous: readonly DataFile[] = [],
): { files: DataFile[]; faults: Fault[] } {
  const known = new Map(previous.map((file) => [file.path, file]));
  const files: DataFile[] = [];
  const faults: Fault[] = [];
  const used = new Set(['schema']);
  for (const [kind, { path }] of Object.entries(layout) as [Holding, (typeof layout)[Holding]][]) {
    used.add(path);
    const paths = path.endsWith('.yaml') ? [path] : yamlFilesIn(dir, path);
    for (const file of paths) {
      try {
        const text = readFileSync(join(dir, file), 'utf8');
        const before = known.get(file);
        files.push(before?.text === text ? before : parseFile(file, kind, text));
      } catch (error) {
        faults.push({ file, line: 1, column: 1, message: `cannot be read: ${(error as Error).message}` });
      }
    }
  }
  for (const name of namesIn(dir)) {
    if (used.has(name) || name.startsWith('.')) continue;
    faults.push({
      file: name,
      line: 1,
      column: 1,
      message: `is no part of the knowledge base; known are ${Object.values(layout)
        .map(({ path }) => path)
        .join(', ')}`,
    });
  }
  return { files, faults };
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch {
    return [];
  }
}

const yamlFilesIn = (dir: string, folder: string) =>
  namesIn(join(dir, folder))
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .map((name) => `${folder}/${name}`);

/**
 * Values are read by js-yaml, which is more than three times as fast as yaml; yaml knows where things stand, has the
 * last word on what is YAML, and is asked only when there is a fault.
 */
function parseFile(path: string, kind: Holding, text: string): DataFile {
  const lines = new LineCounter();
  let document: Document | undefined;
  const located = () => {
    document ??= parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return document;
  };
  const at = (offset: number, message: string): Fault => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };

  let value: unknown;
  let syntaxFaults: Fault[] = [];
  try {
    value = loadAll(text, { schema: CORE_SCHEMA })[0];
  } catch {
    // js-yaml refuses some YAML that yaml takes; what yaml says counts.
    syntaxFaults = located().errors.map(({ pos, message }) => at(pos[0], message));
    if (syntaxFaults.length === 0) value = located().toJS();
  }
  return {
    path,
    kind,
    name: basename(path, '.yaml'),
    text,
    value,
    syntaxFaults,
    faultAt: (valuePath, message) => at(offsetOf(located(), valuePath), message),
  };
}

/** Where the key of the last existing part of `path` starts, or the item where it is in a list. */
function offsetOf(doc: Document, path: readonly PropertyKey[]): number {
  let node: unknown = doc.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = (node as { items?: unknown[] } | null)?.items?.[Number(key)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}
