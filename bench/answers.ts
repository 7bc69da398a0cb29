/**
 * How well questions are answered: `npm run bench:answers`, or with a file of one's own:
 * `npm run bench:answers -- --file questions.jsonl`. Of our own questions, weights and thresholds are chosen on `tuning`,
 * and `held-out` is only reported, beside the baselines; `--show` prints the replies that differ from the labels.
 */
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { targetKey } from '../src/knowledge/target.ts';
import { answering } from '../src/search/answer.ts';
import { fuseRanking, miniSearchRanking, type Ranking } from './baselines.ts';
import { answers, type Question, readQuestions } from './questions.ts';

/** What one way of answering made of a question: the kind of reply, and the targets in order. */
type Outcome = { readonly kind: string; readonly keys: readonly string[] };
type Way = { readonly name: string; ask(question: string): Outcome };

/** An answer tells itself and two others (src/cards/replies.ts). */
const mostTold = 3;

const { values } = parseArgs({
  options: { file: { type: 'string' }, show: { type: 'boolean', default: false } },
});
const print = (line: string) => process.stdout.write(`${line}\n`);

const loaded = loadKnowledge('data');
if (!loaded.ok) throw new Error('data/ has faults; see npm run knowledge');
const ours = answering(loaded.knowledge);
await ours.prepare();

const ways: Way[] = [
  {
    name: 'signpost',
    ask(question) {
      const reply = ours.reply(question);
      if (reply.kind !== 'answer') return { kind: reply.kind, keys: [] };
      return { kind: 'answer', keys: [targetKey(reply.target), ...reply.others.map(targetKey)] };
    },
  },
  always('minisearch', miniSearchRanking(loaded.knowledge)),
  always('fuse.js', fuseRanking(loaded.knowledge)),
];

/** A baseline answers whenever it finds anything, for neither has a notion of having nothing. */
function always(name: string, rank: Ranking): Way {
  return {
    name,
    ask(question) {
      const keys = rank(question);
      return { kind: keys.length > 0 ? 'answer' : 'decline', keys };
    },
  };
}

const files = values.file
  ? [values.file]
  : ['bench/questions/tuning.jsonl', 'bench/questions/held-out.jsonl'];
for (const file of files) {
  const questions = readQuestions(file);
  print(`\n${file}: ${questions.length} questions`);
  print('                answered     told declined    wrong    hit@1     MRR   p50 ms  p99 ms');
  // The baselines take minutes, so they stand beside the questions that count.
  const compared = file.includes('tuning') ? ways.slice(0, 1) : ways;
  for (const way of compared) print(report(way, questions));
  if (values.show || values.file) show(questions);
}

/**
 * `answered`: of the questions that have an answer, the share that got a right one (for questions without labelled
 * entries: any). `told`: those that got one in words, be it as what they may also have meant. `declined`: of the others,
 * the share that got their kind of reply, where a menu may stand for a decline. `wrong`: of all questions, those answered
 * beside the point.
 */
function report({ name, ask }: Way, questions: readonly Question[]): string {
  const times: number[] = [];
  const outcomes = questions.map((question) => {
    const started = performance.now();
    const outcome = ask(question.q);
    times.push(performance.now() - started);
    return { question, outcome };
  });
  const answerable = outcomes.filter(({ question }) => question.kind === 'answer');
  const others = outcomes.filter(({ question }) => question.kind !== 'answer');
  const right = answerable.filter(isRight);
  const told = answerable.filter(({ question, outcome }) => {
    const rank = rankOf(question, outcome);
    return outcome.kind === 'answer' && rank > 0 && rank <= mostTold;
  });
  const declined = others.filter(({ question, outcome }) => refuses(question, outcome));
  const wrong = outcomes.filter((each) => each.outcome.kind === 'answer' && !isRight(each));
  const ranks = answerable.map(({ question, outcome }) => rankOf(question, outcome));
  const mrr = ranks.reduce((sum, rank) => sum + (rank ? 1 / rank : 0), 0) / answerable.length;
  const hit = ranks.filter((rank) => rank === 1).length / answerable.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
  return [
    name.padEnd(14),
    percent(right.length / answerable.length),
    percent(told.length / answerable.length),
    percent(declined.length / Math.max(1, others.length)),
    percent(wrong.length / outcomes.length),
    percent(hit),
    mrr.toFixed(2).padStart(8),
    at(0.5),
    at(0.99),
  ].join('');
}

type Asked = { readonly question: Question; readonly outcome: Outcome };

function isRight({ question, outcome }: Asked): boolean {
  if (question.kind !== 'answer' || outcome.kind !== 'answer') return false;
  return question.entries === undefined || rankOf(question, outcome) === 1;
}

/** The place of the first right target, counted from 1; 0 when there is none. */
function rankOf({ entries }: Question, { keys }: Outcome): number {
  if (entries === undefined) return keys.length > 0 ? 1 : 0;
  return keys.findIndex((key) => entries.some((entry) => answers(key, entry))) + 1;
}

function refuses({ kind }: Question, outcome: Outcome): boolean {
  if (kind === 'care') return outcome.kind === 'care';
  return outcome.kind === 'decline' || outcome.kind === 'menu';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`.padStart(9);
}

/** The replies of our own way, to be read: every one of a file from elsewhere, else the ones that differ from the label. */
function show(questions: readonly Question[]): void {
  const [way] = ways;
  for (const question of questions) {
    const outcome = way?.ask(question.q) ?? { kind: '', keys: [] };
    const right = question.kind === 'answer' ? isRight({ question, outcome }) : refuses(question, outcome);
    if (right && !values.file) continue;
    print(`${right ? ' ' : '✗'} [${question.kind}, ${question.topic}] ${question.q}`);
    print(`    ${outcome.kind} ${outcome.keys.join(' ')}`);
  }
}
