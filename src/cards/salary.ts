import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, buttonRows, menuRow } from '../discord/components.ts';
import { counted, listed } from '../discord/text.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { type Band, type Country, grades, type JobTitle } from '../knowledge/schema.ts';
import { card, listFields } from './card.ts';
import { footnotes, readableDate, remarkOn } from './evidence.ts';
import { links } from './links.ts';

const measures = {
  base: 'base pay',
  total: 'total compensation',
  ctc: 'cost to company (CTC)',
} as const;

/** The points of a band from the lowest to the highest, with the words for each. */
const points = [
  ['low', 'from'],
  ['p10', '10 % below'],
  ['p25', '25 % below'],
  ['p50', 'median'],
  ['mean', 'average'],
  ['p75', '75 % below'],
  ['p90', '90 % below'],
  ['high', 'to'],
] as const;

const confidence = {
  official: 'high: official figure',
  agreed: 'good: several sources agree',
  single: 'low: a single source',
  claim: 'none: the article says so and we found no source',
} as const;

export const bandsOf = (country: Country, title: JobTitle) =>
  country.bands.filter((band) => band.title === title.id);

/** The countries that have at least one sourced band for a title. */
export const countriesWith = (knowledge: KnowledgeBase, title: JobTitle): Country[] =>
  [...knowledge.country.values()].filter((country) => bandsOf(country, title).length > 0);

/** The titles that have at least one band in a country, or anywhere. */
export const titlesWithBands = (knowledge: KnowledgeBase, country?: Country): JobTitle[] =>
  [...knowledge.title.values()].filter((title) =>
    country ? bandsOf(country, title).length > 0 : countriesWith(knowledge, title).length > 0,
  );

/**
 * The pay of a title, in a country, both or neither; where there is no figure with a source, that, and buttons to what
 * there is.
 */
export function payCard(bot: Bot, title: JobTitle | undefined, country: Country | undefined): Message {
  if (!title) return salaryTitlesCard(bot, country);
  const countries = countriesWith(bot.knowledge, title);
  if (countries.length === 0) {
    return {
      content: `I have no pay figure with a source for ${title.title}, so I give none. These titles have some:`,
      components: buttonRows([button('Titles I have figures for', links.salary.to({}))]),
      private: true,
    };
  }
  if (!country) return salaryByCountryCard(bot, title);
  if (countries.includes(country)) return salaryCard(bot, title, country);
  return {
    content: `I have no pay figure with a source for ${title.title}, ${country.title}, so I give none. I have some for ${listed(countries.map((other) => other.title))}.`,
    components: buttonRows([
      ...countries.map((other) =>
        button(other.title, links.salaryIn.to({ title: title.id, country: other.id })),
      ),
      button(`Other titles, ${country.title}`, links.salary.to({ country: country.id })),
    ]),
    private: true,
  };
}

/** What one title is paid in one country: every band with its measure, year, source and confidence. */
function salaryCard(bot: Bot, title: JobTitle, country: Country): Message {
  const notes = footnotes(bot.knowledge);
  const bands = bandsOf(country, title);
  const others = countriesWith(bot.knowledge, title).filter(({ id }) => id !== country.id);
  return card(bot, {
    lead: salaryLead(title, country),
    title: `Salary: ${title.title}, ${country.title}`,
    description: country.caveat,
    fields: bands.flatMap((band) =>
      listFields(
        band.scope,
        [
          figures(band, country),
          `${payOf(band)}, in ${country.currency}`,
          band.note ?? '',
          notes.cite(`Confidence ${confidence[band.grade]}`, { ...band, grade: 'official' }),
        ].filter(Boolean),
      ),
    ),
    notes,
    menus:
      others.length > 0
        ? [
            menuRow(
              links.salaryIn.choose({ title: title.id }),
              'Another country',
              others.map((other) => ({ label: other.title, value: other.id })),
            ),
          ]
        : [],
    buttons: [
      button('About this title', links.title.to({ title: title.id })),
      button(`Other titles, ${country.title}`, links.salary.to({ country: country.id })),
    ],
  });
}

/** How well a figure is supported, the best first. */
const support = (band: Band | undefined) => (band ? grades.indexOf(band.grade) : grades.length);

const bestBand = (country: Country, title: JobTitle): Band | undefined =>
  bandsOf(country, title).sort((a, b) => support(a) - support(b))[0];

