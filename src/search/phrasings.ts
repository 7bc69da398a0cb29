import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Area, areas, type Career, type CareerTopic, levels } from '../knowledge/schema.ts';
import type { Target } from './target.ts';

/** A way to ask for something, in words. */
export type Phrasing = { readonly words: string; readonly target: Target };

/** Where x is a name of the entry; an empty pattern is the bare name. */
const patterns = {
  roadmap: ['become x', 'x roadmap', 'start career as x', 'path to x', 'how to get into x from scratch'],
  title: [
    'x skills need',
    'what skills does x need',
    'x job title requirements',
    'x promotion seniority',
    'what is x',
  ],
  step: [
    '',
    'learn x',
    'x step',
    'how long does x take',
    'what to learn in x',
    'x topics',
    'need x',
    'start with x',
  ],
  term: ['', 'what is x', 'x meaning', 'explain x in simple words'],
  certification: [
    '',
    'x certificate',
    'x price',
    'x worth it',
    'x still available retired',
    'x expire valid',
    'x exam questions minutes',
  ],
  resource: ['', 'x course', 'is x free', 'x worth it', 'x book'],
  project: ['x project', 'x', 'build x project idea'],
} as const;

const careerPatterns: Record<CareerTopic, readonly string[]> = {
  overview: ['what is x', 'x overview'],
  duties: ['x day to day', 'what does x do', 'what x actually do at work', 'x responsibilities duties'],
  'first-roles': ['first job towards x', 'entry level roles to become x', 'junior x positions'],
  companies: ['companies that hire x', 'which company hire x', 'top companies x'],
  freelance: ['freelance x', 'remote freelance x platforms'],
  differences: ['how does x differ from neighbours', 'x compared with other roles'],
  outlook: [
    'future of x',
    'x outlook',
    'demand for x',
    'x job market growth',
    'is x saturated',
    'will ai replace x',
  ],
  tips: ['tips for x', 'succeed as x'],
};

/** What people call an area of projects. */
const areaNames: Record<Area, readonly string[]> = {
  tabular: ['tabular data', 'tables', 'classification', 'regression'],
  nlp: ['nlp', 'text', 'natural language processing'],
  'computer-vision': ['computer vision', 'image', 'cv', 'photos'],
  'time-series': ['time series', 'forecasting'],
  recommender: ['recommender', 'recommendation system'],
  reinforcement: ['reinforcement learning', 'rl', 'game playing'],
  generative: ['generative ai', 'rag', 'agent', 'chatbot'],
  mlops: ['mlops', 'deployment'],
  'data-engineering': ['data engineering', 'data pipeline', 'etl'],
  analytics: ['analytics', 'dashboard', 'data analyst'],
  audio: ['audio', 'speech', 'sound', 'music'],
};

/** Every way to ask that the knowledge base holds or implies. */
export function* phrasingsOf(knowledge: KnowledgeBase): Generator<Phrasing> {
  for (const { id, title, aliases } of knowledge.faq.values()) {
    for (const words of [title, ...aliases]) yield { words, target: { kind: 'faq', id } };
  }
  for (const career of knowledge.career.values()) yield* ofCareer(career);
  for (const kind of ['title', 'step', 'term', 'certification', 'resource', 'project'] as const) {
    for (const { id, title, aliases } of knowledge[kind].values()) {
      yield* named([title, ...aliases], patterns[kind], { kind, id });
    }
  }
  yield* ofSteps(knowledge);
  yield* ofProjects(knowledge);
  yield* ofSalaries(knowledge);
  yield* ofPairs(knowledge);
  yield { words: 'list of certificates', target: { kind: 'certifications' } };
  yield { words: 'which certificate', target: { kind: 'certifications' } };
}

function* named(names: readonly string[], ways: readonly string[], target: Target): Generator<Phrasing> {
  for (const name of names) {
    for (const way of ways) yield { words: way === '' ? name : way.replace(/\bx\b/, name), target };
  }
}

/** Other names of a career are understood as its title already, so the title is enough. */
function* ofCareer({ id, title, freelance, companies }: Career): Generator<Phrasing> {
  yield* named([title], patterns.roadmap, { kind: 'roadmap', career: id });
  for (const [topic, ways] of Object.entries(careerPatterns) as [CareerTopic, readonly string[]][]) {
    yield* named([title], ways, { kind: 'career', career: id, topic });
  }
  for (const { name } of freelance) {
    yield {
      words: `${name} for freelance ${title}`,
      target: { kind: 'career', career: id, topic: 'freelance' },
    };
  }
  for (const { name } of companies) {
    yield {
      words: `${name} company hiring ${title}`,
      target: { kind: 'career', career: id, topic: 'companies' },
    };
  }
}

/** What comes after a step, and before it. */
function* ofSteps(knowledge: KnowledgeBase): Generator<Phrasing> {
  const told = new Set<string>();
  for (const { steps } of knowledge.career.values()) {
    for (const [index, { step }] of steps.entries()) {
      const [before, after] = [steps[index - 1]?.step, steps[index + 1]?.step];
      const entry = knowledge.step.get(step);
      if (!entry || told.has(step)) continue;
      told.add(step);
      for (const name of [entry.title, ...entry.aliases]) {
        if (after) yield { words: `what next after that ${name}`, target: { kind: 'step', id: after } };
        if (before)
          yield { words: `prerequisite needed before ${name}`, target: { kind: 'step', id: before } };
      }
    }
  }
}

function* ofProjects(knowledge: KnowledgeBase): Generator<Phrasing> {
  for (const { id, data } of knowledge.project.values()) {
    for (const { name } of data) yield { words: `data set ${name}`, target: { kind: 'project', id } };
  }
  for (const area of areas) {
    for (const name of areaNames[area]) {
      yield { words: `${name} project idea`, target: { kind: 'idea', area } };
      for (const level of levels)
        yield { words: `${level} ${name} project`, target: { kind: 'idea', area, level } };
    }
  }
  for (const level of levels) yield { words: `${level} project ideas`, target: { kind: 'idea', level } };
}

function* ofSalaries(knowledge: KnowledgeBase): Generator<Phrasing> {
  for (const country of knowledge.country.values()) {
    yield { words: `salary in ${country.title}`, target: { kind: 'salary', country: country.id } };
    for (const id of new Set(country.bands.map((band) => band.title))) {
      const title = knowledge.title.get(id)?.title ?? id;
      yield {
        words: `${title} salary in ${country.title}`,
        target: { kind: 'salary', title: id, country: country.id },
      };
      yield { words: `${title} salary`, target: { kind: 'salary', title: id } };
    }
  }
}

function* ofPairs(knowledge: KnowledgeBase): Generator<Phrasing> {
  const titles = [...knowledge.title.values()];
  for (const [index, a] of titles.entries()) {
    for (const b of titles.slice(index + 1)) {
      yield {
        words: `difference ${a.title} ${b.title}`,
        target: { kind: 'compare', title: a.id, with: b.id },
      };
    }
  }
}
