import { ApplicationCommandOptionType } from 'discord.js';
import { links } from '../src/cards/links.ts';
import { termCard, termsCard } from '../src/cards/term.ts';
import { action } from '../src/discord/action.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';

export default command({
  data: {
    name: 'glossary',
    description: 'What a word means, in three sentences',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'term',
        description: 'The word, like overfitting',
        required: true,
        autocomplete: true,
        max_length: 100,
      },
      ...audience,
    ],
  },

  run({ term }, call) {
    return termCard(
      call,
      chosen(call.search.term.find(term), term, 'word', ({ id }) => links.term.to({ term: id })),
    );
  },

  complete: { term: (typed, _others, { search }) => choicesOf(search.term.complete(typed)) },

  actions: [
    action(links.term, ({ term }, call) => termCard(call, linked(call.knowledge.term.get(term)))),
    action(links.terms, ({ page }, call) => termsCard(call, page)),
  ],
});
