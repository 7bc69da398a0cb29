import { entryOf, type KnowledgeBase } from '../knowledge/knowledge.ts';
import type { Evidence, Fact, Hours } from '../knowledge/schema.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-11-22" as "22 Nov 2026", "2026-11" as "Nov 2026", "2026" as it is. */
export function readableDate(date: string): string {
  const [year, month, day] = date.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** Hours of work, which are always an estimate of ours. */
export const readableHours = ({ low, high }: Hours) => (low === high ? `${low} h` : `${low}–${high} h`);

/** How a statement that is not well supported says so. */
const caution = ({ grade }: Evidence) =>
  grade === 'single'
    ? 'single source'
    : grade === 'claim'
      ? 'the article says so; we found no source'
      : undefined;

/** When a statement holds, and how well it is supported where that needs saying: "22 Nov 2026; single source". */
export const remarkOn = (evidence: Evidence) =>
  [readableDate(evidence.asOf), caution(evidence)].filter(Boolean).join('; ');

/** The numbered sources of one card: statements cite them as they are written, the last field lists them. */
export type Footnotes = {
  /** The statement with its date, its caution where it needs one, and the numbers of its sources. */
  fact(fact: Fact): string;
  /** The same for a value that is already in words. */
  cite(text: string, evidence: Evidence): string;
  /** The sources that a text cites, each with the day on which it was checked. */
  list(text: string): string[];
};

export function footnotes(knowledge: KnowledgeBase): Footnotes {
  const cited: string[] = [];
  const numberOf = (id: string) => {
    if (!cited.includes(id)) cited.push(id);
    return `[${cited.indexOf(id) + 1}]`;
  };
  const cite = (text: string, evidence: Evidence) => {
    const numbers = evidence.sources.map(numberOf).join('');
    return `${text} *(${remarkOn(evidence)})* ${numbers}`;
  };
  return {
    cite,
    fact: (fact) => cite(fact.text, fact),
    list: (text) =>
      cited.flatMap((id, index) => {
        if (!text.includes(`[${index + 1}]`)) return [];
        const { title, publisher, address, checked, read } = entryOf(knowledge, 'source', id);
        const name = address ? `[${title}](${address})` : title;
        const how = read === 'quoted' ? ', as others quote it' : read === 'copy' ? ', a stored copy' : '';
        return [`${index + 1}. ${name}, ${publisher}${how}; checked ${readableDate(checked)}`];
      }),
  };
}
