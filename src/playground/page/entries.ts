import type { APIApplicationCommand, APIApplicationCommandBasicOption as Basic } from 'discord.js';

/** Something that can be typed after "/": a command, or one of its subcommands. */
export type Entry = {
  readonly path: string;
  readonly description: string;
  readonly options: readonly Basic[];
};

const chatInput = 1;
const messageMenu = 3;
const subcommand = 1;
const group = 2;

type Node = { name: string; description: string; options?: readonly (Basic | Node)[]; type?: number };

/** The slash commands with their subcommands, flat, as Discord's list shows them. */
export const entriesOf = (commands: readonly APIApplicationCommand[]): Entry[] =>
  commands
    .filter(({ type }) => type === (chatInput as typeof type))
    .flatMap((command) => flatten(command as Node, command.name))
    .sort((a, b) => a.path.localeCompare(b.path));

export const messageCommandsOf = (commands: readonly APIApplicationCommand[]): string[] =>
  commands.filter(({ type }) => type === (messageMenu as typeof type)).map(({ name }) => name);

function flatten(node: Node, path: string): Entry[] {
  const inner = (node.options ?? []).filter((option) => option.type === subcommand || option.type === group);
  if (inner.length === 0) {
    return [{ path, description: node.description, options: (node.options ?? []) as Basic[] }];
  }
  return inner.flatMap((option) => flatten(option as Node, `${path} ${option.name}`));
}

/** The entries that the typed text may mean: those that begin with it first, then those that hold it. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = typed.toLowerCase().trim();
  const rank = ({ path, description }: Entry) => {
    if (path.startsWith(wanted)) return 0;
    if (path.includes(wanted)) return 1;
    return description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return entries.filter((entry) => rank(entry) < 3).sort((a, b) => rank(a) - rank(b));
}