/** The country whose best figure for a title is supported best. */
const bestOf = (countries: readonly Country[], title: JobTitle): Country =>
  countries.reduce((best, country) =>
    support(bestBand(country, title)) < support(bestBand(best, title)) ? country : best,
  );

/** The figure of a title in a country that is supported best, in a sentence, and how many more there are. */
function salaryLead(title: JobTitle, country: Country): string {
  const band = bestBand(country, title);
  const more = bandsOf(country, title).length - 1;
  if (!band) return `I have no pay figure with a source for ${title.title} in ${country.title}.`;
  const rest = more > 0 ? ` ${counted(more, 'more figure')} below; mind what each measures.` : '';
  return `${title.title}, ${country.title}: ${figures(band, country)} (${payOf(band)}; ${band.scope}; ${remarkOn(band)}).${rest}`;
}

/** One line per country for a title, with a menu to open one. */
function salaryByCountryCard(bot: Bot, title: JobTitle): Message {
  const countries = countriesWith(bot.knowledge, title);
  return card(bot, {
    lead: `${salaryLead(title, bestOf(countries, title))} I have figures for ${listed(countries.map((country) => country.title))}; choose one.`,
    title: `Salary: ${title.title}`,
    description: countries.map((country) => summaryLine(country, title)).join('\n'),
    menus: [
      menuRow(
        links.salaryIn.choose({ title: title.id }),
        'Choose a country',
        countries.map((country) => ({ label: country.title, value: country.id })),
      ),
    ],
    buttons: [button('About this title', links.title.to({ title: title.id }))],
  });
}

/** A number only where it is well supported; what is not needs its caveat, which the country's own card has. */
function summaryLine(country: Country, title: JobTitle): string {
  const bands = bandsOf(country, title);
  const band = bands.find(({ grade }) => grade === 'official' || grade === 'agreed');
  const count = counted(bands.length, 'figure');
  if (!band)
    return `- **${country.title}**: ${count}, none of high confidence; open it to see them with what to mind`;
  return `- **${country.title}**: ${figures(band, country)} (${band.scope}; ${payOf(band)}, ${readableDate(band.asOf)}); ${count} in all`;
}

/** The titles that have figures, in one country or anywhere, with a menu to open one. */
function salaryTitlesCard(bot: Bot, country?: Country): Message {
  const titles = titlesWithBands(bot.knowledge, country);
  const options = titles.map((title) => ({ label: title.title, value: title.id }));
  return card(bot, {
    lead: `I have sourced pay figures for ${counted(titles.length, 'job title')}${country ? `, ${country.title}` : ''}; choose one.`,
    title: country ? `Salaries: ${country.title}` : 'Salaries',
    description: [
      country?.caveat,
      titles.map((title) => `- **${title.title}**: ${placesOf(bot.knowledge, title, country)}`).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    menus: [menuRow(links.salary.choose({ country: country?.id }), 'Choose a job title', options)],
  });
}

const placesOf = (knowledge: KnowledgeBase, title: JobTitle, country?: Country) =>
  country
    ? counted(bandsOf(country, title).length, 'figure')
    : countriesWith(knowledge, title)
        .map((place) => place.title)
        .join(', ');

/** "base pay a year". */
const payOf = ({ measure, per }: Band) => `${measures[measure]} ${per === 'hour' ? 'an hour' : 'a year'}`;

/** "median $120,230 · average $126,800": every point that the band has, its ends first. */
function figures(band: Band, country: Country): string {
  const told = ([key, words]: (typeof points)[number]) => {
    const amount = band[key];
    return amount === undefined ? [] : [`${words} **${money(amount, country)}**`];
  };
  if (band.low === undefined || band.high === undefined) return points.flatMap(told).join(' · ');
  const between = points.filter(([key]) => key !== 'low' && key !== 'high').flatMap(told);
  return [`**${money(band.low, country)}** to **${money(band.high, country)}**`, ...between].join(' · ');
}

/** An amount in its currency; Indian rupees a year in lakhs (₹ LPA), as they are spoken of there. */
function money(amount: number, { currency }: Country): string {
  if (currency === 'INR')
    return `₹${(amount / 100_000).toLocaleString('en', { maximumFractionDigits: 1 })} LPA`;
  const digits = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
