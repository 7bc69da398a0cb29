import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is counted, for Prometheus; nothing in it is about a person. */
export type Metrics = {
  /** Counts an interaction and how long its answer took, in seconds. */
  answered(kind: string, seconds: number): void;
  /** Counts how a question was answered: "answer", "menu", "care", or "decline" with its reason. */
  asked(kind: string, reason: string): void;
  voted(target: string, helpful: boolean): void;
  /** Everything in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
};

export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const interactions = new Histogram({
    name: 'signpost_interaction_seconds',
    help: 'Time from an interaction to its answer',
    labelNames: ['kind'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 3],
    registers,
  });
  const questions = new Counter({
    name: 'signpost_questions_total',
    help: 'Questions by how they were answered',
    labelNames: ['kind', 'reason'],
    registers,
  });
  const votes = new Counter({
    name: 'signpost_votes_total',
    help: 'Clicks on Helpful and Not helpful',
    labelNames: ['target', 'helpful'],
    registers,
  });
  return {
    answered: (kind, seconds) => interactions.observe({ kind }, seconds),
    asked: (kind, reason) => questions.inc({ kind, reason }),
    voted: (target, helpful) => votes.inc({ target, helpful: String(helpful) }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
