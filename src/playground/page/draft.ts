import type { APIUser, APIApplicationCommandBasicOption as Basic } from 'discord.js';
import type { Choice } from '../callback-form.ts';
import { type Chip, chipOf, completedSuggestions, fixedSuggestions } from './chip.ts';
import { el } from './dom.ts';
import type { Entry } from './entries.ts';
import { comboboxAttributes, type Suggestions } from './suggestions.ts';

/** The options of a command by name. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** A command as it was sent, with the texts that its fields showed, so that it can be brought back. */
export type SentCommand = {
  readonly entry: Entry;
  readonly values: Values;
  readonly texts: Readonly<Record<string, string>>;
};

export type DraftParts = {
  readonly suggestions: Suggestions;
  readonly people: readonly APIUser[];
  complete(asked: {
    name: string;
    options: Values;
    option: string;
    typed: string;
  }): Promise<readonly Choice[]>;
  send(command: SentCommand): void;
  cancel(text: string): void;
  /** Says what is wrong, or nothing. */
  say(text: string): void;
};

export type Draft = { readonly element: HTMLElement; focus(): void; send(): void };

/** The field in which a command is written: its name, a chip for each option, and a place to add another. */
export function draftOf(entry: Entry, before: SentCommand | undefined, parts: DraftParts): Draft {
  const { suggestions, people } = parts;
  const chips: Chip[] = [];
  let asking = false;
  let overtaken = false;

  const unused = () => entry.options.filter(({ name }) => !chips.some(({ option }) => option.name === name));
  const more = el('input', {
    ...comboboxAttributes,
    class: 'more-options',
    'aria-label': `Add an option to /${entry.path}, or press Enter to send`,
    oninput: () => suggest(more),
    onfocus: () => suggest(more),
  });
  const element = el(
    'div',
    { class: 'draft', role: 'group', 'aria-label': `/${entry.path}` },
    el('span', { class: 'draft-name' }, `/${entry.path}`),
    more,
  );

  const values = (): Values =>
    Object.fromEntries(
      chips.flatMap((chip) => (chip.value() === undefined ? [] : [[chip.option.name, chip.value() ?? '']])),
    );

  const add = (option: Basic): Chip => {
    const chip = chipOf(option, people);
    chips.push(chip);
    more.before(chip.element);
    chip.input.addEventListener('focus', () => suggest(chip.input));
    chip.input.addEventListener('input', () => suggest(chip.input));
    hintAtMore();
    return chip;
  };

  const hintAtMore = () => {
    const left = unused().length;
    more.placeholder = left > 0 ? `+${left} optional` : '';
    more.hidden = left === 0 && chips.length > 0;
  };

  /** The first chip that still needs a value, or the place for another option. */
  const next = () => {
    const open = chips.find(({ option, value }) => option.required && value() === undefined);
    const field = open?.input ?? (more.hidden ? chips.at(-1)?.input : more);
    if (field === document.activeElement) suggestions.hide();
    else field?.focus();
  };

  const suggest = (field: HTMLInputElement) => {
    const chip = chips.find(({ input }) => input === field);
    if (chip) suggestFor(chip);
    else suggestOptions();
  };

  const suggestOptions = () => {
    const typed = more.value.trim().toLowerCase();
    const exact = typed.endsWith(':') && unused().find(({ name }) => `${name}:` === typed);
    if (exact) return addAndGo(exact);
    suggestions.show(more, {
      title: unused().length ? 'Optional' : `/${entry.path}`,
      light: typed !== '',
      empty: unused().length ? 'No option is called that.' : 'Press Enter to send.',
      items: unused()
        .filter(({ name }) => name.includes(typed))
        .map((option) => ({
          label: option.name,
          detail: option.description,
          choose: () => addAndGo(option),
        })),
    });
  };

  const addAndGo = (option: Basic) => {
    more.value = '';
    add(option).input.focus();
  };

  const suggestFor = (chip: Chip) => {
    const { name, description } = chip.option;
    const title = el('span', {}, el('strong', {}, name), ` ${description}`);
    const fixed = fixedSuggestions(chip, people, next);
    if (fixed) {
      return suggestions.show(chip.input, { title, items: fixed, light: true, empty: 'No option matches.' });
    }
    if (!('autocomplete' in chip.option && chip.option.autocomplete)) {
      return suggestions.show(chip.input, { title, items: [], light: false });
    }
    if (suggestions.owner() !== chip.input) {
      suggestions.show(chip.input, { title, items: [], light: false, empty: 'Loading options…' });
    }
    suggestions.unlight();
    void completing(chip, title);
  };

  /** Asks the bot, one question at a time: what was typed meanwhile is asked as soon as the answer is there. */
  const completing = async (chip: Chip, title: Node) => {
    overtaken = asking;
    if (asking) return;
    asking = true;
    const { [chip.option.name]: _own, ...options } = values();
    const asked = { name: entry.path, options, option: chip.option.name, typed: chip.input.value };
    const choices = await parts.complete(asked).catch((error: Error) => {
      parts.say(`Loading options failed. ${error.message}`);
      return [];
    });
    asking = false;
    const focused = chips.find(({ input }) => input === document.activeElement);
    if (overtaken && focused) return suggestFor(focused);
    if (focused !== chip) return;
    const items = completedSuggestions(chip, choices, next);
    suggestions.show(chip.input, { title, items, light: true, empty: 'No options match your search.' });
  };

  const send = () => {
    const wrong = chips.map((chip) => ({ chip, fault: chip.check() })).find(({ fault }) => fault);
    if (wrong) {
      wrong.chip.input.focus();
      return parts.say(wrong.fault ?? '');
    }
    const texts = Object.fromEntries(chips.map(({ option, input }) => [option.name, input.value]));
    parts.send({ entry, values: values(), texts });
  };

  const removeBefore = (field: HTMLInputElement) => {
    const at = chips.findIndex(({ input }) => input === field);
    const chip = at >= 0 ? chips[at] : chips.at(-1);
    if (!chip || (at === 0 && chip.option.required)) return parts.cancel(`/${entry.path}`);
    // From the place for more options the last chip is entered; from inside an empty one it goes.
    if (at < 0 || chip.option.required) return (at < 0 ? chip : chips[at - 1])?.input.focus();
    chip.element.remove();
    chips.splice(at, 1);
    hintAtMore();
    (chips[at - 1]?.input ?? more).focus();
  };

  const step = (field: HTMLInputElement, by: number): boolean => {
    const fields = [...chips.map(({ input }) => input), ...(more.hidden ? [] : [more])];
    const target = fields[fields.indexOf(field) + by];
    target?.focus();
    return target !== undefined;
  };

  element.addEventListener('keydown', (event) => {
    const field = event.target as HTMLInputElement;
    if (event.isComposing) return;
    const lit = suggestions.active();
    const atStart = field.selectionStart === 0 && field.selectionEnd === 0;
    const atEnd = field.selectionStart === field.value.length;
    parts.say('');
    if (event.key === 'Enter') {
      if (lit) lit.choose();
      else send();
    } else if (event.key === 'Tab' && !event.shiftKey && suggestions.isOpen()) {
      if (!lit) suggestions.move(1);
      suggestions.active()?.choose();
    } else if (event.key === 'ArrowDown') suggestions.move(1);
    else if (event.key === 'ArrowUp') suggestions.move(-1);
    else if (event.key === 'Escape') {
      if (suggestions.isOpen()) suggestions.hide();
      else parts.cancel('');
    } else if (event.key === 'Backspace' && field.value === '') removeBefore(field);
    else if (!(event.key === 'ArrowLeft' && atStart && step(field, -1))) {
      if (!(event.key === 'ArrowRight' && atEnd && step(field, 1))) return;
    }
    event.preventDefault();
  });
  // A press beside the fields goes on where one would write.
  element.addEventListener('click', (event) => event.target === element && next());

  for (const option of entry.options) {
    const text = before?.texts[option.name];
    if (!option.required && !text) continue;
    const chip = add(option);
    if (text) chip.set(text, before?.values[option.name] ?? text);
  }
  hintAtMore();
  return { element, focus: next, send };
}
