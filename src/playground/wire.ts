import type { APIApplicationCommand, APIInteraction, APIMessage, APIUser } from 'discord.js';
import type { Fault } from '../knowledge/files.ts';
import type { Choice } from './callback-form.ts';

// What the page and its server say to each other. Types only: the page's bundle takes nothing of the server along.

type Given = Readonly<Record<string, string | number | boolean>>;

/** What a tab asks, each with a number that its reply carries. */
export type Ask =
  | { readonly type: 'hello'; readonly member?: string | undefined }
  | { readonly type: 'run'; readonly name: string; readonly options: Given }
  | {
      readonly type: 'complete';
      readonly name: string;
      readonly options: Given;
      readonly option: string;
      readonly typed: string;
    }
  | {
      readonly type: 'click';
      readonly message: string;
      readonly customId: string;
      readonly values?: readonly string[] | undefined;
    }
  | { readonly type: 'messageCommand'; readonly name: string; readonly message: string }
  | { readonly type: 'say'; readonly content: string }
  | { readonly type: 'inspect'; readonly message: string };

/** What each kind of question is answered with. */
export type Replies = {
  hello: Welcome;
  run: Done;
  complete: readonly Choice[];
  click: Done;
  messageCommand: Done;
  say: { readonly heard: boolean };
  inspect: Inspection;
};

/** Where an answer is to be seen; nothing when it made no message. */
export type Done = { readonly message?: string | undefined };

/** Everything that a tab needs to show the channel as its member sees it. */
export type Welcome = {
  readonly you: string;
  readonly members: readonly APIUser[];
  readonly bot: APIUser;
  readonly guild: string;
  readonly channel: string;
  readonly online: boolean;
  readonly commands: readonly APIApplicationCommand[];
  readonly messages: readonly APIMessage[];
  readonly faults: readonly Fault[];
};

/** The exchange that made a message what it is; sizes of files in bytes, `took` in milliseconds. */
export type Inspection = {
  readonly interaction: APIInteraction;
  readonly response: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly took: number;
};

/** What the server tells of its own accord. */
export type News =
  | { readonly type: 'message' | 'edit'; readonly message: APIMessage }
  | { readonly type: 'delete'; readonly message: string }
  | { readonly type: 'commands'; readonly commands: readonly APIApplicationCommand[] }
  | { readonly type: 'bot'; readonly online: boolean }
  | { readonly type: 'reloaded'; readonly changed: readonly string[] }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] };

export type ToServer = Ask & { readonly id: number };
export type ToPage =
  | News
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refused'; readonly id: number; readonly reason: string };
