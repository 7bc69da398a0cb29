import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button } from '../discord/components.ts';
import { counted } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import { careerOf } from '../knowledge/relations.ts';
import type { Area, Level, Project } from '../knowledge/schema.ts';
import { bulletFields, card, listCard, listFields } from './card.ts';
import { readableHours } from './evidence.ts';
import { links } from './links.ts';

/** Areas of project ideas in words. */
export const areaTitles = {
  tabular: 'Tabular data',
  nlp: 'Language (NLP)',
  'computer-vision': 'Computer vision',
  'time-series': 'Time series',
  recommender: 'Recommenders',
  reinforcement: 'Reinforcement learning',
  generative: 'Generative AI and RAG',
  mlops: 'MLOps',
  'data-engineering': 'Data engineering',
  analytics: 'Analytics',
  audio: 'Audio',
} as const;

/** The project ideas in an area, of a level, or all of them. */
export function ideasCard(
  bot: Bot,
  { area, level, page = 0 }: { area?: Area; level?: Level; page?: number },
): Message {
  const found = [...bot.knowledge.project.values()].filter(
    (project) =>
      (area === undefined || project.group === area) && (level === undefined || project.level === level),
  );
  const kind = [level, area && areaTitles[area]].filter(Boolean).join(', ');
  return listCard(bot, {
    lead: `I have ${counted(found.length, 'project idea')}${kind ? ` (${kind})` : ''}; choose one to see its data and milestones.`,
    title: kind ? `Project ideas: ${kind}` : 'Project ideas',
    rows: found.map((project) => ({
      id: project.id,
      title: project.title,
      detail: `${project.level} · ${readableHours(project.hours)}`,
    })),
    page,
    placeholder: 'Open a project idea',
    menu: links.project.choose({}),
    pageLink: (other) => links.ideas.to({ area, level, page: other }),
    buttons: [button('Pick one for me', links.idea.to({ area, level, at: 0 }), 'main')],
  });
}

/**
 * One project idea.
 *
 * @param another - where "Another idea" leads; undefined when this is the only one that fits
 */
export function projectCard(
  bot: Bot,
  project: Project,
  { lead, another }: { lead?: string; another?: string } = {},
): Message {
  const skills = project.skills.map((id) => entryOf(bot.knowledge, 'skill', id).title);
  const step = entryOf(bot.knowledge, 'step', project.steps[0] ?? '');
  const hours = readableHours(project.hours);
  return card(bot, {
    lead: lead ?? `${project.title} is a project for ${project.level} level, about ${hours} by our estimate.`,
    title: project.title,
    description: `${project.brief}\n\n-# ${areaTitles[project.group]} · ${project.level} · ${hours} (our estimate)`,
    fields: [
      { name: 'Skills', value: skills.join(', ') },
      ...listFields(
        'Data',
        project.data.map(({ name, address, licence }) => `- [${name}](${address}): ${licence}`),
      ),
      ...listFields(
        'Milestones',
        project.milestones.map((milestone, index) => `${index + 1}. ${milestone}`),
      ),
      { name: 'Stretch goal', value: project.stretch },
      { name: 'How to show it', value: project.present },
      ...bulletFields(
        'Practises',
        project.steps.map((id) => entryOf(bot.knowledge, 'step', id).title),
      ),
    ],
    buttons: [
      ...(another === undefined ? [] : [button('Another idea', another, 'main')]),
      button(
        `Step: ${step.title}`,
        links.step.to({ career: careerOf(bot.knowledge, step).id, step: step.id }),
      ),
    ],
  });
}
