import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, menuRow } from '../discord/components.ts';
import { counted } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import { careerOf, projectsOf, resourcesFor, termsOf } from '../knowledge/relations.ts';
import type { Career, Step } from '../knowledge/schema.ts';
import type { Aspect } from '../search/focus.ts';
import { bulletFields, card, listCard, listFields } from './card.ts';
import { footnotes, readableHours } from './evidence.ts';
import { links } from './links.ts';
import { resourceLine, resourceRow } from './resource.ts';
import { stepLead } from './step-lead.ts';

/** A career's steps in order, with a menu to open one. */
export function roadmapCard(bot: Bot, career: Career): Message {
  const steps = career.steps.map(({ step, core }) => ({ step: entryOf(bot.knowledge, 'step', step), core }));
  const sum = (end: 'low' | 'high') =>
    steps.filter(({ core }) => core).reduce((total, { step }) => total + step.hours[end], 0);
  const first = steps[0]?.step.id ?? '';
  const lines = steps.map(
    ({ step, core }, index) =>
      `${index + 1}. **${step.title}** · ${core ? 'core' : 'optional'} · ${readableHours(step.hours)}`,
  );
  return card(bot, {
    lead: `The ${career.title} roadmap has ${counted(steps.length, 'step')}; the core ones take about ${sum('low')}–${sum('high')} hours, by our estimate.`,
    title: `Roadmap: ${career.title}`,
    description: `${career.sentence}\n\n${lines.join('\n')}\n\n-# Hours are our own estimates.`,
    menus: [
      menuRow(
        links.step.choose({ career: career.id }),
        'Open a step',
        steps.map(({ step, core }, index) => ({
          label: `${index + 1}. ${step.title}`,
          value: step.id,
          description: core ? step.sentence : `Optional. ${step.sentence}`,
        })),
      ),
    ],
    buttons: [
      button('Start with step 1', links.step.to({ career: career.id, step: first }), 'main'),
      button('Project ideas', links.idea.to({ career: career.id, at: 0 })),
      button('About this career', links.career.to({ career: career.id, topic: 'overview' })),
    ],
  });
}

/** One step of a career's roadmap: why, topics, what "done" looks like, resources and projects. */
export function stepCard(bot: Bot, career: Career, step: Step, aspect?: Aspect): Message {
  const notes = footnotes(bot.knowledge);
  const at = career.steps.findIndex((item) => item.step === step.id);
  const resources = resourcesFor(bot.knowledge, step.id);
  const projects = projectsOf(bot.knowledge, step);
  const previous = career.steps[at - 1];
  const next = at < 0 ? undefined : career.steps[at + 1];
  return card(bot, {
    lead: stepLead(bot.knowledge, career, step, aspect),
    title: step.title,
    description: `${step.sentence}\n\n${step.why}`,
    fields: [
      ...bulletFields('Topics', step.topics.map(topicLine)),
      ...bulletFields('You are done when you can …', step.done),
      ...listFields(
        'What has changed',
        step.updates.map((fact) => `- ${notes.fact(fact)}`),
      ),
      ...bulletFields('Resources', open(resources.map(resourceLine), 4)),
      ...bulletFields(
        'Projects',
        open(
          projects.map(({ title }) => title),
          4,
        ),
      ),
    ],
    notes,
    buttons: [
      ...(next ? [button('Next step', links.step.to({ career: career.id, step: next.step }), 'main')] : []),
      ...(previous
        ? [button('Previous step', links.step.to({ career: career.id, step: previous.step }))]
        : []),
      button('Whole roadmap', links.roadmap.to({ career: career.id })),
      ...(projects.length > 0
        ? [button('Projects for this step', links.stepProjects.to({ step: step.id, page: 0 }))]
        : []),
      ...(resources.length > 0
        ? [button('All its resources', links.stepResources.to({ step: step.id, page: 0 }))]
        : []),
      button('Mistakes and words', links.stepMore.to({ career: career.id, step: step.id, page: 0 })),
    ],
  });
}

/** The rest of a step: common mistakes, and the words that come up in it, to be looked up. */
export function stepMoreCard(bot: Bot, career: Career, step: Step, page: number): Message {
  return listCard(bot, {
    lead: `What goes wrong in ${step.title}, and the words that come up there.`,
    title: `${step.title}: mistakes and words`,
    introduction: `**Common mistakes**\n${step.mistakes.map((mistake) => `- ${mistake}`).join('\n')}\n\n**Words**`,
    rows: termsOf(bot.knowledge, step).map(({ id, title }) => ({ id, title })),
    page,
    placeholder: 'Look up a word',
    menu: links.term.choose({}),
    pageLink: (other) => links.stepMore.to({ career: career.id, step: step.id, page: other }),
    buttons: [button('Back to the step', links.step.to({ career: career.id, step: step.id }), 'main')],
  });
}

/** The project ideas that practise a step. */
export function stepProjectsCard(bot: Bot, step: Step, page: number): Message {
  const projects = projectsOf(bot.knowledge, step);
  return listCard(bot, {
    lead: `${counted(projects.length, 'project idea practises', 'project ideas practise')} ${step.title}, easy ones first.`,
    title: `Projects for ${step.title}`,
    rows: projects.map(({ id, title, level, hours }) => ({
      id,
      title,
      detail: `${level} · ${readableHours(hours)}`,
    })),
    page,
    placeholder: 'Open a project idea',
    menu: links.project.choose({}),
    pageLink: (other) => links.stepProjects.to({ step: step.id, page: other }),
    buttons: [backTo(bot, step)],
  });
}

/** Everything to learn a step from, free things first. */
export function stepResourcesCard(bot: Bot, step: Step, page: number): Message {
  const resources = resourcesFor(bot.knowledge, step.id);
  return listCard(bot, {
    lead: `${counted(resources.length, 'resource teaches', 'resources teach')} ${step.title}, free ones first.`,
    title: `Resources for ${step.title}`,
    rows: resources.map(resourceRow),
    page,
    placeholder: 'Open a resource',
    menu: links.resource.choose({}),
    pageLink: (other) => links.stepResources.to({ step: step.id, page: other }),
    buttons: [backTo(bot, step)],
  });
}

const backTo = ({ knowledge }: Bot, step: Step) =>
  button('Back to the step', links.step.to({ career: careerOf(knowledge, step).id, step: step.id }));

const topicLine = ({ name, parts, core, note }: Step['topics'][number]) =>
  [`**${name}**${core ? '' : ' (optional)'}`, parts.join(', '), note].filter(Boolean).join(': ');

/** The first items of an open list, and how many more there are. */
const open = (lines: readonly string[], most: number) =>
  lines.length <= most ? lines : [...lines.slice(0, most), `…and ${lines.length - most} more`];
