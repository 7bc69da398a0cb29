import type { APIApplicationCommand, APIMessage } from 'discord.js';
import type { Choice } from './callback-form.ts';
import type { Sockets } from './loopback.ts';
import type { Stored } from './messages.ts';
import type { Given } from './options.ts';
import type { Outcome } from './outcome.ts';
import type { Refreshed } from './refresh.ts';
import type { Member, World } from './world.ts';

/** Something that happened and that a page may want to show. */
export type DiscordEvent =
  | { readonly type: 'message' | 'edit' | 'delete'; readonly stored: Stored }
  | { readonly type: 'answer'; readonly outcome: Outcome }
  | { readonly type: 'commands' }
  | { readonly type: 'bot'; readonly online: boolean };

/** Who acts, by id: the first member when absent; `direct`: in direct messages with the bot. */
export type Actor = { readonly user?: string; readonly direct?: boolean };

/** A Discord of one server on loopback, to which the real discord.js client connects. */
export type LocalDiscord = {
  readonly token: string;
  readonly applicationId: string;
  readonly guild: World['guild'];
  readonly channel: World['channel'];
  readonly bot: World['bot'];
  readonly members: readonly Member[];
  /** Fulfilled once a bot has identified. */
  readonly ready: Promise<void>;
  isOnline(): boolean;
  /** Whether a bot is connected that reads plain messages of the server. */
  hears(): boolean;
  /** All registered commands, global ones first. */
  commands(): readonly APIApplicationCommand[];
  /** The commands that Discord's client offers to the member there. */
  commandsFor(actor?: Actor): readonly APIApplicationCommand[];
  /** Runs a slash command, "name" or "name subcommand"; rejects with NoAnswer, or with what the client would say. */
  run(asked: Actor & { name: string; options?: Given }): Promise<Outcome>;
  /** Asks the bot for the choices of an option in which `typed` stands so far. */
  complete(
    asked: Actor & { name: string; options?: Given; option: string; typed: string },
  ): Promise<Choice[]>;
  /** Clicks a button, or chooses `values` in a menu, of a message that the member sees. */
  click(asked: Actor & { message: string; customId: string; values?: readonly string[] }): Promise<Outcome>;
  /** Runs a command of a message's "Apps" menu. */
  messageCommand(asked: Actor & { name: string; message: string }): Promise<Outcome>;
  /** Writes a plain message; the bot hears of it if its intents ask for that. */
  say(asked: Actor & { content: string }): APIMessage;
  /** The messages that a member sees, or all of them, oldest first. */
  messages(viewer?: string): readonly Stored[];
  /** Asks the bot anew for the answer that a message shows, and puts it in place where it differs. */
  refresh(message: string, may?: (command: string) => boolean): Promise<Refreshed>;
  /** Calls `listener` for everything that happens, until the returned function is called. */
  on(listener: (event: DiscordEvent) => void): () => void;
  /** Troubles that a gateway makes: a cut connection, a request to reconnect, sessions declared void. */
  readonly trouble: { drop(): void; reconnect(): void; invalidate(): void };
  close(): void;
};

/** Times in milliseconds. */
export type LocalDiscordOptions = {
  readonly token?: string;
  readonly applicationId?: string;
  readonly name?: string;
  readonly answerWithin?: number;
  readonly tokensLast?: number;
  readonly heartbeatEvery?: number;
  readonly resumableFor?: number;
  /** Where WebSocket addresses are opened; given when the caller opens some of its own. */
  readonly sockets?: Sockets;
};
