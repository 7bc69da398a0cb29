import type { APIMessage } from 'discord.js';
import { el, newId } from './dom.ts';
import { icon } from './icons.ts';
import { openWhereThereIsRoom } from './select.ts';

/** What the menu of a message offers. */
export type ToolbarActions = {
  /** The names of the message commands. */
  apps(): readonly string[];
  useApp(name: string, message: APIMessage): void;
  inspect(message: APIMessage): void;
};

/** The "More" button of a message and its menu; the menu is made when it opens, so it is never out of date. */
export function renderToolbar(message: APIMessage, actions: ToolbarActions): HTMLElement {
  let menu: HTMLElement | undefined;

  const close = (back: boolean) => {
    const open = menu;
    // Forgotten first: taking it away moves the focus out of it, which would close it once more.
    menu = undefined;
    open?.remove();
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  };

  const item = (label: string, act: () => void) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        class: 'menu-item',
        tabindex: -1,
        onclick: () => {
          close(true);
          act();
        },
      },
      label,
    );

  const open = () => {
    const title = newId('apps');
    const apps = actions.apps();
    menu = el(
      'div',
      { class: 'menu', role: 'menu', 'aria-label': 'Message' },
      apps.length > 0 &&
        el(
          'div',
          { role: 'group', 'aria-labelledby': title },
          el('div', { class: 'menu-title', id: title }, 'Apps'),
          ...apps.map((name) => item(name, () => actions.useApp(name, message))),
        ),
      item('Copy text', () => navigator.clipboard?.writeText(message.content)),
      message.author.bot && item('Inspect', () => actions.inspect(message)),
    );
    menu.addEventListener('keydown', move);
    menu.addEventListener('focusout', (event) => {
      if (menu && !menu.contains(event.relatedTarget as Node | null)) close(false);
    });
    toolbar.append(menu);
    button.setAttribute('aria-expanded', 'true');
    menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    openWhereThereIsRoom(menu);
  };

  const move = (event: KeyboardEvent) => {
    const items = [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next: Record<string, number> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key === 'Escape') close(true);
    else if (event.key in next) items[next[event.key] ?? 0]?.focus();
    else return;
    event.preventDefault();
  };

  const button = el(
    'button',
    {
      type: 'button',
      class: 'more',
      'aria-label': 'More for this message',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      // A press on the open menu's own button must not count as leaving the menu and opening it anew.
      onmousedown: (event: MouseEvent) => event.preventDefault(),
      onclick: () => (menu ? close(true) : open()),
    },
    icon('more'),
  );
  const toolbar = el('div', { slot: 'thread', class: 'toolbar' }, button);
  return toolbar;
}
