import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import { components } from './component-form.ts';
import { wrong } from './form.ts';
import { address, filled, flag, snowflake } from './text-form.ts';

const link = address(['http', 'https']).nullish();
const picture = address(['http', 'https', 'attachment']).nullish();

/** Keys that Discord adds to a picture when it hands a message out, and takes back unread. */
const addedToPictures = {
  proxy_url: z.string().nullish(),
  width: z.int().nullish(),
  height: z.int().nullish(),
  content_type: z.string().nullish(),
  description: z.string().max(4096).nullish(),
  placeholder: z.string().nullish(),
  placeholder_version: z.int().nullish(),
  flags: z.int().nullish(),
};
const image = z.strictObject({ url: picture, ...addedToPictures });

const embed = z
  .strictObject({
    type: z.string().nullish(),
    title: z.string().max(256).nullish(),
    description: z.string().max(4096).nullish(),
    url: link,
    timestamp: z.iso.datetime({ offset: true }).nullish(),
    color: z.int().min(0).max(0xffffff).nullish(),
    footer: z
      .strictObject({ text: filled(2048), icon_url: picture, proxy_icon_url: z.string().nullish() })
      .nullish(),
    image: image.nullish(),
    thumbnail: image.nullish(),
    author: z
      .strictObject({
        name: filled(256),
        url: link,
        icon_url: picture,
        proxy_icon_url: z.string().nullish(),
      })
      .nullish(),
    fields: z
      .array(z.strictObject({ name: filled(256), value: filled(1024), inline: flag }))
      .max(25)
      .nullish(),
    content_scan_version: z.int().nullish(),
  })
  .refine(
    ({ title, description, fields, image, thumbnail, author, footer }) =>
      title?.trim() || description?.trim() || fields?.length || image || thumbnail || author || footer,
    { message: 'This field is required', path: ['description'], params: { code: 'BASE_TYPE_REQUIRED' } },
  );

const embeds = z
  .array(embed)
  .max(10)
  .refine((list) => list.reduce((sum, one) => sum + embedSize(one), 0) <= 6000, {
    message: 'Embed size exceeds maximum size of 6000',
    params: { code: 'MAX_EMBED_SIZE_EXCEEDED' },
  });

type SizedEmbed = Pick<z.infer<typeof embed>, 'title' | 'description' | 'fields' | 'footer' | 'author'>;

/** The characters of an embed that count against the 6000 of its message. */
export const embedSize = ({ title, description, fields, footer, author }: SizedEmbed): number =>
  [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap((f) => [f.name, f.value]),
  ].reduce((sum, text) => sum + (text?.length ?? 0), 0);

const allowedMentions = z
  .strictObject({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
    users: z.array(snowflake).max(100).nullish(),
    roles: z.array(snowflake).max(100).nullish(),
    replied_user: flag,
  })
  .superRefine((mentions, context) => {
    for (const kind of ['users', 'roles'] as const) {
      if (mentions.parse?.includes(kind) && mentions[kind]?.length) {
        context.addIssue(
          wrong(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
            [kind],
          ),
        );
      }
    }
  });

const attachment = z.looseObject({
  id: z.union([z.string(), z.int()]),
  filename: z.string().min(1).max(1024).nullish(),
  description: z.string().max(1024).nullish(),
});

/** Flags of a message, of which only those given may be set. */
const flags = (allowed: number) =>
  z
    .int()
    .min(0)
    .refine((bits) => (bits & ~allowed) === 0, {
      message: `Only these bits may be set here: ${allowed}`,
      params: { code: 'MESSAGE_FLAGS_INVALID' },
    })
    .nullish();

const quiet = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

const message = z.strictObject({
  content: z.string().max(2000).nullish(),
  embeds: embeds.nullish(),
  components: components.nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: z.array(attachment).max(10).nullish(),
  tts: flag,
  flags: flags(MessageFlags.Ephemeral | quiet),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: flag,
});

/** A message that answers an interaction, or follows one up. */
export const interactionMessage = message;
/** A change to a message; what is absent stays. */
export const messageEdit = message
  .omit({ tts: true, nonce: true, enforce_nonce: true })
  .extend({ flags: flags(quiet) });
/** A message that a bot posts to a channel of its own accord. */
export const channelMessage = message.extend({
  flags: flags(quiet),
  message_reference: z
    .strictObject({
      type: z.literal(0).nullish(),
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: flag,
    })
    .nullish(),
});
/** What a deferred answer may say: whether it will be private. */
export const deferral = z.strictObject({ flags: flags(MessageFlags.Ephemeral) });

export type MessageBody = z.infer<typeof interactionMessage>;
export type ChannelMessageBody = z.infer<typeof channelMessage>;
