import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { limits } from './limits.ts';
import { clip } from './text.ts';

export type ActionRow = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** A button that follows a link of ours; one per message may be the main one. */
export function button(
  label: string,
  customId: string,
  kind: 'main' | 'plain' = 'plain',
): APIButtonComponent {
  const style = kind === 'main' ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type: ComponentType.Button, style, label: clip(label, limits.label), custom_id: customId };
}

/** A button that opens a web address. */
export function webButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, limits.label), url };
}

/** Buttons in as few rows as Discord allows. */
export function buttonRows(buttons: readonly APIButtonComponent[]): ActionRow[] {
  const rows: ActionRow[] = [];
  for (let start = 0; start < buttons.length; start += limits.buttonsInRow) {
    const components = buttons.slice(start, start + limits.buttonsInRow);
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

/** One line of a menu: the value goes back to us, the label and description are shown. */
export type MenuOption = { readonly label: string; readonly value: string; readonly description?: string };

/** A menu from which one of up to 25 options is chosen; `customId` comes from a link's `choose`. */
export function menuRow(customId: string, placeholder: string, options: readonly MenuOption[]): ActionRow {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: clip(placeholder, limits.placeholder),
        options: options.map(menuOption),
      },
    ],
  };
}

function menuOption({ label, value, description }: MenuOption): APISelectMenuOption {
  const option = { label: clip(label, limits.menuText), value };
  return description ? { ...option, description: clip(description, limits.menuText) } : option;
}
