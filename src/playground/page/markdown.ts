import { el } from './dom.ts';
import { type Block, type Inline, parseInline, parseMarkdown } from './markdown-parse.ts';

/** What mentions need: names, and what a click on a command does. */
export type Mentions = {
  userName(id: string): string | undefined;
  readonly channel: string;
  readonly you: string;
  useCommand(path: string): void;
};

/** The text as elements: foreign text only ever becomes text nodes, and only http and https become links. */
export function markdown(text: string, mentions: Mentions): Node[] {
  return parseMarkdown(text).map((block) => renderBlock(block, mentions));
}

/** The text of a title or a name, where only inline markdown counts. */
export const inlineMarkdown = (text: string, mentions: Mentions): Node[] =>
  renderAll(parseInline(text), mentions);

function renderBlock(block: Block, mentions: Mentions): Node {
  switch (block.type) {
    case 'paragraph':
      return el('div', { class: 'md-text' }, ...renderAll(block.children, mentions));
    case 'subtext':
      return el('small', { class: 'md-subtext' }, ...renderAll(block.children, mentions));
    case 'heading':
      return el(
        'div',
        { class: `md-heading md-h${block.level}`, role: 'heading', 'aria-level': block.level + 2 },
        ...renderAll(block.children, mentions),
      );
    case 'code':
      return el('pre', { class: 'md-code', tabindex: 0 }, el('code', {}, block.text));
    case 'quote':
      return el(
        'discord-quote',
        {},
        el('div', {}, ...block.blocks.map((inner) => renderBlock(inner, mentions))),
      );
    case 'list': {
      const items = block.items.map((blocks) =>
        el('li', {}, ...blocks.map((inner) => renderBlock(inner, mentions))),
      );
      return block.start === undefined
        ? el('ul', { class: 'md-list' }, ...items)
        : el('ol', { class: 'md-list', start: block.start }, ...items);
    }
  }
}

const renderAll = (parts: readonly Inline[], mentions: Mentions) =>
  parts.map((part) => renderInline(part, mentions));

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
} as const;

function renderInline(part: Inline, mentions: Mentions): Node {
  switch (part.type) {
    case 'text':
      return document.createTextNode(part.text);
    case 'break':
      return el('br');
    case 'code':
      return el('code', { class: 'md-inline-code' }, part.text);
    case 'spoiler':
      return el('discord-spoiler', {}, ...renderAll(part.children, mentions));
    case 'link':
      return el(
        'a',
        { href: part.url, target: '_blank', rel: 'noopener noreferrer' },
        ...renderAll(part.children, mentions),
      );
    case 'user': {
      const name = mentions.userName(part.id) ?? 'unknown-user';
      return el('discord-mention', { type: 'user', highlight: part.id === mentions.you }, name);
    }
    case 'channel':
      return el('discord-mention', { type: 'channel' }, mentions.channel);
    case 'command':
      return el(
        'button',
        {
          type: 'button',
          class: 'command-mention',
          'aria-label': `Use the command /${part.name}`,
          onclick: () => mentions.useCommand(part.name),
        },
        el('discord-mention', { type: 'slash' }, part.name),
      );
    case 'time': {
      const date = new Date(part.unix * 1000);
      if (Number.isNaN(date.getTime())) return document.createTextNode('Invalid Date');
      const full = formats.F.format(date);
      return el('discord-time', { title: full }, timeText(date, part.style));
    }
    default:
      return el(tags[part.type], {}, ...renderAll(part.children, mentions));
  }
}

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-US', options);
const formats = {
  t: format({ timeStyle: 'short' }),
  T: format({ timeStyle: 'medium' }),
  d: format({ dateStyle: 'short' }),
  D: format({ dateStyle: 'long' }),
  f: format({ dateStyle: 'long', timeStyle: 'short' }),
  F: format({ dateStyle: 'full', timeStyle: 'short' }),
};

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

function timeText(date: Date, style: string): string {
  if (style !== 'R') return (formats[style as keyof typeof formats] ?? formats.f).format(date);
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
