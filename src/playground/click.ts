import { type APIMessage, ComponentType } from 'discord.js';

/** Refuses a click that no client could make: nothing there, switched off, or a choice that the menu lacks. */
export function checkClick(
  message: APIMessage,
  customId: string,
  values: readonly string[] | undefined,
): void {
  const parts = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow ? row.components : [],
  );
  const part = parts.find((one) => 'custom_id' in one && one.custom_id === customId);
  if (!part) throw new Error(`The message has nothing to click with the custom_id "${customId}"`);
  if ('disabled' in part && part.disabled) throw new Error('It is disabled');
  const isMenu = part.type === ComponentType.StringSelect;
  if (isMenu !== (values !== undefined))
    throw new Error(isMenu ? 'A menu takes values' : 'A button takes no values');
  if (!isMenu || !values) return;
  const { min_values = 1, max_values = 1, options } = part;
  if (values.length < min_values || values.length > max_values) {
    throw new Error(`The menu takes ${min_values} to ${max_values} values`);
  }
  const unknown = values.find((value) => !options.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The menu has no option "${unknown}"`);
}
