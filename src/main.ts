import { readConfig } from './config.ts';
import { StartError } from './discord/errors.ts';
import { logger } from './log.ts';
import { type Running, start } from './start.ts';

/** How long the answers under way may take once we are asked to stop, in milliseconds. */
const patience = 4500;

const read = readConfig(process.env);
if ('faults' in read) fail(read.faults.join('\n'));

const log = logger(read.config.logLevel);
const say = (line: string) => void process.stdout.write(`${line}\n`);

let running: Promise<Running>;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    setTimeout(() => process.exit(0), patience).unref();
    await running
      .then((bot) => bot.stop())
      .catch((error: Error) => log.error({ err: error }, 'stopping failed'));
    process.exit(0);
  });
}

running = start(read.config, log, say, (reason) => {
  log.fatal(`${reason}: start the bot again, and check its token and intents first`);
  process.exit(1);
});
running.catch((error: unknown) => {
  if (error instanceof StartError) fail(error.message);
  log.fatal({ err: error }, 'could not start');
  process.exit(1);
});

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
