import type { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import type { APIMessage, APIUser } from 'discord.js';
import { byId, el } from './dom.ts';
import {
  avatarOf,
  clock,
  displayName,
  type MessageParts,
  renderMessage,
  thinking,
  usedCommand,
} from './message.ts';

export type Channel = ReturnType<typeof channelOf>;

const nearEnd = 80;
const controls = '.components button, .components a, .toolbar button';

/** The list of messages; it stays at its end unless one has scrolled up. */
export function channelOf(parts: MessageParts, welcome: () => Node[]) {
  const log = byId('log');
  // Made here and not in index.html: an element that stands there is styled before skyra.ts restyles it.
  const list = el('discord-messages', { id: 'messages', 'no-background': true });
  log.append(list);
  const greeting = byId('welcome');
  const shown = new Map<string, DiscordMessage>();
  // Dismissed only here, as in Discord: the bot never hears of it.
  const dismissed = new Set<string>();

  // The list follows its end until one scrolls up, whatever grows late: elements that are drawn, pictures that load.
  let following = true;
  let lastTop = 0;
  const toEnd = () => {
    if (following) log.scrollTop = log.scrollHeight;
  };
  log.addEventListener('scroll', () => {
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
    if (log.scrollTop < lastTop || isAtEnd) following = isAtEnd;
    lastTop = log.scrollTop;
  });
  const growth = new ResizeObserver(toEnd);
  growth.observe(list);
  growth.observe(log);

  const greetWhenEmpty = () => {
    greeting.hidden = list.childElementCount > 0;
  };

  const put = (message: APIMessage) => {
    if (dismissed.has(message.id)) return;
    const fresh = renderMessage(message, parts);
    const old = shown.get(message.id);
    if (old) replaceKeepingFocus(old, fresh);
    else list.append(fresh);
    shown.set(message.id, fresh);
    greetWhenEmpty();
  };

  const remove = (id: string) => {
    shown.get(id)?.remove();
    shown.delete(id);
    greetWhenEmpty();
  };

  return {
    put,
    remove,
    /** Renews the welcome that an empty channel shows. */
    greet: () => greeting.replaceChildren(...welcome()),
    /** Shows exactly these messages. */
    reset(messages: readonly APIMessage[]) {
      shown.clear();
      list.replaceChildren();
      greeting.replaceChildren(...welcome());
      for (const message of messages) put(message);
      following = true;
      greetWhenEmpty();
    },
    dismiss(id: string) {
      dismissed.add(id);
      remove(id);
    },
    /** A line that says that the bot is thinking, until it is settled with nothing or with what went wrong. */
    pending(user: APIUser, bot: APIUser, command: string) {
      const line = el(
        'discord-message',
        {
          author: displayName(bot),
          avatar: avatarOf(bot),
          bot: true,
          timestamp: clock(new Date().toISOString()),
        },
        usedCommand(user, command),
        thinking(displayName(bot)),
      );
      following = true;
      list.append(line);
      greetWhenEmpty();
      const done = () => {
        line.remove();
        greetWhenEmpty();
      };
      return {
        done,
        failed(reason: string) {
          const dismiss = el('button', { type: 'button', class: 'link', onclick: done }, 'Dismiss message');
          line.querySelector('.thinking')?.replaceWith(el('p', { class: 'failure', role: 'alert' }, reason));
          line.append(el('p', { slot: 'thread', class: 'private' }, 'Only you can see this • ', dismiss));
        },
      };
    },
    /** Marks messages that were renewed. */
    mark(ids: readonly string[]) {
      for (const id of ids) shown.get(id)?.classList.add('renewed');
    },
    /** Brings an answer into view: its beginning, when it is too long to be seen whole. */
    async show(id: string) {
      const message = shown.get(id);
      await message?.updateComplete;
      if (!message || message.offsetHeight <= log.clientHeight) return;
      following = false;
      message.scrollIntoView();
    },
  };
}

/** Puts `fresh` in the place of `old`; if the focus was in it, the control at the same place gets it. */
function replaceKeepingFocus(old: HTMLElement, fresh: DiscordMessage) {
  const at = [...old.querySelectorAll<HTMLElement>(controls)].indexOf(document.activeElement as HTMLElement);
  old.replaceWith(fresh);
  if (at < 0) return;
  const fields = [...fresh.querySelectorAll<HTMLElement>(controls)].filter(
    (field) => !field.matches(':disabled'),
  );
  // Nothing in it can take the focus before its slots are drawn.
  void fresh.updateComplete.then(() =>
    fields[Math.min(at, fields.length - 1)]?.focus({ preventScroll: true }),
  );
}
