import { escapeMarkdown } from 'discord.js';

/** The text, or its beginning and "…" where it is longer than `most` characters; never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** What somebody typed, as it can be shown in a sentence of ours: clipped, on one line, without formatting or mentions. */
export function quote(typed: string): string {
  const plain = typed.replace(/\s+/gu, ' ').replace(/[<@]/g, '$&\u200b').trim();
  return `“${escapeMarkdown(clip(plain, 60))}”`;
}

/** A beginning that is shorter, in characters, says too little alone; one that is longer is no longer quick to read. */
const beginning = { least: 70, most: 320 } as const;

/** The first sentences of a text, as many as make one that says something; of links their words, which no clipping breaks. */
export function beginningOf(text: string): string {
  const plain = text.replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1');
  let told = '';
  for (const sentence of plain.split(/(?<=[.!?])\s+(?=\S)/u)) {
    if (told.length >= beginning.least) break;
    told = `${told} ${sentence}`.trim();
  }
  return clip(told, beginning.most);
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], word = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** "1 step", "3 steps". */
export const counted = (count: number, singular: string, plural = `${singular}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? singular : plural}`;
