/**
 * What an entry of each kind holds. The YAML under `data/` is checked against these schemas, the editors'
 * JSON Schemas are made from them, and every type of the knowledge base is inferred from them.
 */
import { z } from 'zod';
import { nearest } from './nearest.ts';

/** The kinds of entries, in the order in which they are presented. */
export const kinds = [
  'career',
  'step',
  'project',
  'certification',
  'title',
  'country',
  'resource',
  'term',
  'faq',
  'skill',
  'source',
] as const;
export type Kind = (typeof kinds)[number];

/** A schema registered here holds the id of an entry of that kind; `'any'` holds `kind/id`. */
export const references = z.registry<{ kind: Kind | 'any' }>();

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An entry's id: the name in its file, in links and in custom_ids, hence short. */
export const id = z
  .string()
  .max(40)
  .regex(idPattern, 'an id is made of a–z, 0–9 and single hyphens, like "machine-learning"');

/** The lengths that keep every link of a button within Discord's 100 characters. */
export const idLengths: Partial<Record<Kind, number>> = { career: 28, step: 28, skill: 24 };

const reference = (kind: Kind) => {
  const schema = z.string().regex(idPattern, `the id of a ${kind}, made of a–z, 0–9 and hyphens`);
  references.add(schema, { kind });
  return schema;
};

const anyReference = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9-]+$/, 'a kind and an id, like "step/mathematics"')
  .describe('Another entry, as kind/id: step/mathematics, career/data-analyst, term/overfitting');
references.add(anyReference, { kind: 'any' });

/** A mapping in which an unknown key is a fault that names the key it was probably meant to be. */
function entry<S extends z.ZodRawShape>(shape: S) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return (issue.keys as string[])
        .map((key) => {
          const meant = nearest(key, known);
          return `unknown key "${key}"${meant ? `: did you mean "${meant}"?` : `; known keys: ${known.join(', ')}`}`;
        })
        .join('; ');
    },
  });
}

const line = z.string().trim().min(1).max(120);
const sentence = z.string().trim().min(10).max(260);
const paragraph = z.string().trim().min(20).max(900);
const item = z.string().trim().min(2).max(240);
const items = (min: number, max: number) => z.array(item).min(min).max(max);
const aliases = z.array(line).default([]).describe('Other names people type for it');
const address = z.url({ protocol: /^https?$/, error: 'a whole address that starts with https://' }).max(400);
const date = z
  .string({ error: 'a date in quotes: "2026", "2026-11" or "2026-11-22"' })
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a date is written "2026", "2026-11" or "2026-11-22"',
  );

/**
 * How well a statement is supported. `official`: the page itself, or a stored copy of it, was read. `agreed`:
 * independent sources agree. `single`: one secondary source. `claim`: the article says so and no source was found.
 */
export const grades = ['official', 'agreed', 'single', 'claim'] as const;
const evidence = {
  sources: z.array(reference('source')).min(1).max(4).describe('Where it was read: ids of data/sources/'),
  asOf: date.describe('The day, month or year for which it holds'),
  grade: z
    .enum(grades)
    .describe('official, agreed, single (one secondary source) or claim (the article says so)'),
};
const figure = <V extends z.ZodType>(value: V) => entry({ value, ...evidence });
const fact = entry({ text: z.string().trim().min(10).max(500), ...evidence });
const hours = entry({ low: z.int().min(1).max(2000), high: z.int().min(1).max(2000) })
  .refine(({ low, high }) => low <= high, 'low must not be above high')
  .describe('Hours, always our own estimate');

export const levels = ['beginner', 'intermediate', 'advanced'] as const;
const level = z.enum(levels);
/** Areas of project ideas; each is a file under data/projects/. */
export const areas = [
  'tabular',
  'nlp',
  'computer-vision',
  'time-series',
  'recommender',
  'reinforcement',
  'generative',
  'mlops',
  'data-engineering',
  'analytics',
  'audio',
] as const;

