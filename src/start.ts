import { readFileSync } from 'node:fs';
import { InteractionType } from 'discord.js';
import type { Logger } from 'pino';
import { ask } from '../commands/ask.ts';
import { commands } from '../commands/index.ts';
import type { Bot } from './bot.ts';
import type { Config } from './config.ts';
import { StartError } from './discord/errors.ts';
import { mentionAnswers } from './discord/mentions.ts';
import { type Respond, responder } from './discord/respond.ts';
import { type OpenDoor, prepareDoor } from './doors.ts';
import { formatFault } from './knowledge/files.ts';
import type { KnowledgeBase } from './knowledge/knowledge.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { watchKnowledge } from './knowledge/reload.ts';
import { type Metrics, metrics } from './metrics.ts';
import { questionFile } from './questions.ts';
import { stillThere } from './search/answer.ts';
import { searchOf } from './search/search.ts';
import { listen, webServer } from './web.ts';

/** A bot that runs. */
export type Running = {
  /** Where its web server listens, like http://127.0.0.1:8787. */
  readonly address: string;
  /** Takes no more interactions, answers those under way, and ends everything. */
  stop(): Promise<void>;
};

/**
 * Puts the parts together and opens the configured door.
 *
 * @param say - takes the plain lines for people
 * @param lost - told why, when Discord has ended the connection for good
 * @throws StartError with one sentence, or with every fault of the knowledge base on a line of its own
 */
export async function start(
  config: Config,
  log: Logger,
  say: (line: string) => void,
  lost: (reason: string) => void = () => {},
): Promise<Running> {
  const loaded = loadKnowledge(config.dataDir);
  if (!loaded.ok) throw new StartError(loaded.faults.map(formatFault).join('\n'));

  let door: OpenDoor | undefined;
  let { knowledge } = loaded;
  let search = searchOf(knowledge);
  let learned = search;
  // Learning takes longer than Discord waits for an answer, so what was learned before answers until it is done.
  const takeOver = async (edited: KnowledgeBase) => {
    const next = searchOf(edited);
    knowledge = edited;
    search = { ...next, reply: (question) => stillThere(edited, learned.reply(question)) };
    log.info('the knowledge base was reloaded');
    door?.knowledgeReloaded?.();
    await next.prepare();
    if (knowledge !== edited) return;
    search = next;
    learned = next;
    log.info('how its entries are asked for was learned');
  };
  const watching = await watchKnowledge(config.dataDir, loaded, {
    reloaded(edited) {
      takeOver(edited).catch((error: Error) => log.error({ err: error }, 'the edit could not be learned'));
    },
    faults(faults) {
      for (const fault of faults) log.error(formatFault(fault));
      log.error({ faults: faults.length }, 'the edit is not taken over: the knowledge base stays as it was');
      door?.knowledgeFaults?.(faults);
    },
  });

  const counted = metrics();
  const keep = config.keepQuestions ? questionFile('var/questions.jsonl', log) : undefined;
  const project = projectInfo();
  const bot = (): Bot => ({
    knowledge,
    search,
    log,
    random: Math.random,
    now: () => new Date(),
    version: project.version,
    reportUrl: config.reportUrl ?? project.bugs?.url,
    sourceUrl: project.homepage,
    privacy: {
      keepsQuestions: config.keepQuestions,
      readsMentions: config.door !== 'http' && config.answerMentions,
    },
    commandIds: door?.commandIds ?? new Map(),
    heard(question, reply) {
      const reason = reply.kind === 'decline' ? reply.reason : '';
      counted.asked(reply.kind, reason);
      if (worthKeeping.includes(reason)) keep?.(question, reason, new Date());
    },
    voted: counted.voted,
  });

  const app = webServer(log, counted, () => door?.isReady() ?? false);
  const stop = async () => {
    await door?.close();
    await app.close();
    await watching.close();
  };
  try {
    const respond = timed(responder(commands, bot), counted);
    const answerMessage = mentionAnswers((question) => ask(question, bot()));
    const prepared = await prepareDoor(config, { app, commands, respond, answerMessage, log, say, lost });
    const address = await listen(app, config.host, config.port);
    // Discord waits three seconds for an answer, so the bot comes online when it can give any.
    await search.prepare();
    door = await prepared.open(address);
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `respond`, with the time of each answer counted. */
function timed(respond: Respond, counted: Metrics): Respond {
  return async (interaction) => {
    const started = performance.now();
    const answer = await respond(interaction);
    counted.answered(InteractionType[interaction.type] ?? 'other', (performance.now() - started) / 1000);
    return answer;
  };
}

/** The reasons for which content may be missing; for the others nobody will write any. */
const worthKeeping = ['unknown', 'off-topic', 'live-local-facts', 'other-career'];

type ProjectInfo = {
  readonly version: string;
  readonly homepage?: string;
  readonly bugs?: { readonly url?: string };
};

const projectInfo = (): ProjectInfo =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as ProjectInfo;
