import { ApplicationCommandOptionType } from 'discord.js';
import { links } from '../src/cards/links.ts';
import { countriesWith, payCard, titlesWithBands } from '../src/cards/salary.ts';
import { action } from '../src/discord/action.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { sure } from '../src/search/names.ts';

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
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'country',
        description: 'Which country',
        autocomplete: true,
        max_length: 100,
      },
      ...audience,
    ],
  },

  run({ title: typedTitle, country: typedCountry }, call) {
    const meant = typedCountry ? sure(call.search.country.find(typedCountry)) : undefined;
    const title =
      typedTitle &&
      chosen(call.search.title.find(typedTitle), typedTitle, 'job title', ({ id }) =>
        links.salary.to({ title: id, country: meant?.id }),
      );
    const country =
      typedCountry &&
      chosen(call.search.country.find(typedCountry), typedCountry, 'country with figures', ({ id }) =>
        title ? links.salaryIn.to({ title: title.id, country: id }) : links.salary.to({ country: id }),
      );
    return payCard(call, title || undefined, country || undefined);
  },

  complete: {
    title(typed, { country }, { knowledge, search }) {
      const having = titlesWithBands(knowledge, country ? sure(search.country.find(country)) : undefined);
      return choicesOf(search.title.complete(typed).filter((title) => having.includes(title)));
    },
    country(typed, { title }, { knowledge, search }) {
      const meant = title ? sure(search.title.find(title)) : undefined;
      const countries = search.country.complete(typed);
      if (!meant) return choicesOf(countries);
      const having = countriesWith(knowledge, meant);
      return choicesOf(countries.filter((country) => having.includes(country)));
    },
  },

  actions: [
    action(links.salary, ({ title, country }, call) =>
      payCard(
        call,
        title === undefined ? undefined : linked(call.knowledge.title.get(title)),
        country === undefined ? undefined : linked(call.knowledge.country.get(country)),
      ),
    ),
    action(links.salaryIn, ({ title, country }, call) =>
      payCard(call, linked(call.knowledge.title.get(title)), linked(call.knowledge.country.get(country))),
    ),
  ],
});
