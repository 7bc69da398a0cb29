import type { Logger } from 'pino';
import type { KnowledgeBase } from './knowledge/knowledge.ts';
import type { Reply } from './search/answer.ts';
import type { Search } from './search/search.ts';

/** Everything a handler may use; there are no other globals. */
export type Bot = {
  readonly knowledge: KnowledgeBase;
  readonly search: Search;
  readonly log: Logger;
  /** From 0 to below 1. */
  random(): number;
  now(): Date;
  readonly version: string;
  /** Where wrong answers are reported. */
  readonly reportUrl: string | undefined;
  readonly sourceUrl: string | undefined;
  /** What the operator chose that concerns privacy. */
  readonly privacy: { readonly keepsQuestions: boolean; readonly readsMentions: boolean };
  /** The ids that Discord gave our commands, by name; empty until they are registered. */
  readonly commandIds: ReadonlyMap<string, string>;
  /** Counts how a question was answered; keeps one without an answer where the operator asked for that. */
  heard(question: string, reply: Reply): void;
  /** Counts whether the answer with that key helped. */
  voted(target: string, helpful: boolean): void;
};
