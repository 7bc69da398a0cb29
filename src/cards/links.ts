import { z } from 'zod';
import { link } from '../discord/link.ts';
import { areas, careerTopics, levels } from '../knowledge/schema.ts';

const id = z.string();
const page = z.coerce.number().int().min(0).max(999);

export const prices = ['free', 'paid'] as const;

/** Every link that a card can carry; the commands receive their clicks. */
export const links = {
  roadmap: link('roadmap', { career: id }),
  step: link('step', { career: id, step: id }),
  stepMore: link('step-more', { career: id, step: id, page }),
  stepProjects: link('step-projects', { step: id, page }),
  stepResources: link('step-resources', { step: id, page }),
  idea: link('idea', {
    career: id.optional(),
    level: z.enum(levels).optional(),
    area: z.enum(areas).optional(),
    skill: id.optional(),
    maxHours: z.coerce.number().int().optional(),
    /** Which of the ideas that fit; beyond the last it starts again. */
    at: page,
  }),
  ideas: link('ideas', { area: z.enum(areas).optional(), level: z.enum(levels).optional(), page }),
  project: link('project', { project: id }),
  certification: link('certification', { certification: id }),
  certifications: link('certifications', { career: id.optional(), page }),
  title: link('title', { title: id }),
  titles: link('titles', { page }),
  compare: link('compare', { title: id, with: id }),
  salary: link('salary', { country: id.optional(), title: id.optional() }),
  salaryIn: link('salary-in', { title: id, country: id }),
  career: link('career', { career: id, page: page.optional(), topic: z.enum(careerTopics) }),
  resource: link('resource', { resource: id }),
  resources: link('resources', {
    topic: id.optional(),
    level: z.enum(levels).optional(),
    price: z.enum(prices).optional(),
    page,
  }),
  term: link('term', { term: id }),
  terms: link('terms', { page }),
  help: link('help', { topic: id }),
  /** Whatever a question can be answered with, by its target's key. */
  open: link('open', { target: id }),
  vote: link('vote', { helpful: z.enum(['yes', 'no']), target: id }),
};
