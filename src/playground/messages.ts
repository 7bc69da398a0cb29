import { type APIMessage, type APIUser, MessageFlags, MessageType } from 'discord.js';
import { faults } from './faults.ts';
import type { MessageBody } from './message-form.ts';
import { dressed, numbered, pictureSize, type Row, type StoredFile } from './message-parts.ts';
import type { World } from './world.ts';

/** A file as it came in a request: `key` is the n of its part `files[n]`. */
export type Upload = {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly data: Buffer;
};

/** A message, who may see it, and all its files, also those that only an embed shows. */
export type Stored = {
  readonly message: APIMessage;
  /** The only member who sees it; everybody when absent. */
  readonly seenBy?: string | undefined;
  readonly files: readonly StoredFile[];
};

/** What is known of a message besides what its sender says in the body. */
export type Envelope = {
  readonly author: APIUser;
  readonly channelId: string;
  readonly seenBy?: string | undefined;
  /** The address of this server, for the addresses of files. */
  readonly origin: string;
  readonly more?: Partial<APIMessage>;
};

/** The newest messages stay; older ones fall out, so that a long session does not grow for ever. */
const kept = 1000;

export type Messages = ReturnType<typeof messageStore>;

/** The messages of the local Discord, in the order in which they were sent; `changed` hears of every write. */
export function messageStore(
  world: World,
  snowflake: () => string,
  changed: (kind: 'message' | 'edit' | 'delete', stored: Stored) => void,
) {
  const all = new Map<string, Stored>();

  const get = (id: string): Stored => {
    const stored = all.get(id);
    if (!stored) throw faults.unknownMessage();
    return stored;
  };

  /** The message that the body makes of the one before, with new files added. */
  const apply = (before: Stored, body: MessageBody, uploads: readonly Upload[], origin: string): Stored => {
    const { channel_id, flags = 0 } = before.message;
    const stay = body.attachments && new Set(body.attachments.map(({ id }) => String(id)));
    const described = new Map(body.attachments?.map((one) => [String(one.id), one]));
    const files = before.files.filter(({ attachment }) => !stay || stay.has(attachment.id));
    for (const { key, name, type, data } of uploads) {
      const id = snowflake();
      const url = `${origin}/attachments/${channel_id}/${id}/${encodeURIComponent(name)}`;
      const description = described.get(key)?.description;
      files.push({
        data,
        attachment: {
          id,
          filename: described.get(key)?.filename ?? name,
          size: data.length,
          url,
          proxy_url: url,
          content_type: type,
          ...(description && { description }),
          ...pictureSize(data),
          ...(before.seenBy && { ephemeral: true }),
        },
      });
    }
    const embeds = body.embeds
      ? body.embeds.map((one, index) => dressed(one, index, files))
      : before.message.embeds;
    const shown = JSON.stringify(embeds);
    const content = body.content === undefined ? before.message.content : (body.content ?? '').trim();
    const message: APIMessage = {
      ...before.message,
      content,
      embeds,
      components: body.components ? numbered(body.components as Row[]) : (before.message.components ?? []),
      // A picture that an embed shows is no attachment of its own.
      attachments: files.map(({ attachment }) => attachment).filter(({ url }) => !shown.includes(`"${url}"`)),
      flags: (body.flags ?? flags) | (flags & MessageFlags.Ephemeral),
      mentions: mentioned(content, body.allowed_mentions),
      mention_everyone:
        /@(everyone|here)/.test(content) && body.allowed_mentions?.parse?.includes('everyone') === true,
    };
    if (!message.content && !message.embeds.length && !files.length) throw faults.emptyMessage();
    return { ...before, message, files };
  };

  const mentioned = (content: string, allowed: MessageBody['allowed_mentions']): APIUser[] => {
    const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? ''));
    const may = (id: string) => !allowed || allowed.parse?.includes('users') || allowed.users?.includes(id);
    return [...ids].filter(may).flatMap((id) => world.userById(id) ?? []);
  };

  const blank = ({ author, channelId, seenBy, more }: Envelope): Stored => ({
    seenBy,
    files: [],
    message: {
      id: snowflake(),
      type: MessageType.Default,
      channel_id: channelId,
      author,
      content: '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      components: [],
      ...more,
    },
  });

  const keep = (stored: Stored): Stored => {
    all.set(stored.message.id, stored);
    for (const oldest of all.keys()) {
      if (all.size <= kept) break;
      all.delete(oldest);
    }
    return stored;
  };

  return {
    get,
    /** What a member sees, or everything. */
    list: (viewer?: string): readonly Stored[] =>
      [...all.values()].filter(({ seenBy }) => !viewer || !seenBy || seenBy === viewer),

    add(envelope: Envelope, body: MessageBody, uploads: readonly Upload[] = []): Stored {
      const stored = keep(apply(blank(envelope), body, uploads, envelope.origin));
      changed('message', stored);
      return stored;
    },

    /** A message that says "is thinking" until it is edited. */
    addThinking(envelope: Envelope): Stored {
      const empty = blank(envelope);
      const flags = (empty.message.flags ?? 0) | MessageFlags.Loading;
      const stored = keep({ ...empty, message: { ...empty.message, flags } });
      changed('message', stored);
      return stored;
    },

    edit(id: string, body: MessageBody, uploads: readonly Upload[], origin: string): Stored {
      const before = get(id);
      const thinking = ((before.message.flags ?? 0) & MessageFlags.Loading) !== 0;
      const calm = { ...before.message, flags: (before.message.flags ?? 0) & ~MessageFlags.Loading };
      const edited = apply({ ...before, message: calm }, body, uploads, origin);
      const edited_timestamp = thinking ? null : new Date().toISOString();
      const stored = { ...edited, message: { ...edited.message, edited_timestamp } };
      all.set(id, stored);
      changed('edit', stored);
      return stored;
    },

    /** Adds somebody to those whom the message pings: the author of the message that it replies to. */
    ping(id: string, user: APIUser): Stored {
      const before = get(id);
      const mentions = [...before.message.mentions.filter((one) => one.id !== user.id), user];
      return keep({ ...before, message: { ...before.message, mentions } });
    },

    remove(id: string) {
      const stored = get(id);
      all.delete(id);
      changed('delete', stored);
    },

    file(id: string) {
      for (const { files } of all.values()) {
        const file = files.find(({ attachment }) => attachment.id === id);
        if (file) return file;
      }
      return undefined;
    },
  };
}
