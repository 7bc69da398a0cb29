import type { APIApplicationCommand, APIUser } from 'discord.js';
import { byId, el } from './dom.ts';
import { type Draft, type DraftParts, draftOf, type SentCommand } from './draft.ts';
import { type Entry, entriesOf, matching } from './entries.ts';
import { icon } from './icons.ts';
import { avatarOf, displayName } from './message.ts';
import { comboboxAttributes, suggestionList } from './suggestions.ts';

/** Something that was sent and that Up brings back. */
type Sent = { readonly text: string } | SentCommand;

export type ComposerParts = {
  commands(): readonly APIApplicationCommand[];
  /** Those who can be mentioned and chosen: the members, then the bot. */
  people(): readonly APIUser[];
  readonly complete: DraftParts['complete'];
  sendCommand(command: SentCommand): void;
  sendText(text: string): void;
};

const remembered = 50;

/** What is said before there are commands. */
const starting = 'The bot is still starting. Its commands come in a moment.';

/** The field below the messages: text, or a command as a draft. */
export function composerOf(parts: ComposerParts) {
  const suggestions = suggestionList();
  const history: Sent[] = [];
  let back = 0;
  let draft: Draft | undefined;

  const problem = el('p', { class: 'problem', role: 'alert' });
  const say = (text: string) => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const input = el('textarea', {
    ...comboboxAttributes,
    class: 'text',
    rows: 1,
    maxlength: 2000,
    'aria-label': 'Message #careers. Type / for commands',
    placeholder: 'Type / for commands',
    oninput: () => suggest(),
    onfocus: () => suggest(),
    onblur: () => suggestions.hide(),
    onkeydown: (event: KeyboardEvent) => key(event),
  });
  const field = el('div', { class: 'field' }, input);
  const slash = el(
    'button',
    { type: 'button', class: 'slash', 'aria-label': 'Show the commands', onclick: () => write('/') },
    '/',
  );
  const submit = el(
    'button',
    { type: 'button', class: 'submit', 'aria-label': 'Send', onclick: () => sendNow() },
    icon('send'),
  );
  byId('compose').append(suggestions.element, problem, el('div', { class: 'box' }, slash, field, submit));
  field.addEventListener('focusout', (event) => {
    if (!field.contains(event.relatedTarget as Node | null)) suggestions.hide();
  });
  say('');

  const reset = (text: string) => {
    draft = undefined;
    input.value = text;
    field.replaceChildren(input);
    say('');
    input.focus();
    suggest();
  };

  const begin = (entry: Entry, before?: SentCommand) => {
    suggestions.hide();
    say('');
    draft = draftOf(entry, before, {
      suggestions,
      people: parts.people(),
      complete: parts.complete,
      say,
      cancel: reset,
      send(command) {
        remember(command);
        suggestions.hide();
        reset('');
        parts.sendCommand(command);
      },
    });
    input.value = '';
    field.replaceChildren(draft.element);
    draft.focus();
  };

  const remember = (sent: Sent) => {
    history.push(sent);
    if (history.length > remembered) history.shift();
    back = 0;
  };

  const suggest = (): void => {
    const typed = input.value.match(/^\/(.*)$/)?.[1];
    const name = input.value.slice(0, input.selectionStart).match(/(?:^|\s)@(\w*)$/)?.[1];
    if (typed !== undefined) suggestCommands(typed);
    else if (name !== undefined) suggestPeople(name);
    else suggestions.hide();
  };

  const suggestCommands = (typed: string) => {
    const entries = entriesOf(parts.commands());
    const exact = typed.endsWith(' ') && entries.find(({ path }) => path === typed.trim());
    if (exact) return begin(exact);
    suggestions.show(input, {
      title: 'Commands',
      light: true,
      empty: entries.length > 0 ? 'No command matches.' : starting,
      items: matching(entries, typed).map((entry) => ({
        label: `/${entry.path}`,
        detail: entry.description,
        choose: () => begin(entry),
      })),
    });
  };

  const suggestPeople = (typed: string) => {
    const wanted = typed.toLowerCase();
    const named = parts.people().filter((user) => displayName(user).toLowerCase().startsWith(wanted));
    if (named.length === 0) return suggestions.hide();
    suggestions.show(input, {
      title: 'Members',
      light: true,
      items: named.map((user) => ({
        label: displayName(user),
        picture: avatarOf(user),
        choose() {
          const at = input.selectionStart - typed.length;
          input.setRangeText(`${displayName(user)} `, at, input.selectionStart, 'end');
          suggestions.hide();
        },
      })),
    });
  };

  const sendNow = () => {
    if (draft) return draft.send();
    const text = input.value.trim();
    if (!text) return;
    if (text.startsWith('/')) {
      const isStarting = parts.commands().length === 0;
      return say(isStarting ? starting : 'There is no such command. Choose one from the list.');
    }
    remember({ text });
    reset('');
    parts.sendText(text);
  };

  /** Brings back what was sent `steps` before. */
  const recall = (steps: number) => {
    const sent = history.at(-steps);
    if (!sent && steps > 0) return;
    back = Math.max(steps, 0);
    if (!sent || steps <= 0) return reset('');
    if ('entry' in sent) begin(sent.entry, sent);
    else reset(sent.text);
  };

  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const lit = suggestions.active();
    const isRecalled = back > 0 && input.value === (history.at(-back) as { text?: string } | undefined)?.text;
    if (event.key === 'Enter' && !event.shiftKey) {
      if (lit) lit.choose();
      else sendNow();
    } else if (event.key === 'Tab' && !event.shiftKey && lit) lit.choose();
    else if (event.key === 'Escape' && suggestions.isOpen()) suggestions.hide();
    else if (event.key === 'ArrowDown' && suggestions.isOpen()) suggestions.move(1);
    else if (event.key === 'ArrowUp' && suggestions.isOpen()) suggestions.move(-1);
    else if (event.key === 'ArrowUp' && (input.value === '' || isRecalled)) recall(back + 1);
    else if (event.key === 'ArrowDown' && isRecalled) recall(back - 1);
    else return;
    event.preventDefault();
  };

  /** Puts a text into the field, as if it were typed. */
  const write = (text: string) => reset(text);

  return {
    write,
    /** Starts the command of that path, if there is one. */
    start(path: string) {
      const entry = entriesOf(parts.commands()).find((one) => one.path === path);
      if (entry) begin(entry);
      else write(`/${path}`);
    },
    focus: () => (draft ? draft.focus() : input.focus()),
    /** Shows the commands anew, where they are being looked at. */
    commandsChanged() {
      if (draft || document.activeElement !== input) return;
      say('');
      suggest();
    },
  };
}
