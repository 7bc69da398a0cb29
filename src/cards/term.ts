import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, menuRow } from '../discord/components.ts';
import { beginningOf, counted } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import { careerOf } from '../knowledge/relations.ts';
import type { Term } from '../knowledge/schema.ts';
import { bulletFields, card, listCard } from './card.ts';
import { links } from './links.ts';

/** What a word means, an example, where it comes up, and its relatives. */
export function termCard(bot: Bot, term: Term): Message {
  const steps = term.steps.map((id) => entryOf(bot.knowledge, 'step', id));
  const related = term.related.map((id) => entryOf(bot.knowledge, 'term', id));
  return card(bot, {
    lead: `${term.title}: ${beginningOf(term.meaning)}`,
    title: term.title,
    description: term.meaning,
    fields: [
      { name: 'For example', value: term.example },
      ...bulletFields(
        'Comes up in',
        steps.map(({ title }) => title),
      ),
    ],
    menus:
      related.length > 0
        ? [
            menuRow(
              links.term.choose({}),
              'Related words',
              related.map(({ id, title }) => ({ label: title, value: id })),
            ),
          ]
        : [],
    buttons: [
      ...steps
        .slice(0, 2)
        .map((step) =>
          button(
            `Step: ${step.title}`,
            links.step.to({ career: careerOf(bot.knowledge, step).id, step: step.id }),
          ),
        ),
      button('All words', links.terms.to({ page: 0 })),
    ],
  });
}

/** The whole glossary from A to Z. */
export function termsCard(bot: Bot, page: number): Message {
  const all = [...bot.knowledge.term.values()].sort((a, b) =>
    a.title.localeCompare(b.title, 'en', { sensitivity: 'base' }),
  );
  return listCard(bot, {
    lead: `The glossary has ${counted(all.length, 'word')}, from A to Z; choose one to read what it means.`,
    title: 'Glossary',
    rows: all.map(({ id, title }) => ({ id, title })),
    page,
    placeholder: 'Look up a word',
    menu: links.term.choose({}),
    pageLink: (other) => links.terms.to({ page: other }),
  });
}
