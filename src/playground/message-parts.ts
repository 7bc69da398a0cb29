import type {
  APIActionRowComponent,
  APIAttachment,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord.js';
import { invalidForm } from './form.ts';

// What Discord adds to the parts of a message before it hands it out.

/** A file of a message, with what Discord says of it. */
export type StoredFile = { readonly attachment: APIAttachment; readonly data: Buffer };

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Components with the numbers that Discord gives them, counted from 1 through rows and what is in them. */
export function numbered(rows: readonly Row[]): Row[] {
  let count = 0;
  const number = <T extends { id?: number | undefined }>(one: T): T => ({ ...one, id: one.id ?? ++count });
  return rows.map((row) => {
    const outer = number(row);
    return { ...outer, components: outer.components.map(number) };
  });
}

/** An embed as Discord hands it out: of type "rich", with `attachment://name` resolved. */
export function dressed(embed: object, index: number, files: readonly StoredFile[]): APIEmbed {
  const resolve = (key: string, value: unknown): unknown => {
    if (value === null) return undefined;
    const { url } = Object(value) as { url?: unknown };
    const isPicture = key === 'image' || key === 'thumbnail';
    if (isPicture && isReference(url)) return { ...Object(value), ...picture(key, url) };
    return key.endsWith('url') && isReference(value) ? picture(key, value).url : value;
  };
  const picture = (key: string, reference: string) => {
    const name = reference.slice(attachmentScheme.length);
    const file = files.findLast(({ attachment }) => attachment.filename === name);
    if (file) {
      const { url, proxy_url, width, height, description } = file.attachment;
      return { url, proxy_url, width, height, description };
    }
    throw invalidForm([
      {
        path: ['embeds', index, key],
        code: 'ATTACHMENT_NOT_FOUND',
        message: `No file of this message is called "${name}"`,
      },
    ]);
  };
  return { ...JSON.parse(JSON.stringify(embed, resolve)), type: 'rich' };
}

const attachmentScheme = 'attachment://';
const isReference = (url: unknown): url is string =>
  typeof url === 'string' && url.startsWith(attachmentScheme);

/** Width and height of a PNG, which stand at the same place in all of them. */
export function pictureSize(data: Buffer): { width: number; height: number } | undefined {
  const isPng = data.length > 24 && data.toString('latin1', 1, 4) === 'PNG';
  return isPng ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : undefined;
}
