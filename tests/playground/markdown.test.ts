import { expect, test } from 'vitest';
import { type Block, type Inline, parseMarkdown } from '../../src/playground/page/markdown-parse.ts';

/** A short notation of what was read, so that a row fits a line. */
const inline = (part: Inline): string => {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return `code(${part.text})`;
    case 'break':
      return '/';
    case 'link':
      return `link(${part.url} ${part.children.map(inline).join('')})`;
    case 'user':
    case 'channel':
      return `${part.type}(${part.id})`;
    case 'command':
      return `command(${part.name})`;
    case 'time':
      return `time(${part.unix} ${part.style})`;
    default:
      return `${part.type}(${part.children.map(inline).join('')})`;
  }
};
const block = (part: Block): string => {
  switch (part.type) {
    case 'paragraph':
      return part.children.map(inline).join('');
    case 'subtext':
      return `small(${part.children.map(inline).join('')})`;
    case 'heading':
      return `h${part.level}(${part.children.map(inline).join('')})`;
    case 'code':
      return `block(${part.text})`;
    case 'quote':
      return `quote(${part.blocks.map(block).join(' | ')})`;
    case 'list':
      return `${part.start ?? '*'}[${part.items.map((one) => one.map(block).join(' | ')).join(', ')}]`;
  }
};
const read = (text: string) => parseMarkdown(text).map(block).join(' | ');

const rows: [string, string][] = [
  ['plain text', 'plain text'],
  [
    '**b** *i* _i_ __u__ ~~s~~ ||p|| `c`',
    'bold(b) italic(i) italic(i) underline(u) strike(s) spoiler(p) code(c)',
  ],
  ['***both***', 'bold(italic(both))'],
  ['**bold *inner* bold**', 'bold(bold italic(inner) bold)'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['snake_case_word and __init__', 'snake_case_word and underline(init)'],
  ['\\*not\\* \\_this\\_', '*not* _this_'],
  ['a\\b', 'a\\b'],
  ['``a `tick` b``', 'code(a `tick` b)'],
  ['**open', '**open'],
  ['[a](https://x.y/z)', 'link(https://x.y/z a)'],
  ['[**a**](https://x.y/w_(z))', 'link(https://x.y/w_(z) bold(a))'],
  ['[a](<https://x.y>)', 'link(https://x.y a)'],
  ['[a](https://x.y "title")', 'link(https://x.y a)'],
  ['[a](javascript:b)', '[a](javascript:b)'],
  ['[a] (https://x.y)', '[a] (link(https://x.y https://x.y))'],
  ['see https://x.y/a_b, then', 'see link(https://x.y/a_b https://x.y/a_b), then'],
  ['<https://x.y>', 'link(https://x.y https://x.y)'],
  ['<@12> <@!34> <#56>', 'user(12) user(34) channel(56)'],
  ['</road map:77>', 'command(road map)'],
  ['<t:17:R> <t:17> <t:x>', 'time(17 R) time(17 f) <t:x>'],
  ['<:wave:123>', ':wave:'],
  ['one\ntwo\n\nthree', 'one/two//three'],
  ['# a\n## b\n### c\n#### d\n#e', 'h1(a) | h2(b) | h3(c) | #### d/#e'],
  ['-# small\nnot', 'small(small) | not'],
  ['> a\n> b\nc', 'quote(a/b) | c'],
  ['>>> a\nb', 'quote(a/b)'],
  ['- a\n- b', '*[a, b]'],
  ['* a\n  - b\n  - c\n* d', '*[a | *[b, c], d]'],
  ['3. a\n4. b', '3[a, b]'],
  ['- a\n1. b', '*[a] | 1[b]'],
  ['text\n- a\ntext', 'text | *[a] | text'],
  ['- a\n  more\n\nafter', '*[a/more] | after'],
  ['```\ncode **x**\n```', 'block(code **x**)'],
  ['```js\ncode\n```after', 'block(code) | after'],
  ['before ```code``` after', 'before  | block(code) |  after'],
  ['```open', '```open'],
];

test.each(rows)('%j', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('a long line of signs is read in no time', () => {
  const start = performance.now();
  for (const sign of ['*', '_', '**a', '[', '`', '<', '||', '~~', '\\']) parseMarkdown(sign.repeat(2000));
  expect(performance.now() - start).toBeLessThan(1000);
});
