import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { links } from '../src/cards/links.ts';
import {
  countriesWith,
  salaryByCountryCard,
  salaryCard,
  salaryTitlesCard,
  titlesWithBands,
} from '../src/cards/salary.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { button, buttonRows } from '../src/discord/components.ts';
import { UserError } from '../src/discord/errors.ts';
import { listed } from '../src/discord/text.ts';
import type { Country, JobTitle } from '../src/knowledge/schema.ts';

export default command({
  data: {
    name: 'salary',
    description: 'Published pay figures with measure, year, source and confidence',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'title',
        description: 'Which job title',
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'country',
        description: 'Which country',
        autocomplete: true,
      },
      ...audience,
    ],
  },

  run({ title: typedTitle, country: typedCountry }, call) {
    const title =
      typedTitle &&
      chosen(call.search.title.find(typedTitle), typedTitle, 'job title', ({ id }) =>
        links.salary.to({ title: id }),
      );
    const country =
      typedCountry &&
      chosen(call.search.country.find(typedCountry), typedCountry, 'country with figures', ({ id }) =>
        title ? links.salaryIn.to({ title: title.id, country: id }) : links.salary.to({ country: id }),
      );
    return salaryFor(call, title || undefined, country || undefined);
  },

  complete: {
    title(typed, { country }, { knowledge, search }) {
      const found = country ? search.country.find(country) : undefined;
      const having = titlesWithBands(knowledge, found && 'sure' in found ? found.sure : undefined);
      return choicesOf(search.title.complete(typed).filter((title) => having.includes(title)));
    },
    country(typed, { title }, { knowledge, search }) {
      const found = title ? search.title.find(title) : undefined;
      const countries = search.country.complete(typed);
      if (!found || !('sure' in found)) return choicesOf(countries);
      const having = countriesWith(knowledge, found.sure);
      return choicesOf(countries.filter((country) => having.includes(country)));
    },
  },

  actions: [
    action(links.salary, ({ title, country }, call) =>
      salaryFor(
        call,
        title === undefined ? undefined : linked(call.knowledge.title.get(title)),
        country === undefined ? undefined : linked(call.knowledge.country.get(country)),
      ),
    ),
    action(links.salaryIn, ({ title, country }, call) =>
      salaryFor(call, linked(call.knowledge.title.get(title)), linked(call.knowledge.country.get(country))),
    ),
  ],
});

function salaryFor(bot: Bot, title: JobTitle | undefined, country: Country | undefined): Message {
  if (!title) return salaryTitlesCard(bot, country);
  const countries = countriesWith(bot.knowledge, title);
  if (countries.length === 0) {
    throw new UserError(
      `I have no pay figure with a source for ${title.title}, so I give none.`,
      buttonRows([button('Titles I have figures for', links.salary.to({}))]),
    );
  }
  if (!country) return salaryByCountryCard(bot, title);
  if (countries.includes(country)) return salaryCard(bot, title, country);
  throw new UserError(
    `I have no pay figure with a source for ${title.title} in ${country.title}, so I give none. I have some for ${listed(countries.map((other) => other.title))}.`,
    buttonRows(
      countries.map((other) =>
        button(other.title, links.salaryIn.to({ title: title.id, country: other.id })),
      ),
    ),
  );
}
