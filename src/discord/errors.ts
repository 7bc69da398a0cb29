import type { ActionRow } from './components.ts';

/** Something that the person can put right: its message is shown to them alone, word for word. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Buttons that lead on, like "Did you mean …". */
  readonly components: readonly ActionRow[];

  constructor(message: string, components: readonly ActionRow[] = []) {
    super(message);
    this.components = components;
  }
}

/** Something that the operator can put right at start: one sentence that says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
