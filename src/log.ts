import { type Logger, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** Logs go to stderr: JSON lines, or readable ones where it is a terminal. */
export const logger = (level: string): Logger =>
  pino(
    { level },
    process.stderr.isTTY
      ? PinoPretty({ destination: 2, sync: true, ignore: 'pid,hostname' })
      : pino.destination({ dest: 2, sync: true }),
  );
