import { mkdirSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';

/** Keeps a question that got no answer, with the reason; nothing about who asked. */
export type KeepQuestion = (question: string, reason: string, now: Date) => void;

/** Keeps questions in the file `path`, a line of JSON each, for the authors of the content. */
export function questionFile(path: string, log: Logger): KeepQuestion {
  mkdirSync(dirname(path), { recursive: true });
  return (question, reason, now) => {
    const line = `${JSON.stringify({ time: now.toISOString(), reason, question })}\n`;
    appendFile(path, line).catch((error: Error) =>
      log.error({ reason: error.message }, 'a question could not be kept'),
    );
  };
}
