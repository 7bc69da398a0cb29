import type { APIInteraction, APIInteractionResponse, APIMessage } from 'discord.js';
import type { DiscordFault } from './faults.ts';
import type { Upload } from './messages.ts';

/** How the bot answered: what was sent to it, its answer as it came, and what became of it. */
export type Outcome = {
  readonly interaction: APIInteraction;
  readonly response: APIInteractionResponse;
  readonly files: readonly Upload[];
  /** The message that the answer made or changed, as it was then. */
  readonly message?: APIMessage;
  /** The address at which the bot reached this server. */
  readonly origin: string;
  /** Milliseconds from the sending of the interaction to the arrival of the answer. */
  readonly took: number;
};

/** Thrown when no valid answer came in time; Discord's client says "The application did not respond". */
export class NoAnswer extends Error {
  readonly interaction: APIInteraction;
  /** Why the last answer that came was refused, if one came. */
  readonly refusal: DiscordFault | undefined;

  constructor(interaction: APIInteraction, refusal: DiscordFault | undefined) {
    const why = refusal && `: its answer was refused: ${JSON.stringify(refusal)}`;
    super(`The application did not respond${why ?? ''}`);
    this.interaction = interaction;
    this.refusal = refusal;
  }
}
