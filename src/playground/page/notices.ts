import type { Fault } from '../../knowledge/files.ts';
import { byId, el } from './dom.ts';

/** The banner with the faults of an edit, or none. */
export function showFaults(faults: readonly Fault[]): void {
  const lines = faults.map(({ file, line, column, message }) =>
    el('li', {}, el('code', {}, `${file}:${line}:${column}`), ` ${message}`),
  );
  const banner = el(
    'section',
    { class: 'banner', role: 'alert' },
    el('strong', {}, faults.length === 1 ? 'The edit has a fault' : `The edit has ${faults.length} faults`),
    ': the answers below still come from the last good knowledge base.',
    el('ul', {}, ...lines),
  );
  byId('notices').replaceChildren(...(faults.length > 0 ? [banner] : []));
}

let fading: ReturnType<typeof setTimeout>;

/** A line at the foot of the page that goes away by itself, unless it is to stay. */
export function say(text: string, stays = false): void {
  const line = byId('status');
  clearTimeout(fading);
  line.textContent = text;
  if (!stays && text) {
    fading = setTimeout(() => {
      line.textContent = '';
    }, 6000);
  }
}

export const reloadNote = (changed: number) =>
  `The knowledge base was reloaded: ${
    changed === 0 ? 'no answer on the screen changed' : `${changed} answer${changed === 1 ? '' : 's'} renewed`
  }.`;
