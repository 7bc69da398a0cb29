import type { Inspection } from '../wire.ts';
import { byId, el } from './dom.ts';
import { icon } from './icons.ts';

type Data = {
  content?: string;
  embeds?: {
    title?: string;
    description?: string;
    footer?: { text: string };
    author?: { name: string };
    fields?: { name: string; value: string }[];
  }[];
  components?: { components: unknown[] }[];
};

/** Shows the exchange behind a message: what it weighs against Discord's limits, how long it took, both JSON texts. */
export function showInspection({ interaction, response, files, took }: Inspection): void {
  const panel = byId('inspector');
  const before = document.activeElement as HTMLElement | null;
  const data = (response as { data?: Data }).data ?? {};
  const close = () => {
    panel.hidden = true;
    before?.focus();
  };
  const title = el('h2', { tabindex: -1 }, 'Inspector');
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') close();
  };
  panel.replaceChildren(
    el(
      'header',
      {},
      title,
      el(
        'button',
        { type: 'button', class: 'icon', 'aria-label': 'Close the inspector', onclick: close },
        icon('close'),
      ),
    ),
    el(
      'p',
      {},
      'Answered in ',
      el('strong', {}, `${took < 10 ? took.toFixed(1) : Math.round(took)} ms`),
      ' of 3000 ms',
    ),
    el('h3', {}, 'Size against Discord’s limits'),
    el('dl', { class: 'sizes' }, ...sizesOf(data, files).flatMap(renderSize)),
    renderJson('Answer', response, true),
    // The token lets whoever has it answer in the bot's name; it is of no use to a reader.
    renderJson('Interaction', { ...interaction, token: '…' }, false),
  );
  panel.hidden = false;
  title.focus();
}

type Size = readonly [name: string, count: number, limit: number, unit?: string];

function sizesOf({ content = '', embeds = [], components = [] }: Data, files: Inspection['files']): Size[] {
  const texts = embeds.flatMap(({ title, description, footer, author, fields = [] }) => [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [
    ['Content', content.length, 2000],
    ['Text of all embeds', texts.reduce((sum, text) => sum + (text?.length ?? 0), 0), 6000],
    ['Embeds', embeds.length, 10],
    ['Rows of components', components.length, 5],
    ...files.map(({ name, size }): Size => [name, Math.ceil(size / 1024), 10 * 1024, 'KB']),
  ];
}

const renderSize = ([name, count, limit, unit = '']: Size) => [
  el('dt', {}, name),
  el(
    'dd',
    {},
    el('meter', { min: 0, max: limit, high: limit * 0.9, value: count, 'aria-label': name }),
    ` ${count} of ${limit} ${unit}`,
  ),
];

function renderJson(name: string, value: unknown, open: boolean): HTMLElement {
  const text = JSON.stringify(value, null, 2);
  return el(
    'details',
    { open },
    el('summary', {}, `${name}, ${(text.length / 1024).toFixed(1)} KB`),
    el('pre', { tabindex: 0, 'aria-label': `${name} as JSON` }, text),
  );
}
