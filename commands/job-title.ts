import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { compareCard, titleCard, titlesCard } from '../src/cards/job-title.ts';
import { links } from '../src/cards/links.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { UserError } from '../src/discord/errors.ts';
import type { JobTitle } from '../src/knowledge/schema.ts';
import { sure } from '../src/search/names.ts';

export default command({
  data: {
    name: 'job-title',
    description: 'What a job title does and asks for, or two of them compared',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'title',
        description: 'Which title; leave it out for the list',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'compare-with',
        description: 'A second title to set beside it',
        autocomplete: true,
        max_length: 100,
      },
      ...audience,
    ],
  },

  run({ title: typed, 'compare-with': typedOther }, call) {
    if (!typed && !typedOther) return titlesCard(call, 0);
    if (!typed || !typedOther) {
      const name = typed || typedOther || '';
      return titleCard(
        call,
        chosen(call.search.title.find(name), name, 'job title', ({ id }) => links.title.to({ title: id })),
      );
    }
    const title = chosen(call.search.title.find(typed), typed, 'job title', ({ id }) => {
      const other = sure(call.search.title.find(typedOther));
      return other ? links.compare.to({ title: id, with: other.id }) : links.title.to({ title: id });
    });
    const other = chosen(call.search.title.find(typedOther), typedOther, 'job title', ({ id }) =>
      links.compare.to({ title: title.id, with: id }),
    );
    return compared(call, title, other);
  },

  complete: {
    title: (typed, _others, { search }) => choicesOf(search.title.complete(typed)),
    'compare-with': (typed, { title }, { search }) =>
      choicesOf(search.title.complete(typed).filter(({ id }) => id !== title)),
  },

  actions: [
    action(links.title, ({ title }, call) => titleCard(call, linked(call.knowledge.title.get(title)))),
    action(links.titles, ({ page }, call) => titlesCard(call, page)),
    action(links.compare, (values, call) =>
      compared(
        call,
        linked(call.knowledge.title.get(values.title)),
        linked(call.knowledge.title.get(values.with)),
      ),
    ),
  ],
});

function compared(bot: Bot, title: JobTitle, other: JobTitle): Message {
  if (title.id !== other.id) return compareCard(bot, title, other);
  throw new UserError(`Both are ${title.title}: choose another title to compare it with.`);
}
