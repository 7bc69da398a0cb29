import { mkdirSync } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { StartError } from './discord/errors.ts';

/** Keeps a question that got no answer, with the reason; nothing about who asked. */
type KeepQuestion = (question: string, reason: string, now: Date) => void;

/** The most of a question that is kept, in characters, and of all of them, in bytes. */
const most = { question: 500, file: 10_000_000 } as const;

/**
 * Keeps questions in the file `path`, a line of JSON each, for the authors of the content; a full file takes no more.
 *
 * @throws StartError when its folder cannot be made
 */
export function questionFile(path: string, log: Logger): KeepQuestion {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new StartError(`KEEP_QUESTIONS needs the folder ${dirname(path)}: ${(error as Error).message}`);
  }
  const keep = async (line: string) => {
    const size = await stat(path).then(
      (file) => file.size,
      () => 0,
    );
    if (size < most.file) await appendFile(path, line);
  };
  return (question, reason, now) => {
    const line = JSON.stringify({
      time: now.toISOString(),
      reason,
      question: question.slice(0, most.question),
    });
    keep(`${line}\n`).catch((error: Error) =>
      log.error({ reason: error.message }, 'a question could not be kept'),
    );
  };
}
