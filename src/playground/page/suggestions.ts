import { el } from './dom.ts';

/** A line of the list. */
export type Suggestion = {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly picture?: string;
  choose(): void;
};

export type Suggestions = ReturnType<typeof suggestionList>;

const listId = 'suggestions';

/**
 * The list above the composer: a listbox that the field with the focus controls, by the ARIA combobox pattern.
 */
export function suggestionList() {
  const title = el('div', { class: 'suggestions-title', id: 'suggestions-title' });
  const list = el('ul', { role: 'listbox', id: listId, 'aria-labelledby': 'suggestions-title' });
  const empty = el('p', { class: 'suggestions-empty' });
  const box = el('div', { class: 'suggestions', hidden: true }, title, list, empty);
  // A press on the list must not take the focus from the field.
  box.addEventListener('mousedown', (event) => event.preventDefault());

  let field: HTMLElement | undefined;
  let items: readonly Suggestion[] = [];
  let active = -1;

  const paint = () => {
    for (const [index, line] of [...list.children].entries()) {
      line.setAttribute('aria-selected', String(index === active));
      if (index === active) line.scrollIntoView({ block: 'nearest' });
    }
    field?.setAttribute('aria-expanded', String(!box.hidden && items.length > 0));
    if (active >= 0) field?.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else field?.removeAttribute('aria-activedescendant');
  };

  const hide = () => {
    box.hidden = true;
    items = [];
    active = -1;
    list.replaceChildren();
    paint();
  };

  return {
    element: box,
    hide,
    isOpen: () => !box.hidden && items.length > 0,
    active: () => items[active],
    /** The field whose list is shown. */
    owner: () => (box.hidden ? undefined : field),

    /** Shows the list for `owner`, its first line lit if `light`. */
    show(
      owner: HTMLElement,
      shown: { title: Node | string; items: readonly Suggestion[]; light: boolean; empty?: string },
    ) {
      if (field !== owner) {
        field?.setAttribute('aria-expanded', 'false');
        field?.removeAttribute('aria-activedescendant');
      }
      field = owner;
      items = shown.items;
      active = shown.light && items.length > 0 ? 0 : -1;
      title.replaceChildren(shown.title);
      list.hidden = items.length === 0;
      list.replaceChildren(
        ...items.map(({ label, detail, picture, choose }, index) =>
          el(
            'li',
            { role: 'option', id: `${listId}-${index}`, onclick: choose },
            picture && el('img', { src: picture, alt: '', width: 24, height: 24 }),
            el('span', { class: 'suggestion-label' }, label),
            detail && el('span', { class: 'suggestion-detail' }, detail),
          ),
        ),
      );
      empty.textContent = shown.empty ?? '';
      empty.hidden = items.length > 0 || !shown.empty;
      box.hidden = false;
      paint();
    },

    /** Puts the light out while the list is older than what is typed, so that Enter chooses nothing from it. */
    unlight() {
      active = -1;
      paint();
    },

    move(by: number) {
      if (items.length === 0) return;
      active = active < 0 ? (by > 0 ? 0 : items.length - 1) : (active + by + items.length) % items.length;
      paint();
    },
  };
}

/** The attributes of a field that controls the list. */
export const comboboxAttributes = {
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-expanded': 'false',
  'aria-controls': listId,
  autocomplete: 'off',
  spellcheck: 'false',
} as const;
