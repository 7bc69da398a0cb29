import type { APIUser, APIApplicationCommandBasicOption as Basic } from 'discord.js';
import type { Choice } from '../callback-form.ts';
import { optionFault, optionKind } from '../option-check.ts';
import { el, newId } from './dom.ts';
import { avatarOf, displayName } from './message.ts';
import { comboboxAttributes, type Suggestion } from './suggestions.ts';

/** An option of the command that is being written: a label with a field. */
export type Chip = {
  readonly option: Basic;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** What stands in it, as it is sent; undefined when it is empty. */
  value(): string | number | boolean | undefined;
  /** What is wrong with it, in a sentence; the chip shows it. */
  check(): string | undefined;
  set(text: string, value: string | number | boolean): void;
};

export function chipOf(option: Basic, people: readonly APIUser[]): Chip {
  const id = newId('option');
  const { name, description, required = false } = option;
  let picked: { text: string; value: string | number | boolean } | undefined;

  const input = el('input', {
    ...comboboxAttributes,
    id,
    'aria-label': `${name}${required ? ', required' : ''}: ${description}`,
    inputmode: option.type === (optionKind.integer as typeof option.type) ? 'numeric' : undefined,
    oninput: () => element.classList.remove('wrong'),
  });
  const element = el('span', { class: 'chip' }, el('label', { for: id, 'aria-hidden': 'true' }, name), input);
  const grow = () => {
    input.size = Math.max(1, input.value.length);
  };
  input.addEventListener('input', grow);
  grow();

  const value = () => {
    const text = input.value;
    if (picked && picked.text === text) return picked.value;
    if (text.trim() === '') return undefined;
    const choice = fixedChoices(option, people).find(
      (one) => one.name.toLowerCase() === text.trim().toLowerCase(),
    );
    if (choice) return choice.value;
    const isNumber = [optionKind.integer, optionKind.number].includes(option.type as never);
    return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
  };

  return {
    option,
    element,
    input,
    value,
    check() {
      const given = value();
      const fault =
        given === undefined
          ? required && 'is required: specify a value'
          : optionFault(option as never, given, (user) => people.some((one) => one.id === user));
      element.classList.toggle('wrong', Boolean(fault));
      input.setAttribute('aria-invalid', String(Boolean(fault)));
      return fault ? `The option "${name}" ${fault}.` : undefined;
    },
    set(text, given) {
      picked = { text, value: given };
      input.value = text;
      grow();
      element.classList.remove('wrong');
    },
  };
}

type FixedChoice = {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly picture?: string;
};

/** The values that an option is chosen from, where they are known without asking the bot. */
function fixedChoices(option: Basic, people: readonly APIUser[]): readonly FixedChoice[] {
  switch (option.type as number) {
    case optionKind.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case optionKind.user:
      return people.map((user) => ({ name: displayName(user), value: user.id, picture: avatarOf(user) }));
    default:
      return ('choices' in option && option.choices) || [];
  }
}

/** The lines of the list for a chip with fixed choices, filtered by what is typed; undefined for free text. */
export function fixedSuggestions(
  chip: Chip,
  people: readonly APIUser[],
  chosen: () => void,
): Suggestion[] | undefined {
  const choices = fixedChoices(chip.option, people);
  if (choices.length === 0) return undefined;
  const typed = chip.value() === undefined ? '' : chip.input.value.trim().replace(/^@/, '').toLowerCase();
  const exact = choices.some(({ name }) => name.toLowerCase() === typed);
  return choices
    .filter(({ name }) => exact || name.toLowerCase().includes(typed))
    .map(({ name, value, picture }) => ({
      label: name,
      ...(picture && { picture }),
      choose() {
        chip.set(name, value);
        chosen();
      },
    }));
}

/** The lines of the list for the choices that the bot completes. */
export const completedSuggestions = (
  chip: Chip,
  choices: readonly Choice[],
  chosen: () => void,
): Suggestion[] =>
  choices.map(({ name, value }) => ({
    label: name,
    choose() {
      chip.set(name, value);
      chosen();
    },
  }));