/** The facets of a career, in the order in which they are offered. */
export const careerTopics = [
  'overview',
  'duties',
  'first-roles',
  'companies',
  'freelance',
  'differences',
  'outlook',
  'tips',
] as const;
export type CareerTopic = (typeof careerTopics)[number];

const career = entry({
  title: line,
  aliases,
  sentence: sentence.describe('What the role is, in one sentence'),
  overview: paragraph,
  uses: items(1, 12).describe('What the work is used for'),
  duties: items(3, 12),
  steps: z
    .array(entry({ step: reference('step'), core: z.boolean() }))
    .min(8)
    .max(14)
    .describe('The roadmap in order; core: false for optional'),
  firstRoles: z
    .array(entry({ title: reference('title'), note: sentence }))
    .min(2)
    .max(8),
  companies: z
    .array(entry({ name: line, place: line, note: sentence, fact: fact.optional() }))
    .min(3)
    .max(24),
  freelance: z
    .array(
      entry({
        name: line,
        known: z.array(fact).max(3).default([]),
        unknown: sentence.describe('What we could not find out'),
      }),
    )
    .min(1)
    .max(8),
  differences: z
    .array(entry({ career: reference('career'), text: item }))
    .min(2)
    .max(7),
  outlook: entry({
    areas: z
      .array(entry({ title: line, text: item }))
      .max(8)
      .default([])
      .describe('Fields the work is expected to grow in'),
    for: z.array(fact).min(1).max(6),
    against: z.array(fact).min(1).max(6),
  }),
  tips: z
    .array(entry({ text: item, fact: fact.optional() }))
    .min(3)
    .max(8),
});

const step = entry({
  title: line,
  aliases,
  sentence: sentence.describe('What the step is, in one sentence'),
  why: paragraph,
  topics: z
    .array(
      entry({
        name: line,
        parts: z.array(line).max(12).default([]),
        core: z.boolean().default(true),
        note: item.optional(),
      }),
    )
    .min(2)
    .max(14),
  done: items(3, 5).describe('You are done when you can …: things one can check'),
  hours,
  skills: z.array(reference('skill')).max(14).default([]).describe('Skills that the step teaches'),
  mistakes: items(1, 5),
  updates: z.array(fact).max(6).default([]).describe('What time has changed: names, tools, places'),
});

const project = entry({
  title: line,
  aliases,
  level,
  hours,
  careers: z.array(reference('career')).min(1),
  steps: z.array(reference('step')).min(1).max(6).describe('Steps of the roadmap that it practises'),
  brief: paragraph,
  skills: z.array(reference('skill')).min(2).max(8),
  data: z
    .array(
      entry({
        name: line,
        address,
        licence: item.describe('What its licence allows, or that we found none'),
      }),
    )
    .min(1)
    .max(3),
  milestones: items(3, 6),
  stretch: item,
  present: item.describe('How to show it to others'),
});

const certification = entry({
  title: line,
  aliases,
  provider: line,
  code: line.optional(),
  level: z.enum(['foundational', 'associate', 'professional', 'specialty', 'course']),
  kind: z.enum(['exam', 'course']),
  careers: z.array(reference('career')).min(1),
  summary: paragraph,
  status: figure(z.enum(['active', 'beta', 'retired', 'superseded'])),
  statusNote: item.optional().describe('When and how the status changed'),
  replacedBy: z.array(reference('certification')).max(4).default([]),
  cost: figure(z.number().min(0))
    .optional()
    .describe('US list price in USD; left out when no source was found'),
  costNote: item.optional(),
  minutes: figure(z.int().min(1)).optional(),
  questions: figure(line).optional(),
  validity: figure(line).optional(),
  prerequisites: figure(item).optional(),
  page: address.describe('The official page'),
  worthIt: item.describe('Worth it when …'),
});

