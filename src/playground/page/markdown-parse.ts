/** A piece of a line. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: Style; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: 'user' | 'channel'; readonly id: string }
  | { readonly type: 'command'; readonly name: string }
  | { readonly type: 'time'; readonly unix: number; readonly style: string };

type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** A part of a text that stands on lines of its own. */
export type Block =
  | { readonly type: 'paragraph' | 'subtext'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly type: 'list';
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    };

const fence = /^```(?:[\w+-]*\n)?([\s\S]*?)\n?```/;
const item = /^( *)(?:[-*]|(\d+)\.) (.*)$/;

/** Reads a text in Discord's own markdown. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    const joined = plain.join('\n').replace(/^\n+|\n+$/g, '');
    if (joined) blocks.push({ type: 'paragraph', children: parseInline(joined) });
    plain = [];
  };

  let rest = text;
  while (rest) {
    const code = rest.match(fence);
    if (code) {
      flush();
      blocks.push({ type: 'code', text: code[1] ?? '' });
      rest = rest.slice(code[0].length).replace(/^\n/, '');
      continue;
    }
    const line = rest.match(/^.*/)?.[0] ?? '';
    const heading = line.match(/^(#{1,3}) +(.+)$/);
    const subtext = line.match(/^-# +(.+)$/);
    const quote = rest.match(/^>>> ([\s\S]*)$/) ?? rest.match(/^(?:> .*(?:\n|$))+/);
    if (heading) {
      flush();
      blocks.push({
        type: 'heading',
        level: heading[1]?.length ?? 1,
        children: parseInline(heading[2] ?? ''),
      });
    } else if (subtext) {
      flush();
      blocks.push({ type: 'subtext', children: parseInline(subtext[1] ?? '') });
    } else if (quote) {
      flush();
      const inner = quote[1] ?? quote[0].replace(/^> /gm, '');
      blocks.push({ type: 'quote', blocks: parseMarkdown(inner.replace(/\n$/, '')) });
      rest = rest.slice(quote[0].length);
      continue;
    } else if (item.test(line)) {
      flush();
      const lines = listLines(rest);
      blocks.push(parseList(lines));
      rest = rest.slice(lines.join('\n').length).replace(/^\n/, '');
      continue;
    } else {
      // A fence may begin inside a line.
      const inside = line.indexOf('```');
      if (inside > 0 && fence.test(rest.slice(inside))) {
        plain.push(line.slice(0, inside));
        rest = rest.slice(inside);
        continue;
      }
      plain.push(line);
    }
    rest = rest.slice(line.length).replace(/^\n/, '');
  }
  flush();
  return blocks;
}

/** The lines of the list that the text begins with: up to one that is no item, or one of the other kind. */
function listLines(text: string): string[] {
  const lines = text.split('\n');
  const isNumbered = (line: string) => line.match(item)?.[2] !== undefined;
  const indent = indentOf(lines[0] ?? '');
  const end = lines.findIndex((line) => {
    if (indentOf(line) > indent) return line.trim() === '';
    return !item.test(line) || isNumbered(line) !== isNumbered(lines[0] ?? '');
  });
  return end < 0 ? lines : lines.slice(0, end);
}

const indentOf = (line: string) => line.search(/\S|$/);

/** Lines of one list: those further in than the first belong to the item above them. */
function parseList(lines: readonly string[]): Block {
  const [, indent = '', number] = lines[0]?.match(item) ?? [];
  const items: string[][] = [];
  for (const line of lines) {
    const [, space = '', , content = ''] = line.match(item) ?? [];
    if (item.test(line) && space.length <= indent.length) items.push([content]);
    else items.at(-1)?.push(line.replace(new RegExp(`^ {0,${indent.length + 2}}`), ''));
  }
  return {
    type: 'list',
    start: number === undefined ? undefined : Number(number),
    items: items.map((one) => parseMarkdown(one.join('\n'))),
  };
}

type Rule = readonly [RegExp, (match: RegExpMatchArray) => Inline];

const styled =
  (type: Style, index = 1) =>
  (match: RegExpMatchArray): Inline => ({
    type,
    children: parseInline(match[index] ?? ''),
  });
const link = (url: string, text = url): Inline => ({
  type: 'link',
  url,
  children: text === url ? [{ type: 'text', text }] : parseInline(text),
});

/** Tried in this order at every place; each begins at the place itself. */
const rules: readonly Rule[] = [
  [/^\\([^A-Za-z0-9\s])/, ([, text = '']) => ({ type: 'text', text })],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , text = '']) => ({ type: 'code', text: text.trim() || text })],
  [
    /^\[((?:\\.|[^\]\\\n])+)\]\(<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?: "[^"]*")?\)/,
    ([, text = '', url = '']) => link(url, text),
  ],
  [/^<(https?:\/\/[^\s>]+)>/, ([, url = '']) => link(url)],
  [/^https?:\/\/[^\s<]*[^\s<.,:;!?"'\])*_~|]/, ([url]) => link(url)],
  [/^<@!?(\d+)>/, ([, id = '']) => ({ type: 'user', id })],
  [/^<#(\d+)>/, ([, id = '']) => ({ type: 'channel', id })],
  [/^<\/([^:>\n]+):\d+>/, ([, name = '']) => ({ type: 'command', name })],
  [/^<t:(-?\d+)(?::([tTdDfFR]))?>/, ([, unix, style = 'f']) => ({ type: 'time', unix: Number(unix), style })],
  [/^<a?(:\w+:)\d+>/, ([, text = '']) => ({ type: 'text', text })],
  [/^\*\*((?:\\.|[\s\S])+?)\*\*(?!\*)/, styled('bold')],
  [/^__((?:\\.|[\s\S])+?)__(?!_)/, styled('underline')],
  [/^~~((?:\\.|[\s\S])+?)~~/, styled('strike')],
  [/^\|\|((?:\\.|[\s\S])+?)\|\|/, styled('spoiler')],
  [/^\*(?![\s*])((?:\\.|\*\*[\s\S]+?\*\*|[^*\\])+?)(?<!\s)\*(?!\*)/, styled('italic')],
  [/^_(?![\s_])((?:\\.|__[\s\S]+?__|[^_\\])+?)_(?![\w_])/, styled('italic')],
  [/^\n/, () => ({ type: 'break' })],
];

/** Reads what stands within a line, or within lines that belong together. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain) parts.push({ type: 'text', text: plain });
    plain = '';
  };
  while (at < text.length) {
    const rest = text.slice(at);
    // An underscore or an address in the middle of a word is part of the word.
    const inWord = /\w/.test(text[at - 1] ?? '') && /^(_(?!_)|http)/.test(rest);
    const found = inWord ? undefined : firstMatch(rest);
    if (found) {
      const [match, make] = found;
      const part = make(match);
      at += match[0].length;
      if (part.type === 'text') plain += part.text;
      else {
        flush();
        parts.push(part);
      }
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return parts;
}

function firstMatch(text: string): [RegExpMatchArray, Rule[1]] | undefined {
  if (!/^[\\`[<h*_~|\n]/.test(text)) return undefined;
  for (const [pattern, make] of rules) {
    const match = text.match(pattern);
    if (match) return [match, make];
  }
  return undefined;
}
