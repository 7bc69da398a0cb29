import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIApplicationCommandBasicOption as Basic,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
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
    const fault = faultIn(option, value, world);
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

function faultIn(option: Basic, value: string | number | boolean, world: World): string | undefined {
  switch (option.type) {
    case Option.String: {
      if (typeof value !== 'string') return 'takes a text';
      if ('choices' in option && option.choices?.length) return notAmong(option.choices, value);
      const { min_length = 0, max_length = 6000 } = option;
      if (value === '') return 'must not be empty';
      if (value.length < min_length) return `takes at least ${min_length} characters`;
      if (value.length > max_length) return `takes at most ${max_length} characters`;
      return undefined;
    }
    case Option.Integer:
    case Option.Number: {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'takes a number';
      if (option.type === Option.Integer && !Number.isSafeInteger(value)) return 'takes a whole number';
      if ('choices' in option && option.choices?.length) return notAmong(option.choices, value);
      const { min_value = -Infinity, max_value = Infinity } = option;
      if (value < min_value) return `takes a number of ${min_value} or more`;
      if (value > max_value) return `takes a number of ${max_value} or less`;
      return undefined;
    }
    case Option.Boolean:
      return typeof value === 'boolean' ? undefined : 'takes true or false';
    case Option.User:
      return world.userById(String(value)) ? undefined : 'takes a member of this server';
    default:
      return `is of a type (${option.type}) that the playground cannot fill in`;
  }
}

const notAmong = (choices: readonly { value: string | number }[], value: string | number) =>
  choices.some((choice) => choice.value === value)
    ? undefined
    : `takes one of ${choices.map((choice) => choice.value).join(', ')}`;
