import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge.ts';
import { careerOf } from '../knowledge/relations.ts';
import type { Target } from '../knowledge/target.ts';
import type { Focus } from '../search/focus.ts';
import { careerCard, facetName } from './career.ts';
import { certificationCard, certificationsCard } from './certification.ts';
import { faqCard } from './faq.ts';
import { compareCard, titleCard } from './job-title.ts';
import { areaTitles, ideasCard, projectCard } from './project.ts';
import { resourceCard } from './resource.ts';
import { roadmapCard, stepCard } from './roadmap.ts';
import { payCard } from './salary.ts';
import { termCard } from './term.ts';

/** The card of whatever a question can be answered with; its first sentence says what was asked for. */
export function targetCard(bot: Bot, target: Target, focus: Focus = {}): Message {
  const { knowledge } = bot;
  switch (target.kind) {
    case 'faq':
      return faqCard(bot, entryOf(knowledge, 'faq', target.id));
    case 'step': {
      const step = entryOf(knowledge, 'step', target.id);
      const preferred = focus.career === undefined ? undefined : knowledge.career.get(focus.career);
      return stepCard(bot, careerOf(knowledge, step, preferred), step, focus.aspect);
    }
    case 'term':
      return termCard(bot, entryOf(knowledge, 'term', target.id));
    case 'title':
      return titleCard(bot, entryOf(knowledge, 'title', target.id), focus.aspect);
    case 'certification':
      return certificationCard(bot, entryOf(knowledge, 'certification', target.id), focus.aspect);
    case 'certifications':
      return certificationsCard(bot, undefined, 0);
    case 'resource':
      return resourceCard(bot, entryOf(knowledge, 'resource', target.id), focus.aspect);
    case 'project':
      return projectCard(bot, entryOf(knowledge, 'project', target.id));
    case 'idea':
      return ideasCard(bot, target);
    case 'roadmap':
      return roadmapCard(bot, entryOf(knowledge, 'career', target.career));
    case 'career':
      return careerCard(bot, entryOf(knowledge, 'career', target.career), target.topic);
    case 'compare':
      return compareCard(
        bot,
        entryOf(knowledge, 'title', target.title),
        entryOf(knowledge, 'title', target.with),
      );
    case 'salary': {
      const title = target.title === undefined ? undefined : entryOf(knowledge, 'title', target.title);
      const country =
        target.country === undefined ? undefined : entryOf(knowledge, 'country', target.country);
      return payCard(bot, title, country);
    }
  }
}

/** A target in a few words, for a button. */
export function targetTitle(knowledge: KnowledgeBase, target: Target): string {
  switch (target.kind) {
    case 'roadmap':
      return `Roadmap: ${entryOf(knowledge, 'career', target.career).title}`;
    case 'career':
      return `${entryOf(knowledge, 'career', target.career).title}: ${facetName(target.topic).toLowerCase()}`;
    case 'compare':
      return `${entryOf(knowledge, 'title', target.title).title} or ${entryOf(knowledge, 'title', target.with).title}`;
    case 'salary': {
      const title = target.title && entryOf(knowledge, 'title', target.title).title;
      const country = target.country && entryOf(knowledge, 'country', target.country).title;
      return `Salary: ${[title, country].filter(Boolean).join(', ') || 'all titles'}`;
    }
    case 'idea':
      return ['Project ideas', target.area && areaTitles[target.area], target.level]
        .filter(Boolean)
        .join(', ');
    case 'certifications':
      return 'All certifications';
    case 'step':
      return `Step: ${entryOf(knowledge, 'step', target.id).title}`;
    default:
      return entryOf(knowledge, target.kind, target.id).title;
  }
}
