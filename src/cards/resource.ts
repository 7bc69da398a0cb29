import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, webButton } from '../discord/components.ts';
import { counted } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import { careerOf } from '../knowledge/relations.ts';
import type { Level, Resource } from '../knowledge/schema.ts';
import type { Aspect } from '../search/focus.ts';
import { card, listCard, listFields, type Row } from './card.ts';
import { footnotes, readableDate, remarkOn } from './evidence.ts';
import { links, type prices } from './links.ts';

const priceWords = { free: 'free', paid: 'paid', mixed: 'partly free' } as const;

/** A resource in one line of a card, with its address. */
export const resourceLine = ({ title, address, price, format, stale }: Resource) =>
  `[${title}](${address}) · ${priceWords[price]} · ${format}${stale ? ` · dated since ${readableDate(stale.since)}` : ''}`;

export const resourceRow = ({ id, title, price, level, format }: Resource): Row => ({
  id,
  title,
  detail: `${priceWords[price]} · ${level} · ${format}`,
});

/** One resource: what it covers, what it costs, how long it takes where a source says so. */
export function resourceCard(bot: Bot, resource: Resource, aspect?: Aspect): Message {
  const notes = footnotes(bot.knowledge);
  const { title, address, covers, hours, stale, steps } = resource;
  const step = entryOf(bot.knowledge, 'step', steps[0] ?? '');
  return card(bot, {
    lead: leadOf(resource, aspect),
    title,
    description: `${covers}\n\n[Open it](${address})`,
    fields: [
      ...(stale ? [{ name: 'Dated', value: `Since ${readableDate(stale.since)}: ${stale.why}` }] : []),
      { name: 'Length', value: hours ? notes.cite(hours.value, hours) : 'No source says how long it takes.' },
      ...listFields(
        'Serves these steps',
        steps.map((id) => `- ${entryOf(bot.knowledge, 'step', id).title}`),
      ),
    ],
    notes,
    ...(stale ? { colour: 'warning' as const } : {}),
    buttons: [
      webButton('Open', address),
      button(step.title, links.step.to({ career: careerOf(bot.knowledge, step).id, step: step.id }), 'main'),
      button('All resources', links.resources.to({ page: 0 })),
    ],
  });
}

const article = (level: Level) => (/^[ai]/.test(level) ? 'an' : 'a');

/** What the resource is, or what was asked of it. */
function leadOf({ title, author, price, level, format, hours }: Resource, aspect?: Aspect): string {
  switch (aspect) {
    case 'price':
      return `${title} is ${priceWords[price]}; it is ${article(level)} ${level} ${format} by ${author}.`;
    case 'hours':
      return hours
        ? `${title}: ${hours.value} (${remarkOn(hours)}).`
        : `No source says how long ${title} takes; it is ${article(level)} ${level} ${format} by ${author}.`;
    default:
      return `${title} is ${article(level)} ${level} ${format} by ${author}: ${priceWords[price]}.`;
  }
}

/** What a list of resources can be narrowed to; `topic` is a step. */
export type ResourceFilter = {
  readonly topic?: string | undefined;
  readonly level?: Level | undefined;
  readonly price?: (typeof prices)[number] | undefined;
};

export function resourcesCard(
  bot: Bot,
  found: readonly Resource[],
  filter: ResourceFilter,
  page: number,
): Message {
  const about = filter.topic ? ` for ${entryOf(bot.knowledge, 'step', filter.topic).title}` : '';
  const kind = [filter.level, filter.price].filter(Boolean).join(', ');
  return listCard(bot, {
    lead: `I have ${counted(found.length, 'resource')}${about}${kind ? ` (${kind})` : ''}, free ones first; choose one to open it.`,
    title: `Resources${about}`,
    rows: found.map(resourceRow),
    page,
    placeholder: 'Open a resource',
    menu: links.resource.choose({}),
    pageLink: (other) => links.resources.to({ ...filter, page: other }),
  });
}
