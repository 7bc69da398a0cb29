import type { APIButtonComponent, APIEmbedField } from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { type ActionRow, button, buttonRows, menuRow, webButton } from '../discord/components.ts';
import { lastChecked } from '../knowledge/knowledge.ts';
import { type Footnotes, readableDate } from './evidence.ts';

/** The stripe beside an embed: the usual one, and one for what is no longer current. */
const colours = { usual: 0x3b82a0, warning: 0xd08700 } as const;

/** Longest value of a field that still reads well on a phone, in characters. */
const readable = 900;

/** The name of the field that ends a card with figures. */
export const sourcesField = 'Sources';

export type Card = {
  /** The answer in one plain sentence. */
  readonly lead: string;
  readonly title: string;
  readonly description?: string;
  readonly fields?: readonly APIEmbedField[];
  readonly notes?: Footnotes;
  readonly menus?: readonly ActionRow[];
  readonly buttons?: readonly APIButtonComponent[];
  readonly colour?: keyof typeof colours;
};

/** How every answer looks: a sentence, an embed with its sources, and what to do next. */
export function card(
  bot: Bot,
  { lead, title, description, fields = [], notes, menus = [], buttons = [], colour }: Card,
): Message {
  const checked = `Sources checked up to ${readableDate(lastChecked(bot.knowledge))}`;
  const footer = bot.reportUrl ? checked : `${checked} · Wrong or out of date? Ask whoever runs this bot`;
  const shown = [description, ...fields.map(({ value }) => value)].join('\n');
  const report = bot.reportUrl ? [webButton('Wrong or out of date?', bot.reportUrl)] : [];
  return {
    content: lead,
    embeds: [
      {
        title,
        color: colours[colour ?? 'usual'],
        ...(description === undefined ? {} : { description }),
        fields: [...fields, ...listFields(sourcesField, notes?.list(shown) ?? [])],
        footer: { text: footer },
      },
    ],
    components: [...menus, ...buttonRows([...buttons, ...report])],
  };
}

/** Lines under one name: in as many fields as keep each of them readable, none when there are no lines. */
export function listFields(name: string, lines: readonly string[]): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last && last.value.length + 1 + line.length <= readable) last.value += `\n${line}`;
    else fields.push({ name: last ? `${name} (continued)` : name, value: line });
  }
  return fields;
}

/** Items under one name, as a bulleted list. */
export const bulletFields = (name: string, items: readonly string[]) =>
  listFields(
    name,
    items.map((item) => `- ${item}`),
  );

/** Characters of fields on one page of a card whose fields are turned like pages. */
const pageLength = 2500;

/** The fields in pages that a phone shows without endless scrolling. */
export function pagesOf(fields: readonly APIEmbedField[]): APIEmbedField[][] {
  const pages: APIEmbedField[][] = [[]];
  let length = 0;
  for (const field of fields) {
    if (length + field.value.length > pageLength) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(field);
    length += field.value.length;
  }
  return pages;
}

/** A line of a list that can be opened from a menu. */
export type Row = { readonly id: string; readonly title: string; readonly detail?: string };

/** How many rows a page of a list has: what a phone shows without much scrolling. */
const rowsOnPage = 15;

export type List = Omit<Card, 'description' | 'menus'> & {
  readonly rows: readonly Row[];
  /** Counts from 0; a page beyond the last shows the last. */
  readonly page: number;
  readonly placeholder: string;
  /** The custom_id of the menu, and of the buttons to another page. */
  readonly menu: string;
  pageLink(page: number): string;
  readonly introduction?: string;
};

/** A list with a menu to open one of its rows, and Previous and Next where it is longer than a page. */
export function listCard(
  bot: Bot,
  { rows, page, placeholder, menu, pageLink, introduction, ...rest }: List,
): Message {
  const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
  const current = Math.min(page, pages - 1);
  const shown = rows.slice(current * rowsOnPage, (current + 1) * rowsOnPage);
  const lines = shown.map(({ title, detail }) => `- **${title}**${detail ? ` · ${detail}` : ''}`);
  const turning = [
    ...(current > 0 ? [button('Previous', pageLink(current - 1))] : []),
    ...(current < pages - 1 ? [button('Next', pageLink(current + 1))] : []),
  ];
  return card(bot, {
    ...rest,
    title: pages > 1 ? `${rest.title} (page ${current + 1} of ${pages})` : rest.title,
    description: [introduction, lines.join('\n')].filter(Boolean).join('\n\n'),
    menus: shown.length === 0 ? [] : [menuRow(menu, placeholder, shown.map(optionOf))],
    buttons: [...turning, ...(rest.buttons ?? [])],
  });
}

const optionOf = ({ id, title, detail }: Row) => ({
  value: id,
  label: title,
  ...(detail ? { description: detail.replace(/\*/g, '') } : {}),
});
