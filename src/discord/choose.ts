import type { Found, Named } from '../search/names.ts';
import type { Choice } from './answer.ts';
import { button, buttonRows } from './components.ts';
import { UserError } from './errors.ts';
import { limits } from './limits.ts';
import { clip, quote } from './text.ts';

/**
 * The entry that was meant by what somebody typed.
 *
 * @param what - the kind of entry in a sentence: "step"
 * @param customId - where the button of a suggestion leads
 * @throws UserError "Did you mean …" with up to three buttons when that is not sure
 */
export function chosen<E extends Named>(
  found: Found<E>,
  typed: string,
  what: string,
  customId: (entry: E) => string,
): E {
  if ('sure' in found) return found.sure;
  const suggestions = new Map(found.unsure.map((entry) => [customId(entry), entry.title]));
  throw new UserError(
    `I know no ${what} called ${quote(typed)}. Did you mean one of these?`,
    buttonRows([...suggestions].map(([id, title]) => button(title, id))),
  );
}

/**
 * The entry that a link leads to.
 *
 * @throws UserError when it has been taken out of the knowledge base since the link was made
 */
export function linked<E>(entry: E | undefined): E {
  if (entry === undefined)
    throw new UserError('That is no longer in my knowledge base. Please run the command again.');
  return entry;
}

/** Entries as the choices of a completed option. */
export const choicesOf = (entries: readonly Named[]): Choice[] =>
  entries
    .slice(0, limits.choices)
    .map(({ id, title }) => ({ name: clip(title, limits.choiceText), value: id }));
