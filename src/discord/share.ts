import { type APIMessage, ComponentType } from 'discord.js';
import type { Message } from './answer.ts';
import { type ActionRow, button, buttonRows } from './components.ts';
import { limits } from './limits.ts';
import { link } from './link.ts';

/** On every private answer: posts it again for the whole channel. */
export const share = link('share', {});

/** The message with "Share in channel" among its buttons, where Discord has room for one more. */
export function withShareButton(message: Message): Message {
  const rows = message.components ?? [];
  const shareButton = button('Share in channel', share.to({}));
  const last = rows.at(-1);
  if (last && isButtonRow(last) && last.components.length < limits.buttonsInRow) {
    const extended = { ...last, components: [...last.components, shareButton] };
    return { ...message, components: [...rows.slice(0, -1), extended] };
  }
  if (rows.length === limits.rows) return message;
  return { ...message, components: [...rows, ...buttonRows([shareButton])] };
}

/** The message that a click's payload carries, as a new one for everybody: without its "Share in channel". */
export function shared(message: APIMessage): Message {
  return {
    content: message.content,
    embeds: message.embeds.map(({ title, description, url, color, fields, footer }) => ({
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(url !== undefined && { url }),
      ...(color !== undefined && { color }),
      ...(fields && { fields: fields.map(({ name, value }) => ({ name, value })) }),
      ...(footer && { footer: { text: footer.text } }),
    })),
    components: ((message.components ?? []) as ActionRow[])
      .map(withoutShare)
      .filter((row) => row.components.length > 0),
  };
}

const isButtonRow = (row: ActionRow) => row.components.every(({ type }) => type === ComponentType.Button);

function withoutShare(row: ActionRow): ActionRow {
  const components = row.components.filter(
    (component) => !('custom_id' in component && component.custom_id === share.to({})),
  );
  return { type: row.type, components };
}
