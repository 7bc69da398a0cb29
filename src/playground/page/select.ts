import type { APIStringSelectComponent } from 'discord.js';
import { el, newId } from './dom.ts';
import { icon } from './icons.ts';

/**
 * A text menu: a button that opens a listbox. One value is sent at once; several when the list is closed.
 */
export function renderSelect(
  menu: APIStringSelectComponent,
  choose: (control: HTMLElement, values: readonly string[]) => void,
): HTMLElement {
  const {
    options,
    placeholder = 'Make a selection',
    min_values = 1,
    max_values = 1,
    disabled = false,
  } = menu;
  const listId = newId('list');
  const many = max_values > 1;
  const before = new Set(options.filter((option) => option.default).map(({ value }) => value));
  let chosen = new Set(before);
  let active = -1;

  const items = options.map((option, index) =>
    el(
      'li',
      { role: 'option', id: `${listId}-${index}`, onclick: () => pick(index) },
      option.emoji?.name && el('span', { class: 'emoji', 'aria-hidden': 'true' }, option.emoji.name),
      el(
        'span',
        { class: 'option-text' },
        el('span', { class: 'option-label' }, option.label),
        option.description && el('span', { class: 'option-detail' }, option.description),
      ),
      icon('check', 16),
    ),
  );
  const list = el(
    'ul',
    {
      role: 'listbox',
      id: listId,
      class: 'select-list',
      'aria-label': placeholder,
      hidden: true,
      tabindex: -1,
    },
    ...items,
  );
  if (many) list.setAttribute('aria-multiselectable', 'true');

  const labels = () => options.filter(({ value }) => chosen.has(value)).map(({ label }) => label);
  const shown = el('span', { class: 'select-shown' });
  const control = el(
    'button',
    {
      type: 'button',
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-label': placeholder,
      disabled,
      onclick: () => (list.hidden ? open() : close()),
      onkeydown: (event: KeyboardEvent) => key(event),
      onblur: () => close(),
    },
    shown,
    icon('down'),
  );
  // A press on the list must not take the focus from the button, which would close the list before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault());

  const paint = () => {
    const text = labels().join(', ');
    shown.textContent = text || placeholder;
    shown.classList.toggle('placeholder', !text);
    for (const [index, item] of items.entries()) {
      item.setAttribute('aria-selected', String(chosen.has(options[index]?.value ?? '')));
      item.classList.toggle('active', index === active);
    }
    if (active >= 0 && !list.hidden) {
      control.setAttribute('aria-activedescendant', `${listId}-${active}`);
      items[active]?.scrollIntoView({ block: 'nearest' });
    } else control.removeAttribute('aria-activedescendant');
  };

  const open = () => {
    list.hidden = false;
    control.setAttribute('aria-expanded', 'true');
    active = Math.max(
      0,
      options.findIndex(({ value }) => chosen.has(value)),
    );
    paint();
    openWhereThereIsRoom(list);
  };

  const close = () => {
    if (list.hidden) return;
    list.hidden = true;
    control.setAttribute('aria-expanded', 'false');
    const changed = chosen.size !== before.size || [...chosen].some((value) => !before.has(value));
    if (many && changed && chosen.size >= min_values) choose(control, [...chosen]);
    else if (many) chosen = new Set(before);
    paint();
  };

  const pick = (index: number) => {
    const value = options[index]?.value;
    if (value === undefined) return;
    if (!many) {
      chosen = new Set([value]);
      close();
      return choose(control, [value]);
    }
    if (!chosen.delete(value) && chosen.size < max_values) chosen.add(value);
    paint();
  };

  const moves: Record<string, () => number> = {
    ArrowDown: () => Math.min(active + 1, options.length - 1),
    ArrowUp: () => Math.max(active - 1, 0),
    Home: () => 0,
    End: () => options.length - 1,
  };

  const key = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (list.hidden) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      open();
    } else if (move) active = move();
    else if (event.key === 'Enter' || event.key === ' ') pick(active);
    else if (event.key === 'Escape') close();
    else if (event.key.length === 1) {
      const found = options.findIndex(({ label }) => label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) active = found;
    } else return;
    event.preventDefault();
    paint();
  };

  paint();
  return el('div', { class: 'select-box' }, control, list);
}

/** Opens a list upwards when it would end below the messages, and brings it into view in any case. */
export function openWhereThereIsRoom(list: HTMLElement): void {
  list.classList.remove('up');
  const frame = list.closest('.log')?.getBoundingClientRect();
  const { bottom, height } = list.getBoundingClientRect();
  const top = list.parentElement?.getBoundingClientRect().top ?? 0;
  if (frame && bottom > frame.bottom && top - height > frame.top) list.classList.add('up');
  list.scrollIntoView({ block: 'nearest' });
}
