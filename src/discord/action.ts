import type { Message } from './answer.ts';
import type { Call } from './command.ts';
import type { Link } from './link.ts';

/** What happens when a link is clicked, in a list where the link's values are no longer typed. */
export type AnyAction = {
  readonly link: Link<never>;
  run(values: never, call: Call): Message | Promise<Message>;
};

/** Receives the clicks of a link. */
export const action = <V>(
  link: Link<V>,
  run: (values: V, call: Call) => Message | Promise<Message>,
): AnyAction => ({ link, run }) as unknown as AnyAction;
