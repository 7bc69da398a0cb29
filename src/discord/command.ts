import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import type { AnyAction } from './action.ts';
import type { Choice, Message } from './answer.ts';

type Awaitable<T> = T | Promise<T>;
type Named = { readonly name: string; readonly description: string };

/** The options a command may declare, in Discord's own JSON. */
export type ValueOption = Named & { readonly required?: boolean } & (
    | {
        readonly type: ApplicationCommandOptionType.String;
        readonly autocomplete?: boolean;
        readonly choices?: readonly { readonly name: string; readonly value: string }[];
        readonly min_length?: number;
        readonly max_length?: number;
      }
    | {
        readonly type: ApplicationCommandOptionType.Integer;
        readonly min_value?: number;
        readonly max_value?: number;
      }
    | { readonly type: ApplicationCommandOptionType.Boolean | ApplicationCommandOptionType.User }
  );

/** A slash command's declaration, in Discord's own JSON. */
export type CommandData = Named & {
  readonly options?: readonly ValueOption[];
  readonly default_member_permissions?: string;
  readonly contexts?: readonly InteractionContextType[];
  readonly integration_types?: readonly ApplicationIntegrationType[];
};

type OptionIn<D extends CommandData> = D extends { readonly options: readonly (infer O)[] } ? O : never;
type ValueOf<O> = O extends { readonly choices: readonly { readonly value: infer V }[] }
  ? V
  : O extends { readonly type: ApplicationCommandOptionType.Integer }
    ? number
    : O extends { readonly type: ApplicationCommandOptionType.Boolean }
      ? boolean
      : string;

type NameOf<O> = O extends { readonly name: infer N extends string } ? N : never;

/** The values of a command's options, as its declaration says: required or optional, a choice as a union. */
export type OptionsOf<D extends CommandData> = {
  readonly [O in OptionIn<D> as O extends { readonly required: true } ? NameOf<O> : never]: ValueOf<O>;
} & {
  readonly [O in OptionIn<D> as O extends { readonly required: true } ? never : NameOf<O>]?: ValueOf<O>;
};

/** The names of the options that complete while typing. */
export type CompletedOptionOf<D extends CommandData> = NameOf<
  Extract<OptionIn<D>, { readonly autocomplete: true }>
>;

/** What a handler may use: the bot, who asks, and the interaction itself. */
export type Call = Bot & {
  readonly user: APIUser;
  readonly interaction:
    | APIApplicationCommandInteraction
    | APIApplicationCommandAutocompleteInteraction
    | APIMessageComponentInteraction;
};

/** What a command does in a message's "Apps" menu; only the person who chose it sees the answer. */
export type MessageMenu = {
  readonly name: string;
  run(message: APIMessage, call: Call): Awaitable<Message>;
};

/** A command: its declaration, its work, its completion, and what happens when its links are clicked. */
export type Command<D extends CommandData> = {
  readonly data: D;
  run(options: OptionsOf<D>, call: Call): Awaitable<Message>;
  readonly complete: {
    readonly [O in CompletedOptionOf<D>]: (
      typed: string,
      others: Partial<OptionsOf<D>>,
      call: Call,
    ) => Awaitable<readonly Choice[]>;
  };
  readonly actions?: readonly AnyAction[];
  readonly menu?: MessageMenu;
};

/** A command in a list, where its options' types are no longer known. */
export type AnyCommand = {
  readonly data: CommandData;
  run(options: never, call: Call): Awaitable<Message>;
  readonly complete: Readonly<
    Record<string, (typed: string, others: never, call: Call) => Awaitable<readonly Choice[]>>
  >;
  readonly actions?: readonly AnyAction[];
  readonly menu?: MessageMenu;
};

/** Where a command can be used unless it says otherwise: in servers and by users, in every kind of channel. */
const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
} as const;

/** Declares a command; the types of its options and completers follow from `data`. */
export const command = <const D extends CommandData>(definition: Command<D>): AnyCommand => ({
  ...(definition as unknown as AnyCommand),
  data: { ...everywhere, ...definition.data },
});

/** What is registered at Discord for the commands: each, and its place in the message menu where it has one. */
export const declarationsOf = (commands: readonly AnyCommand[]): object[] =>
  commands.flatMap(({ data, menu }) =>
    menu ? [data, { ...everywhere, type: ApplicationCommandType.Message, name: menu.name }] : [data],
  );

/** Options that several commands share; `respond` applies them. */
export const audience = [
  { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see the answer' },
  {
    type: ApplicationCommandOptionType.User,
    name: 'for',
    description: 'Answer for this person, who is notified',
  },
] as const satisfies readonly ValueOption[];

/** For commands whose answer nobody needs to be pointed to. */
export const privateOption = audience[0];
