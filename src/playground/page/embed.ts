import type { APIEmbed } from 'discord.js';
import { el } from './dom.ts';
import { inlineMarkdown, type Mentions, markdown } from './markdown.ts';

/**
 * An embed. The title and the picture are our own elements in Skyra's frame: its title knows no markdown and asks
 * Discord's CDN for what looks like an emoji, and its picture has no alternative text.
 */
export function renderEmbed(embed: APIEmbed, mentions: Mentions): HTMLElement {
  const { title, url, description, color, fields = [], image, thumbnail, author, footer, timestamp } = embed;
  const name = title && inlineMarkdown(title, mentions);
  return el(
    'discord-embed',
    {
      slot: 'embeds',
      color: color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`,
      'author-name': author?.name,
      'author-url': author?.url,
    },
    name &&
      el(
        'div',
        { slot: 'description', class: 'embed-title', role: 'heading', 'aria-level': 3 },
        ...(url ? [el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, ...name)] : name),
      ),
    thumbnail &&
      el('div', { slot: 'description', class: 'embed-thumbnail' }, renderPicture(thumbnail, title)),
    description &&
      el('discord-embed-description', { slot: 'description' }, ...markdown(description, mentions)),
    fields.length > 0 &&
      el(
        'discord-embed-fields',
        { slot: 'fields' },
        ...fields.map((field) =>
          el(
            'discord-embed-field',
            { class: field.inline && 'inline-field' },
            el('div', { class: 'embed-field-name' }, ...inlineMarkdown(field.name, mentions)),
            ...markdown(field.value, mentions),
          ),
        ),
      ),
    image && el('div', { slot: 'fields', class: 'embed-image' }, renderPicture(image, title)),
    (footer || timestamp) &&
      el(
        'discord-embed-footer',
        { slot: 'footer', timestamp: timestamp && when(timestamp) },
        el('span', {}, footer?.text ?? ''),
      ),
  );
}

type Picture = {
  readonly url: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly description?: string | undefined;
};

/** A picture of this server, which a click opens in full; one from elsewhere is only named, for nothing is fetched. */
export function renderPicture(
  { url, width, height, description }: Picture,
  title?: string | undefined,
): HTMLElement {
  const address = localAddress(url);
  if (!address)
    return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, `Picture: ${url}`);
  const alt = description ?? (title ? `Picture: ${title}` : 'Picture without a description');
  return el(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer' },
    el('img', { src: address, alt, width: width ?? undefined, height: height ?? undefined }),
  );
}

/** The path of a file that this server holds, whatever loopback name the bot knows the server by. */
export function localAddress(url: string): string | undefined {
  const path = url.match(/^http:\/\/[^/]+(\/attachments\/[^?#]+)/)?.[1];
  return path ?? undefined;
}

const when = (timestamp: string) =>
  new Date(timestamp).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
