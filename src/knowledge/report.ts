import { type Address, samePage } from './addresses.ts';
import { entryOf, type KnowledgeBase } from './knowledge.ts';
import type { LinkResult, Verdict } from './link-check.ts';
import { referencesIn } from './references.ts';
import { projectsOf, resourcesFor } from './relations.ts';
import { type Kind, kinds } from './schema.ts';

/** A heading and what belongs under it: lines, which may have more lines below them, or names that fill lines together. */
export type Section = { readonly title: string } & (
  | { readonly items: readonly string[] }
  | { readonly names: readonly string[] }
);

/** Sections as plain text: the number of items beside each heading. */
export const formatSections = (sections: readonly Section[]) =>
  sections
    .map((section) => {
      const found = 'items' in section ? section.items : section.names;
      const lines = 'items' in section ? found.map((item) => item.replaceAll('\n', '\n    ')) : filled(found);
      return [`${section.title}: ${found.length || 'none'}`, ...lines.map((line) => `  ${line}`)].join('\n');
    })
    .join('\n');

/** Names with commas between them, in lines that a terminal shows whole. */
function filled(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length > 96) lines.push(name);
    else lines[lines.length - 1] = `${last}, ${name}`;
  }
  return lines;
}

const words: Record<Kind, { one: string; many: string }> = {
  career: { one: 'career', many: 'careers' },
  step: { one: 'step', many: 'steps' },
  project: { one: 'project', many: 'projects' },
  certification: { one: 'certification', many: 'certifications' },
  title: { one: 'job title', many: 'job titles' },
  country: { one: 'country', many: 'countries' },
  resource: { one: 'resource', many: 'resources' },
  term: { one: 'glossary term', many: 'glossary terms' },
  faq: { one: 'question', many: 'questions' },
  skill: { one: 'skill', many: 'skills' },
  source: { one: 'source', many: 'sources' },
};

/** How many entries of each kind there are, in one line. */
export const counts = (knowledge: KnowledgeBase) =>
  kinds
    .map((kind) => [knowledge[kind].size, words[kind]] as const)
    .map(([size, { one, many }]) => `${size} ${size === 1 ? one : many}`)
    .join(', ');

/**
 * What is no fault, but waits for somebody's work.
 *
 * @param today - the day for which it is asked, as YYYY-MM-DD
 */
export function reportOn(knowledge: KnowledgeBase, today: string): Section[] {
  return [
    ...dueSections(knowledge, today),
    { title: 'Addresses that two entries of one kind hold', items: sharedAddresses(knowledge) },
    { title: 'Steps without a free resource', names: stepsWithoutFreeResource(knowledge) },
    { title: 'Steps without a project', names: stepsWithoutProject(knowledge) },
    { title: 'Glossary terms that belong to no step', names: termsWithoutPlace(knowledge) },
    { title: 'Questions whose answer names no source', names: questionsWithoutSource(knowledge) },
  ];
}

/** The days after which what was read has to be read again, by how fast it changes. */
const limits = {
  certification: { days: 90, title: 'Certifications due for a check' },
  money: { days: 365, title: 'Salaries and outlooks due for a check' },
  other: { days: 540, title: 'Other entries due for a check' },
} as const;

const limitOf = (kind: Kind, path: readonly PropertyKey[]): keyof typeof limits => {
  if (kind === 'certification') return 'certification';
  return kind === 'country' || (kind === 'career' && path[0] === 'outlook') ? 'money' : 'other';
};

const daysSince = (day: string, today: string) =>
  (Date.parse(today) - Date.parse(day)) / (24 * 60 * 60 * 1000);

/** An entry is due when the oldest of its sources is: a newer one beside it says nothing about what the old one said. */
function dueSections(knowledge: KnowledgeBase, today: string): Section[] {
  const checked = (source: string) => entryOf(knowledge, 'source', source).checked;
  const due = { certification: [], money: [], other: [] } as Record<keyof typeof limits, string[]>;
  for (const kind of kinds) {
    for (const [id, entry] of knowledge[kind]) {
      const cited = [...referencesIn(kind, entry)].filter((reference) => reference.kind === 'source');
      for (const [limit, sources] of Map.groupBy(cited, ({ path }) => limitOf(kind, path))) {
        const ids = [...new Set(sources.map((source) => source.id))];
        const old = ids.filter((source) => daysSince(checked(source), today) > limits[limit].days);
        const byDay = [...Map.groupBy(old, checked)].sort(([a], [b]) => a.localeCompare(b));
        if (old.length === 0) continue;
        due[limit].push(
          `${kind}/${id}: ${byDay.map(([day, read]) => `${read.join(', ')} (${day})`).join('; ')}`,
        );
      }
    }
  }
  return Object.entries(limits).map(([limit, { days, title }]) => ({
    title: `${title} (last read more than ${days} days before ${today})`,
    items: due[limit as keyof typeof limits],
  }));
}

/**
 * A source and the page it describes share an address on purpose, and so do projects with the same data set. Two
 * sources, two resources or two certifications with one address are mostly a slip, or a page too general to help.
 */
function sharedAddresses(knowledge: KnowledgeBase): string[] {
  const held = [
    ...[...knowledge.certification.values()].map(({ id, page }) => ({ kind: 'certification', id, at: page })),
    ...[...knowledge.resource.values()].map(({ id, address }) => ({ kind: 'resource', id, at: address })),
    ...[...knowledge.source.values()].map(({ id, address }) => ({ kind: 'source', id, at: address })),
  ].flatMap(({ at, ...holder }) => (at ? [{ at, ...holder }] : []));
  return [...Map.groupBy(held, ({ kind, at }) => `${kind} ${samePage(at)}`).values()]
    .filter((holders) => holders.length > 1)
    .map((holders) => `${holders[0]?.at}: ${holders.map(({ kind, id }) => `${kind}/${id}`).join(', ')}`);
}

const stepsWithoutFreeResource = (knowledge: KnowledgeBase) =>
  [...knowledge.step.keys()]
    .filter((step) => !resourcesFor(knowledge, step).some(({ price, stale }) => price === 'free' && !stale))
    .map((step) => `step/${step}`);

/** Steps that nobody practises by building something. */
const withoutProjects = ['certification', 'first-job', 'graduate-study'];

const stepsWithoutProject = (knowledge: KnowledgeBase) =>
  [...knowledge.step.values()]
    .filter((step) => !withoutProjects.includes(step.id) && projectsOf(knowledge, step).length === 0)
    .map(({ id }) => `step/${id}`);

const termsWithoutPlace = (knowledge: KnowledgeBase) =>
  [...knowledge.term.values()].filter(({ steps }) => steps.length === 0).map(({ id }) => `term/${id}`);

const questionsWithoutSource = (knowledge: KnowledgeBase) =>
  [...knowledge.faq.values()].filter(({ evidence }) => !evidence).map(({ id }) => `faq/${id}`);

const verdicts: Partial<Record<Verdict, string>> = {
  dead: 'Dead, to be replaced or removed',
  moved: 'Moved for good, to be written anew',
  unclear: 'Could not tell, to be opened by hand',
};

/** The addresses that need somebody's eye, with the entries that hold them. */
export function reportOnLinks(results: readonly LinkResult[], addresses: readonly Address[]): Section[] {
  const entries = new Map(addresses.map((held) => [held.address, held.entries]));
  return Object.entries(verdicts).map(([verdict, title]) => ({
    title,
    items: results
      .filter((result) => result.verdict === verdict)
      .map(({ address, note }) => `${address}\n${note}\nin ${entries.get(address)?.join(', ')}`),
  }));
}
