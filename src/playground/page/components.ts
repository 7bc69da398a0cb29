import type { APIButtonComponent, APIMessage, APIStringSelectComponent } from 'discord.js';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import { renderSelect } from './select.ts';

/** Sends a click; the promise ends with the answer, or with what went wrong. */
export type Click = (customId: string, values?: readonly string[]) => Promise<void>;

const rowType = 1;
const buttonType = 2;
const selectType = 3;
const linkStyle = 5;
const styles: Record<number, string> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** The buttons and menus of a message; while one waits for its answer, none can be clicked. */
export function renderComponents(message: APIMessage, click: Click): HTMLElement | undefined {
  const rows = (message.components ?? []).filter((row) => row.type === rowType);
  if (rows.length === 0) return undefined;

  const failure = el('p', { class: 'failure', role: 'alert' });
  const waitFor = async (control: HTMLElement, customId: string, values?: readonly string[]) => {
    if (group.hasAttribute('aria-busy')) return;
    group.setAttribute('aria-busy', 'true');
    control.classList.add('waiting');
    failure.textContent = '';
    try {
      await click(customId, values);
    } catch (error) {
      failure.textContent = `This interaction failed. ${(error as Error).message}`;
    } finally {
      group.removeAttribute('aria-busy');
      control.classList.remove('waiting');
    }
  };

  const group = el(
    'div',
    { slot: 'components', class: 'components' },
    ...rows.map((row) =>
      el(
        'div',
        { class: 'row' },
        ...row.components.map((part) => {
          if (part.type === (buttonType as typeof part.type)) {
            return renderButton(part as APIButtonComponent, waitFor);
          }
          if (part.type === (selectType as typeof part.type)) {
            const menu = part as APIStringSelectComponent;
            return renderSelect(menu, (control, values) => waitFor(control, menu.custom_id, values));
          }
          return undefined;
        }),
      ),
    ),
    failure,
  );
  return group;
}

function renderButton(
  button: APIButtonComponent,
  waitFor: (control: HTMLElement, customId: string) => Promise<void>,
): HTMLElement {
  const label = 'label' in button ? button.label : undefined;
  const emoji = 'emoji' in button ? button.emoji?.name : undefined;
  const content = [
    emoji && el('span', { class: 'emoji', 'aria-hidden': label ? 'true' : undefined }, emoji),
    label && el('span', {}, label),
  ];
  if ('url' in button && button.style === (linkStyle as typeof button.style)) {
    return el(
      'a',
      { class: 'button secondary', href: button.url, target: '_blank', rel: 'noopener noreferrer' },
      ...content,
      icon('out', 16),
      el('span', { class: 'hidden' }, ' (opens in a new tab)'),
    );
  }
  const customId = 'custom_id' in button ? button.custom_id : '';
  const control = el(
    'button',
    {
      type: 'button',
      class: `button ${styles[button.style] ?? 'secondary'}`,
      disabled: button.disabled ?? false,
      onclick: () => waitFor(control, customId),
    },
    ...content,
  );
  return control;
}
