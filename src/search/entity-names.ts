import type { Entries } from '../knowledge/knowledge.ts';
import { normalise } from '../knowledge/normalise.ts';

/** A name and the meaning that it stands for, like "role:data-scientist". */
export type EntityName = { readonly name: string; readonly meaning: string };

/** Names of whole fields: people say one and mean another, so they stand for no single role. */
const fieldNames =
  /^(ml|ai|ds|dl|de|da|nlp|mlops|ml ops|llmops|data|big data|analytics|data analytics|data analysis|computer vision|machine learning|machine learning operations|deep learning|data sciences?|artificial intelligence)$/;

/** The names of roles, places and exams, each understood as one meaning; a country that the base lacks is elsewhere. */
export function* entityNames(knowledge: Entries): Generator<EntityName> {
  // Of two meanings of a name the later one counts.
  for (const name of regionNames()) yield { name, meaning: 'place:elsewhere' };
  const roles = [...knowledge.title.values(), ...knowledge.career.values()];
  for (const role of roles) {
    const synonyms = 'synonyms' in role ? role.synonyms : [];
    for (const name of [role.title, ...role.aliases, ...synonyms]) {
      if (fieldNames.test(normalise(name))) continue;
      yield { name, meaning: `role:${role.id}` };
      yield { name: `${name}s`, meaning: `role:${role.id}` };
    }
  }
  for (const { id, title, aliases, cities } of knowledge.country.values()) {
    for (const name of [title, ...aliases, ...cities]) yield { name, meaning: `place:${id}` };
  }
  for (const { id, code, aliases } of knowledge.certification.values()) {
    for (const name of [code ?? '', ...aliases]) if (/\d/.test(name)) yield { name, meaning: `exam:${id}` };
  }
}

/** The names of all countries and territories, from the Unicode data that Node brings. */
function* regionNames(): Generator<string> {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const first of letters) {
    for (const second of letters) {
      const name = regions.of(first + second);
      if (name !== undefined) yield name;
    }
  }
}

/** Whether a meaning stands for a role, a place or an exam. */
export const isEntity = (meaning: string) => /^(role|place|exam):/.test(meaning);

/** Kinds of meanings of which one excludes another: what is about the one is not about the other. */
const excluding = /^(role|place|exam|level|age):/;

/** What a text tells that excludes others: meanings by their kind. */
export type Particulars = ReadonlyMap<string, readonly string[]>;

export function particulars(meanings: readonly string[]): Particulars {
  const found = new Map<string, string[]>();
  for (const meaning of meanings) {
    const kind = excluding.exec(meaning)?.[1];
    if (kind === undefined) continue;
    const having = found.get(kind);
    if (having) having.push(meaning);
    else found.set(kind, [meaning]);
  }
  return found;
}

/** Whether a text with those particulars is about another role, place, exam, level or age than one with these. */
export function contradict(these: Particulars, those: Particulars): boolean {
  for (const [kind, mine] of these) {
    const theirs = those.get(kind);
    if (theirs && !mine.some((meaning) => theirs.includes(meaning))) return true;
  }
  return false;
}