const title = entry({
  title: line,
  aliases,
  career: reference('career').optional().describe('The career whose roadmap leads to it'),
  entryLevel: z.boolean().default(false),
  sentence,
  does: paragraph,
  requirements: items(2, 8),
  skills: z.array(reference('skill')).min(3).max(16),
  differs: item.describe('What sets it apart from its neighbours'),
  progression: fact,
  synonyms: z.array(line).max(10).default([]).describe('Names for it in job adverts'),
  facts: z.array(fact).max(5).default([]),
});

const amount = z.number().positive().optional();
const country = entry({
  title: line,
  aliases,
  cities: z.array(line).default([]).describe('Places that people name when they mean this country'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, like USD'),
  caveat: paragraph.describe('Shown with every band of this country'),
  bands: z
    .array(
      entry({
        title: reference('title'),
        scope: line.describe('Whom it covers: experience, place, kind of employer'),
        measure: z
          .enum(['base', 'total', 'ctc'])
          .describe('base pay, total compensation, or Indian cost to company'),
        per: z.enum(['year', 'hour']).default('year'),
        low: amount,
        p10: amount,
        p25: amount,
        p50: amount,
        mean: amount,
        p75: amount,
        p90: amount,
        high: amount,
        note: item.optional(),
        ...evidence,
      }),
    )
    .min(1),
});

const resource = entry({
  title: line,
  aliases,
  author: line.describe('Author or provider'),
  price: z.enum(['free', 'paid', 'mixed']).describe('mixed: free in part'),
  level,
  format: z.enum(['course', 'book', 'video', 'text', 'exercises', 'documentation', 'tool', 'site']),
  address,
  covers: sentence,
  steps: z.array(reference('step')).min(1).max(8).describe('Steps of the roadmap that it serves'),
  hours: figure(line).optional().describe('Only where a source says so'),
  stale: entry({ since: date, why: item }).optional(),
  sources: z.array(reference('source')).max(3).default([]),
});

const term = entry({
  title: line,
  aliases,
  meaning: paragraph.describe('Three sentences for a beginner'),
  example: item,
  steps: z.array(reference('step')).max(6).default([]).describe('Where it comes up in the roadmaps'),
  related: z.array(reference('term')).max(6).default([]),
});

const faq = entry({
  title: line.describe('The question'),
  answer: paragraph.describe('Two to five sentences'),
  evidence: entry(evidence).optional(),
  next: z.array(anyReference).min(1).max(4).describe('What to look at next'),
});

const skill = entry({ title: line, aliases });

const source = entry({
  title: line,
  aliases: z.array(line).default([]),
  publisher: line,
  address: address.optional().describe('Left out only when it has none'),
  published: date.optional(),
  checked: date.describe('The day we read it'),
  read: z
    .enum(['original', 'copy', 'quoted'])
    .describe('The page itself or its repository, a stored copy of it, or a note that quotes it'),
});

/** The schema of one entry of each kind, without its id (its file's name, or its key in the file). */
export const schemas = {
  career,
  step,
  project,
  certification,
  title,
  country,
  resource,
  term,
  faq,
  skill,
  source,
} satisfies Record<Kind, z.ZodType>;

type WithId<S extends z.ZodType> = Readonly<z.output<S>> & { readonly id: string };
export type Career = WithId<typeof career>;
export type Step = WithId<typeof step>;
export type Project = WithId<typeof project> & { readonly group: Area };
export type Certification = WithId<typeof certification>;
export type JobTitle = WithId<typeof title>;
export type Country = WithId<typeof country>;
export type Band = Country['bands'][number];
export type Resource = WithId<typeof resource> & { readonly group: string };
export type Term = WithId<typeof term>;
export type Faq = WithId<typeof faq> & { readonly group: string };
export type Skill = WithId<typeof skill>;
export type Source = WithId<typeof source>;

export type Level = (typeof levels)[number];
export type Area = (typeof areas)[number];
export type Grade = (typeof grades)[number];
export type Evidence = { readonly sources: readonly string[]; readonly asOf: string; readonly grade: Grade };
export type Fact = z.output<typeof fact>;
export type Hours = z.output<typeof hours>;
