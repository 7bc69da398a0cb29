import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Target, targetOf } from '../knowledge/target.ts';
import { classifierOf } from './classifier.ts';
import { embeddingOf } from './embedding.ts';
import { contradict, entityNames, type Particulars, particulars } from './entity-names.ts';
import { type Features, featuresOfQuestion, featuresWith } from './features.ts';
import { nameOf, topicOf } from './labels.ts';
import { meaningsWith, wordsWithMeaning } from './meanings.ts';
import { phrasingsOf } from './phrasings.ts';
import { spelling } from './spelling.ts';
import { vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** A target with how much a question looks like the ways to ask for it. */
export type Scored = { readonly target: Target; readonly score: number };

/** What tells whether the best target answers a question. */
export type Signs = {
  /** How much more the best target has than the next, and than the best of what is not answered. */
  readonly lead: number;
  readonly margin: number;
  /** The same for the topic of the best target and that of what is not answered. */
  readonly topicMargin: number;
};

/** A question, judged. */
export type Judged = {
  /** What it may most likely ask for, best first. */
  readonly ranked: readonly Scored[];
  /** What it looks like of that which is not answered: a key of phrasings, and its score. */
  readonly refusal: { readonly key: string; readonly score: number };
  readonly signs: Signs;
  /** The meanings that were found in it. */
  readonly meanings: readonly string[];
};

/**
 * How much the topic counts beside the target itself, for more is known of how people ask for it; and how much nearness in
 * the embedding counts.
 */
const shares = { topic: 0.3, nearness: 0.04 };

/** What is left of a score when the entry is about another role, place, exam, level or age than the question names. */
const contradicted = 0.8;

/** So many targets are ranked, and as many of what is not answered. */
const mostRanked = 10;

/** So much of a question is read, in characters. */
const mostCharacters = 2000;

export type Judge = (question: string) => Judged;

/** So many phrasings are read between two pauses, which takes some milliseconds. */
const readAtOnce = 500;

/**
 * Learns from a knowledge base how its entries are asked for: some seconds of work, with pauses in which others can have
 * their turn.
 */
export function* learning(knowledge: KnowledgeBase): Generator<undefined, Judge> {
  const names = [...entityNames(knowledge)];
  const meaningsIn = meaningsWith(names);
  const known = vocabulary();
  const featuresOf = featuresWith(meaningsIn, known);
  const phrasings: { readonly key: string; readonly words: readonly string[] }[] = [];
  for (const { key, words } of phrasingsOf(knowledge)) {
    phrasings.push({ key, words: wordsOf(words) });
    if (phrasings.length % readAtOnce === 0) yield;
  }
  const spelt = spelling(timesOf(phrasings.map(({ words }) => words)), wordsWithMeaning(names));
  yield;
  const texts: Features[] = [];
  for (const { words } of phrasings) {
    texts.push(featuresOf(words.map(spelt)));
    if (texts.length % readAtOnce === 0) yield;
  }
  known.close();
  const entries = classifierOf(
    texts,
    phrasings.map(({ key }) => key),
    known.size(),
  );
  yield;
  const topics = entries.grouped((key) => topicOf(knowledge, key));
  yield;
  const embedding = yield* embeddingOf(texts, entries.owners, entries.labels.length, known.size());
  const labels: Label[] = entries.labels.map((key, label) => ({
    label,
    key,
    topic: topics.labels.indexOf(topicOf(knowledge, key)),
    about: particulars(meaningsIn(wordsOf(nameOf(knowledge, key)))),
  }));
  const answered = labels.flatMap((label) => {
    const target = targetOf(knowledge, label.key);
    return target ? [{ ...label, target }] : [];
  });
  const refused = labels.filter(({ key }) => !targetOf(knowledge, key));
  const read = (text: string) => wordsOf(text).map(spelt);

  return (question) => {
    const text = question.slice(0, mostCharacters);
    const meanings = meaningsIn(read(text));
    const asked = particulars(meanings);
    const features = featuresOfQuestion(text, read, featuresOf);
    const likeness: Likeness = {
      asked,
      entries: entries.scores(features),
      topics: topics.scores(features),
      nearnessTo: embedding(features),
    };
    const ranked = rank(answered, likeness);
    const refusals = rank(refused, likeness);
    const [best, next] = ranked;
    const [refusal] = refusals;
    return {
      ranked,
      refusal: refusal ?? { key: '', score: 0 },
      meanings,
      signs: {
        lead: (best?.score ?? 0) - (next?.score ?? 0),
        margin: (best?.score ?? 0) - (refusal?.score ?? 0),
        topicMargin: (best?.topicScore ?? 0) - Math.max(0, ...refusals.map(({ topicScore }) => topicScore)),
      },
    };
  };
}

/** What a label is known by: its number, its key, the number of its topic, and what its name tells that excludes others. */
type Label = {
  readonly label: number;
  readonly key: string;
  readonly topic: number;
  readonly about: Particulars;
};

/** How much a question looks like each label and each topic, and what it tells that excludes others. */
type Likeness = {
  readonly asked: Particulars;
  readonly entries: Float32Array;
  readonly topics: Float32Array;
  nearnessTo(label: number): number;
};

/** The labels that a question looks most like, best first; nearness tells apart those that the rest has found. */
function rank<L extends Label>(labels: readonly L[], { asked, entries, topics, nearnessTo }: Likeness) {
  const scored = labels.map((each) => {
    const topicScore = topics[each.topic] ?? 0;
    const trust = contradict(each.about, asked) ? contradicted : 1;
    return {
      ...each,
      topicScore,
      score: trust * ((entries[each.label] ?? 0) + shares.topic * topicScore),
    };
  });
  return highest(scored, mostRanked)
    .map((each) => ({ ...each, score: each.score + shares.nearness * nearnessTo(each.label) }))
    .sort((one, other) => other.score - one.score);
}

/** The `most` with the highest scores, best first; to sort all of them takes longer than to score them. */
function highest<S extends { readonly score: number }>(scored: readonly S[], most: number): S[] {
  const first: S[] = [];
  for (const each of scored) {
    if (first.length === most && each.score <= (first.at(-1)?.score ?? 0)) continue;
    const place = first.findIndex(({ score }) => score < each.score);
    first.splice(place < 0 ? first.length : place, 0, each);
    if (first.length > most) first.pop();
  }
  return first;
}

/** How often each word stands in texts. */
function timesOf(texts: readonly (readonly string[])[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) for (const word of text) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
