import type { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import type { APIMessage, APIUser } from 'discord.js';
import { type Click, renderComponents } from './components.ts';
import { el } from './dom.ts';
import { localAddress, renderEmbed, renderPicture } from './embed.ts';
import { icon } from './icons.ts';
import { type Mentions, markdown } from './markdown.ts';
import { renderToolbar, type ToolbarActions } from './toolbar.ts';

/** What a message needs besides itself. */
export type MessageParts = {
  readonly mentions: Mentions;
  readonly toolbar: ToolbarActions;
  click(message: APIMessage, ...args: Parameters<Click>): Promise<void>;
  dismiss(message: APIMessage): void;
};

const ephemeral = 64;
const loading = 128;

/** A message as Discord's client shows it. */
export function renderMessage(message: APIMessage, parts: MessageParts): DiscordMessage {
  const { author, content, timestamp, edited_timestamp, embeds, attachments } = message;
  const flags = message.flags ?? 0;
  const isPrivate = (flags & ephemeral) !== 0;
  const isThinking = (flags & loading) !== 0;
  return el(
    'discord-message',
    {
      'data-id': message.id,
      author: displayName(author),
      avatar: avatarOf(author),
      bot: author.bot,
      timestamp: clock(timestamp),
      edited: edited_timestamp !== null,
      class: isPrivate && 'private-message',
      highlight: message.mentions.some(({ id }) => id === parts.mentions.you),
    },
    renderOrigin(message),
    isThinking
      ? thinking(displayName(author))
      : el('div', { class: 'content' }, ...markdown(content, parts.mentions)),
    ...attachments.map(renderAttachment),
    ...embeds.map((embed) => renderEmbed(embed, parts.mentions)),
    renderComponents(message, (...args) => parts.click(message, ...args)),
    isPrivate && renderPrivacy(() => parts.dismiss(message)),
    renderToolbar(message, parts.toolbar),
  );
}

/** The line that stands while the bot works on its answer. */
export const thinking = (name: string) => el('div', { class: 'content thinking' }, `${name} is thinking…`);

export const displayName = (user: APIUser) => user.global_name ?? user.username;
export const avatarOf = (user: APIUser) => `/pictures/${user.bot ? 'signpost' : user.username}.svg`;

/** The time of a message as Discord writes it: "Today at 3:04 PM". */
export function clock(timestamp: string): string {
  const date = new Date(timestamp);
  const time = date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday ? `Today at ${time}` : `${date.toLocaleDateString('en-US')} ${time}`;
}

/** "Robin used /roadmap", or the message that this one replies to. */
function renderOrigin(message: APIMessage): HTMLElement | undefined {
  const { interaction, referenced_message: replied } = message;
  if (interaction) return usedCommand(interaction.user, interaction.name);
  if (!replied) return undefined;
  const author = displayName(replied.author);
  const named = replied.mentions.reduce(
    (text, user) => text.replaceAll(`<@${user.id}>`, `@${displayName(user)}`),
    replied.content,
  );
  const snippet = named || 'Click to see attachment';
  return el(
    'discord-reply',
    { slot: 'reply', author, avatar: avatarOf(replied.author), bot: replied.author.bot },
    snippet,
  );
}

export const usedCommand = (user: APIUser, command: string) =>
  el('discord-command', {
    slot: 'reply',
    author: displayName(user),
    avatar: avatarOf(user),
    type: 'slash_command',
    command,
  });

function renderAttachment(file: APIMessage['attachments'][number]): HTMLElement {
  const { filename, size, content_type = '', url } = file;
  if (/^image\/(png|jpeg|gif|webp)/.test(content_type)) {
    return el(
      'div',
      { slot: 'attachments', class: 'picture' },
      renderPicture(file, file.description ?? filename),
    );
  }
  const [bytes, unit] = size < 1024 ? [size, 'bytes'] : [(size / 1024).toFixed(2), 'KB'];
  const address = localAddress(url) ?? url;
  const card = el('discord-file-attachment', { name: filename, bytes, 'bytes-unit': unit, href: address });
  return el(
    'div',
    { slot: 'attachments', class: 'file' },
    card,
    el(
      'a',
      { class: 'download', href: address, download: filename, 'aria-label': `Download ${filename}` },
      icon('download'),
    ),
  );
}

const renderPrivacy = (dismiss: () => void) =>
  el(
    'p',
    { slot: 'thread', class: 'private' },
    icon('eye', 16),
    ' Only you can see this • ',
    el('button', { type: 'button', class: 'link', onclick: dismiss }, 'Dismiss message'),
  );
