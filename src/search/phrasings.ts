import type { Entries, KnowledgeBase } from '../knowledge/knowledge.ts';
import { slotsIn } from '../knowledge/phrasings.ts';
import { areas, type Kind, levels } from '../knowledge/schema.ts';
import { targetKey, targetOf } from '../knowledge/target.ts';

/** A way to ask, in words, and the key of what it asks for. */
export type Phrasing = { readonly words: string; readonly key: string };

/** Every way to ask that the knowledge base holds or implies. */
export function* phrasingsOf(knowledge: KnowledgeBase): Generator<Phrasing> {
  for (const [key, lines] of knowledge.phrasings) {
    if (key.includes('{')) yield* filled(knowledge, key, lines);
    else for (const line of lines) yield* spread(knowledge, key, line);
  }
  for (const { id, title } of knowledge.faq.values()) yield { words: title, key: `faq/${id}` };
  for (const kind of ['title', 'step', 'term', 'certification', 'resource', 'project'] as const) {
    for (const { id, aliases } of knowledge[kind].values()) {
      for (const words of aliases) yield { words, key: `${kind}/${id}` };
    }
  }
  yield* named(knowledge);
}

/** A line with a kind in braces that its key lacks asks for the same of each entry of that kind. */
function* spread(knowledge: Entries, key: string, line: string): Generator<Phrasing> {
  for (const fillings of combinations(slotsIn(line).map((slot) => namesFor(knowledge, slot)))) {
    yield { words: fill(line, fillings, 'title'), key };
  }
}

/** The lines of a key with a kind in braces, for each entry that the key then names. */
function* filled(knowledge: Entries, key: string, lines: readonly string[]): Generator<Phrasing> {
  for (const fillings of combinations(slotsIn(key).map((slot) => namesFor(knowledge, slot)))) {
    const target = targetOf(knowledge, fill(key, fillings, 'id'));
    if (!target) continue;
    for (const line of lines) yield { words: fill(line, fillings, 'title'), key: targetKey(target) };
  }
}

type Filling = { readonly slot: string; readonly id: string; readonly title: string };

function namesFor(knowledge: Entries, slot: string): Filling[] {
  if (slot === 'area') return areas.map((id) => ({ slot, id, title: id.replace(/-/g, ' ') }));
  if (slot === 'level') return levels.map((id) => ({ slot, id, title: id }));
  return [...knowledge[slot as Kind].values()].map(({ id, title }) => ({ slot, id, title }));
}

/** Every choice of one from each list; of the same list twice, each pair once. */
function combinations(lists: readonly Filling[][]): Filling[][] {
  return lists.reduce<Filling[][]>(
    (chosen, list) =>
      chosen.flatMap((before) => {
        const last = before.at(-1);
        const from = last && last.slot === list[0]?.slot ? list.findIndex(({ id }) => id === last.id) + 1 : 0;
        return list.slice(from).map((filling) => [...before, filling]);
      }),
    [[]],
  );
}

/** The text with each pair of braces replaced, the first of a kind by its first filling and so on. */
function fill(text: string, fillings: readonly Filling[], by: 'id' | 'title'): string {
  return fillings.reduce((filled, filling) => filled.replace(`{${filling.slot}}`, filling[by]), text);
}

/** What careers and project ideas are asked for by the names that stand in them. */
function* named(knowledge: Entries): Generator<Phrasing> {
  for (const { id, title, freelance, companies } of knowledge.career.values()) {
    for (const { name } of freelance) {
      yield { words: `${name} for freelance ${title}`, key: `career/${id}/freelance` };
    }
    for (const { name } of companies) {
      yield { words: `${name} company hiring ${title}`, key: `career/${id}/companies` };
    }
  }
  for (const { id, data } of knowledge.project.values()) {
    for (const { name } of data) yield { words: `data set ${name}`, key: `project/${id}` };
  }
}
