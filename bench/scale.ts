/**
 * How fast questions are answered, at today's base and at one of 10,000 questions more, beside minisearch with its
 * defaults over the same base: `npm run bench:scale`.
 */
import type { KnowledgeBase } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { type Faq, kinds } from '../src/knowledge/schema.ts';
import { answering } from '../src/search/answer.ts';
import { miniSearchRanking } from './baselines.ts';
import { readQuestions } from './questions.ts';

const loaded = loadKnowledge('data');
if (!loaded.ok) throw new Error('data/ has faults; see npm run knowledge');

const questions = ['tuning', 'held-out'].flatMap((half) =>
  readQuestions(`bench/questions/${half}.jsonl`).map(({ q }) => q),
);
const print = (line: string) => process.stdout.write(`${line}\n`);

print('entries    way            build ms   p50 ms   p99 ms   MB');
for (const knowledge of [loaded.knowledge, enlarged(loaded.knowledge, 10_000)]) {
  const entries = String(kinds.reduce((sum, kind) => sum + knowledge[kind].size, 0)).padEnd(11);
  print(entries + measured('signpost', () => prepared(knowledge)));
  print(entries + measured('minisearch', () => miniSearchRanking(knowledge)));
}

function prepared(knowledge: KnowledgeBase) {
  const { reply, judge } = answering(knowledge);
  // The first question waits until all is learned.
  judge('');
  return reply;
}

function measured(name: string, build: () => (question: string) => unknown): string {
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const ask = build();
  const built = performance.now() - started;
  const memory = (process.memoryUsage().heapUsed - before) / 1e6;
  // The first round lets the compiler warm up; the second is measured.
  for (const question of questions) ask(question);
  const times = questions.map((question) => {
    const asked = performance.now();
    ask(question);
    return performance.now() - asked;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(9);
  return `${name.padEnd(14)}${built.toFixed(0).padStart(9)}${at(0.5)}${at(0.99)}${memory.toFixed(0).padStart(5)}`;
}

/** The base with so many questions more, each made of the words of two that are there, and a word of its own. */
function enlarged(knowledge: KnowledgeBase, more: number): KnowledgeBase {
  const faqs = [...knowledge.faq.values()];
  const waysOf = ({ id }: Faq) => knowledge.phrasings.get(`faq/${id}`) ?? [];
  const faq = new Map(knowledge.faq);
  const phrasings = new Map(knowledge.phrasings);
  for (let index = 0; index < more; index += 1) {
    const [a, b] = [faqs[index % faqs.length] as Faq, faqs[(index * 7 + 3) % faqs.length] as Faq];
    const id = `made-${index}`;
    const own = waysOf(a)
      .slice(0, 3)
      .map((way, at) => `${way} topic${index} ${waysOf(b)[at] ?? b.title}`);
    faq.set(id, { ...a, id, title: `${a.title} topic${index}` });
    phrasings.set(`faq/${id}`, own);
  }
  return { ...knowledge, faq, phrasings };
}
