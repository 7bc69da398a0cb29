import type { APIEmbedField } from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, menuRow } from '../discord/components.ts';
import { beginningOf, listed } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import { type Career, type CareerTopic, careerTopics, type Fact } from '../knowledge/schema.ts';
import { bulletFields, card, listFields, pagesOf } from './card.ts';
import { type Footnotes, footnotes, remarkOn } from './evidence.ts';
import { links } from './links.ts';

type Facet = { readonly lead: string; readonly description?: string; readonly fields?: APIEmbedField[] };

/** What each facet shows, and its name in the menu. */
const facets: Record<CareerTopic, { name: string; show(career: Career, notes: Footnotes, bot: Bot): Facet }> =
  {
    overview: {
      name: 'Overview',
      show: (career) => ({
        lead: career.sentence,
        description: career.overview,
        fields: bulletFields('What it is used for', career.uses),
      }),
    },
    duties: {
      name: 'Duties',
      show: (career) => ({
        lead: `${career.title} at work: ${career.duties.slice(0, 2).join('; ')}.`,
        fields: bulletFields('Duties', career.duties),
      }),
    },
    'first-roles': {
      name: 'First roles',
      show: (career, _notes, { knowledge }) => ({
        lead: `First roles on the way to ${career.title}: ${listed(career.firstRoles.map(({ title }) => entryOf(knowledge, 'title', title).title))}.`,
        fields: bulletFields(
          'Roles to start in',
          career.firstRoles.map(
            ({ title, note }) => `**${entryOf(knowledge, 'title', title).title}**: ${note}`,
          ),
        ),
      }),
    },
    companies: {
      name: 'Companies',
      show: (career, notes) => ({
        lead: `Among those who employ people as ${career.title} are ${listed(career.companies.slice(0, 4).map(({ name }) => name))}; the list says who they are, not who is hiring today.`,
        fields: places(career).flatMap((place) =>
          bulletFields(
            place,
            career.companies
              .filter((company) => company.place === place)
              .map(({ name, note, fact }) => `**${name}**: ${note}${fact ? ` ${notes.fact(fact)}` : ''}`),
          ),
        ),
      }),
    },
    freelance: {
      name: 'Freelance and remote',
      show: (career, notes) => ({
        lead: `Freelance work as ${career.title} is found on ${listed(career.freelance.map(({ name }) => name))}; the card says what is known of each, and what is not.`,
        fields: career.freelance.flatMap(({ name, known, unknown }) =>
          listFields(name, [...known.map((fact) => `- ${notes.fact(fact)}`), `- Not known: ${unknown}`]),
        ),
      }),
    },
    differences: {
      name: 'Differences',
      show: (career, _notes, { knowledge }) => ({
        lead: `How ${career.title} differs from its neighbours: ${career.differences[0]?.text}`,
        fields: career.differences.map(({ career: other, text }) => ({
          name: `From ${entryOf(knowledge, 'career', other).title}`,
          value: text,
        })),
      }),
    },
    outlook: {
      name: 'Outlook',
      show: (career, notes) => ({
        lead: `Outlook for ${career.title}, both sides. ${sides(career)}`,
        fields: [
          ...listFields(
            'Reasons for hope',
            career.outlook.for.map((fact) => `- ${notes.fact(fact)}`),
          ),
          ...listFields(
            'Reasons for care',
            career.outlook.against.map((fact) => `- ${notes.fact(fact)}`),
          ),
          ...bulletFields(
            'Where it may grow',
            career.outlook.areas.map(({ title, text }) => `**${title}**: ${text}`),
          ),
        ],
      }),
    },
    tips: {
      name: 'Tips',
      show: (career, notes) => ({
        lead: `A first tip for ${career.title}: ${career.tips[0]?.text}`,
        fields: bulletFields(
          'Tips',
          career.tips.map(({ text, fact }) => `${text}${fact ? ` ${notes.fact(fact)}` : ''}`),
        ),
      }),
    },
  };

/** The first reason for hope and the first for care, each in a sentence or two. */
function sides({ outlook }: Career): string {
  const told = (name: string, [fact]: readonly Fact[]) =>
    fact ? `${name}: ${beginningOf(fact.text)} (${remarkOn(fact)})` : '';
  return [told('Hope', outlook.for), told('Care', outlook.against)].join(' ');
}

/** A facet's name in the menu. */
export const facetName = (topic: CareerTopic) => facets[topic].name;

/** One facet of a career, in pages where it is long, with a menu to see another. */
export function careerCard(bot: Bot, career: Career, topic: CareerTopic, page = 0): Message {
  const notes = footnotes(bot.knowledge);
  const { name, show } = facets[topic];
  const { fields = [], ...facet } = show(career, notes, bot);
  const pages = pagesOf(fields);
  const current = Math.min(page, pages.length - 1);
  const turn = (to: number) => links.career.to({ career: career.id, page: to, topic });
  return card(bot, {
    title: `${career.title}: ${name.toLowerCase()}${pages.length > 1 ? ` (page ${current + 1} of ${pages.length})` : ''}`,
    ...facet,
    fields: pages[current] ?? [],
    notes,
    menus: [
      menuRow(
        links.career.choose({ career: career.id }),
        'See another side',
        careerTopics
          .filter((other) => other !== topic)
          .map((other) => ({ label: facets[other].name, value: other })),
      ),
    ],
    buttons: [
      ...(current > 0 ? [button('Previous', turn(current - 1))] : []),
      ...(current < pages.length - 1 ? [button('Next', turn(current + 1))] : []),
      button('Roadmap', links.roadmap.to({ career: career.id }), 'main'),
      button('Project ideas', links.idea.to({ career: career.id, at: 0 })),
    ],
  });
}

const places = (career: Career) => [...new Set(career.companies.map(({ place }) => place))];
