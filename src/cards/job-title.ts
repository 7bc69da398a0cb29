import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button } from '../discord/components.ts';
import { beginningOf, counted, listed } from '../discord/text.ts';
import { entryOf, type KnowledgeBase } from '../knowledge/knowledge.ts';
import type { JobTitle } from '../knowledge/schema.ts';
import type { Aspect } from '../search/focus.ts';
import { bulletFields, card, listCard, listFields } from './card.ts';
import { footnotes } from './evidence.ts';
import { links } from './links.ts';
import { countriesWith } from './salary.ts';

/** A job title: what it does, what adverts ask for, where it leads. */
export function titleCard(bot: Bot, title: JobTitle, aspect?: Aspect): Message {
  const notes = footnotes(bot.knowledge);
  const neighbour = neighbourOf(bot.knowledge, title);
  return card(bot, {
    lead: leadOf(title, aspect),
    title: title.title,
    description: title.does,
    fields: [
      ...bulletFields('Typical requirements', title.requirements),
      { name: 'Skills', value: skillsOf(bot.knowledge, title) },
      { name: 'What sets it apart', value: title.differs },
      { name: 'Progression', value: notes.fact(title.progression) },
      ...listFields(
        'In figures',
        title.facts.map((fact) => `- ${notes.fact(fact)}`),
      ),
      ...(title.synonyms.length > 0
        ? [{ name: 'Also advertised as', value: title.synonyms.join(', ') }]
        : []),
    ],
    notes,
    buttons: [
      ...(title.career ? [button('Roadmap to it', links.roadmap.to({ career: title.career }), 'main')] : []),
      ...(countriesWith(bot.knowledge, title).length > 0
        ? [button('Salary', links.salary.to({ title: title.id }))]
        : []),
      ...(neighbour
        ? [
            button(
              `Compare with ${neighbour.title}`,
              links.compare.to({ title: title.id, with: neighbour.id }),
            ),
          ]
        : []),
      button('All job titles', links.titles.to({ page: 0 })),
    ],
  });
}

/** What the title is, or what was asked of it. */
function leadOf({ title, sentence, requirements, progression, synonyms }: JobTitle, aspect?: Aspect): string {
  switch (aspect) {
    case 'requirements':
      return `Adverts for ${title} typically ask for: ${requirements[0]}; the card lists ${requirements.length} points.`;
    case 'ladder':
      return `${title}: ${beginningOf(progression.text)}`;
    case 'synonyms':
      return synonyms.length > 0
        ? `${title} is also advertised as ${listed(synonyms, 'or')}.`
        : `I know no other name for ${title} in job adverts.`;
    default:
      return `${title}: ${sentence}`;
  }
}

/** Two titles side by side: one field per point, each naming both. */
export function compareCard(bot: Bot, a: JobTitle, b: JobTitle): Message {
  const notes = footnotes(bot.knowledge);
  const both = (name: string, of: (title: JobTitle) => string) =>
    listFields(
      name,
      [a, b].map((title) => `**${title.title}**: ${of(title)}`),
    );
  const skillsA = new Set(a.skills);
  const shared = b.skills
    .filter((id) => skillsA.has(id))
    .map((id) => entryOf(bot.knowledge, 'skill', id).title);
  const direct = directDifference(bot.knowledge, a, b);
  return card(bot, {
    lead: `${a.title} or ${b.title}: ${direct ?? `${a.differs} ${b.differs}`}`,
    title: `${a.title} and ${b.title}`,
    fields: [
      ...both('What they do', (title) => title.sentence),
      ...both('What sets them apart', (title) => title.differs),
      ...both('Typical requirements', (title) => title.requirements.slice(0, 3).join('; ')),
      ...both('Skills', (title) => skillsOf(bot.knowledge, title)),
      ...(shared.length > 0 ? [{ name: 'Skills in common', value: shared.join(', ') }] : []),
      ...both('Progression', (title) => notes.fact(title.progression)),
    ],
    notes,
    buttons: [
      button(a.title, links.title.to({ title: a.id }), 'main'),
      button(b.title, links.title.to({ title: b.id })),
      ...[...new Set([a.career, b.career])].flatMap((id) => {
        const career = id && bot.knowledge.career.get(id);
        return career ? [button(`Roadmap: ${career.title}`, links.roadmap.to({ career: career.id }))] : [];
      }),
    ],
  });
}

/** Every job title. */
export function titlesCard(bot: Bot, page: number): Message {
  const all = [...bot.knowledge.title.values()];
  return listCard(bot, {
    lead: `I know ${counted(all.length, 'job title')}; names differ between companies, so read the duties too.`,
    title: 'Job titles',
    rows: all.map(({ id, title, entryLevel, sentence }) => ({
      id,
      title,
      detail: entryLevel ? `entry level · ${sentence}` : sentence,
    })),
    page,
    placeholder: 'Open a job title',
    menu: links.title.choose({}),
    pageLink: (other) => links.titles.to({ page: other }),
  });
}

const skillsOf = (knowledge: KnowledgeBase, title: JobTitle) =>
  title.skills.map((id) => entryOf(knowledge, 'skill', id).title).join(', ');

/** The other title with the most skills in common. */
function neighbourOf(knowledge: KnowledgeBase, title: JobTitle): JobTitle | undefined {
  const common = (other: JobTitle) => other.skills.filter((skill) => title.skills.includes(skill)).length;
  return [...knowledge.title.values()]
    .filter((other) => other.id !== title.id && other.career !== undefined)
    .sort((x, y) => common(y) - common(x))[0];
}

/** How one career describes its difference from the other, where either does. */
function directDifference(knowledge: KnowledgeBase, a: JobTitle, b: JobTitle): string | undefined {
  const told = (from: JobTitle, to: JobTitle) =>
    from.career && from.career === from.id && to.career === to.id
      ? knowledge.career.get(from.career)?.differences.find(({ career }) => career === to.career)?.text
      : undefined;
  return told(a, b) ?? told(b, a);
}
