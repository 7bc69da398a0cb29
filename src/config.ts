import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const snowflake = z.string().regex(/^\d{15,21}$/, 'must be an id of Discord, 15 to 21 digits');
const url = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .max(512);
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
const loopback = ['127.0.0.1', 'localhost', '::1'];

const variables = z.object({
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_DOOR: z.enum(['gateway', 'http']).default('gateway'),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits')
    .optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_DEV_GUILD: snowflake.optional(),
  DISCORD_API_URL: url.default('https://discord.com/api').transform((text) => text.replace(/\/+$/, '')),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8787),
  DATA_DIR: z.string().default('data'),
  ANSWER_MENTIONS: flag,
  KEEP_QUESTIONS: flag,
  REPORT_URL: url.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The names of all variables, for the tests of the documents. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

type Common = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly reportUrl: string | undefined;
  readonly logLevel: string;
  readonly keepQuestions: boolean;
};

/** How the bot is reached, and what that needs. */
export type Door =
  | { readonly door: 'playground'; readonly answerMentions: boolean }
  | {
      readonly door: 'gateway';
      /** Whether mentions and direct messages are answered, which costs two intents. */
      readonly answerMentions: boolean;
      readonly token: string;
      readonly apiUrl: string;
      readonly devGuild: string | undefined;
    }
  | {
      readonly door: 'http';
      readonly publicKey: string;
      /** Without it the endpoint serves, but commands are not registered. */
      readonly token: string | undefined;
      readonly applicationId: string | undefined;
      readonly apiUrl: string;
      readonly devGuild: string | undefined;
    };

export type Config = Common & Door;

/**
 * Reads the configuration from environment variables; an empty one counts as unset.
 *
 * @returns the configuration, or every fault as a line that names its variable
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly string[] } {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = variables.safeParse(Object.fromEntries(set.map(([name, value]) => [name, value?.trim()])));
  if (!parsed.success) {
    return { faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  }
  const env = parsed.data;
  const door = doorOf(env);
  const faults = doorFaults(env, door);
  if (faults.length > 0) return { faults };
  const common: Common = {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    reportUrl: env.REPORT_URL,
    logLevel: env.LOG_LEVEL,
    keepQuestions: env.KEEP_QUESTIONS,
  };
  return { config: { ...common, ...door } };
}

type Variables = z.output<typeof variables>;

function doorOf(env: Variables): Door {
  const shared = { apiUrl: env.DISCORD_API_URL, devGuild: env.DISCORD_DEV_GUILD };
  if (env.DISCORD_DOOR === 'http') {
    return {
      door: 'http',
      publicKey: env.DISCORD_PUBLIC_KEY ?? '',
      token: env.DISCORD_TOKEN,
      applicationId: env.DISCORD_APPLICATION_ID,
      ...shared,
    };
  }
  const answerMentions = env.ANSWER_MENTIONS;
  return env.DISCORD_TOKEN
    ? { door: 'gateway', token: env.DISCORD_TOKEN, answerMentions, ...shared }
    : { door: 'playground', answerMentions };
}

function doorFaults(env: Variables, { door }: Door): string[] {
  const faults: string[] = [];
  if (door === 'http' && !env.DISCORD_PUBLIC_KEY) {
    faults.push(
      'DISCORD_PUBLIC_KEY: is needed with DISCORD_DOOR=http; copy it from your application’s page at Discord',
    );
  }
  if (door === 'http' && env.ANSWER_MENTIONS) {
    faults.push(
      'ANSWER_MENTIONS: messages come through the gateway only; set DISCORD_DOOR=gateway, or leave it out',
    );
  }
  if (door === 'playground' && !loopback.includes(env.HOST)) {
    faults.push(
      `HOST: the playground is for this machine alone: use ${loopback.join(', ')}, or set DISCORD_TOKEN to run the bot`,
    );
  }
  return faults;
}
