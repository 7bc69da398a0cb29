import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIApplicationCommandBasicOption as Basic,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import { optionFault } from './option-check.ts';
import type { World } from './world.ts';

/** What a person typed: options by name; a member's id for a user option. */
export type Given = Readonly<Record<string, string | number | boolean>>;

/** An option in an interaction's payload. */
export type SentOption = {
  name: string;
  type: Option;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
};

/** A command with the subcommand that was chosen: its own options, and the way to wrap what is sent. */
export type Chosen = {
  readonly options: readonly Basic[];
  wrap(sent: SentOption[]): SentOption[];
};

/** The subcommand that `path` names (nothing for a command without any), or an error that says which there are. */
export function chosen(command: APIApplicationCommand, path: readonly string[]): Chosen {
  let options: readonly APIApplicationCommandOption[] = command.options ?? [];
  let wrap = (sent: SentOption[]): SentOption[] => sent;
  const rest = [...path];
  while (options.some(isNesting)) {
    const name = rest.shift();
    const next = options.filter(isNesting).find((option) => option.name === name);
    if (!next) {
      throw new Error(
        `/${command.name} needs a subcommand: ${options.map((option) => option.name).join(', ')}`,
      );
    }
    const outer = wrap;
    wrap = (sent) => outer([{ name: next.name, type: next.type, options: sent }]);
    options = next.options ?? [];
  }
  if (rest.length) throw new Error(`/${command.name} has no subcommand "${rest.join(' ')}"`);
  return { options: options as readonly Basic[], wrap };
}

const isNesting = (option: APIApplicationCommandOption) =>
  option.type === Option.Subcommand || option.type === Option.SubcommandGroup;

/** Checks the options as Discord's client does before it sends them, or throws what the client would say. */
export function checkOptions(options: readonly Basic[], given: Given, world: World): SentOption[] {
  for (const name of Object.keys(given)) known(options, name);
  for (const { name, required } of options) {
    if (required && given[name] === undefined) throw new Error(`The option "${name}" is required`);
  }
  return Object.entries(given).map(([name, value]) => {
    const option = known(options, name);
    const fault = optionFault(option, value, (id) => world.userById(id) !== undefined);
    if (fault) throw new Error(`The option "${name}" ${fault}`);
    return { name, type: option.type, value };
  });
}

/** The option of that name, or an error that says which there are. */
export function known(options: readonly Basic[], name: string): Basic {
  const option = options.find((one) => one.name === name);
  if (option) return option;
  const list = options.map((one) => one.name).join(', ') || 'none';
  throw new Error(`There is no option "${name}"; there are: ${list}`);
}
