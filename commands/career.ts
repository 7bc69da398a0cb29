import { ApplicationCommandOptionType } from 'discord.js';
import { careerCard } from '../src/cards/career.ts';
import { links } from '../src/cards/links.ts';
import { action } from '../src/discord/action.ts';
import { linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { careerTopics } from '../src/knowledge/schema.ts';
import { careerFor, careerOption, completeCareer } from './shared.ts';

export default command({
  data: {
    name: 'career',
    description: 'A career: duties, first roles, companies, outlook, tips and more',
    options: [
      { ...careerOption, name: 'name' },
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'What to show of it; the overview if you leave it out',
        choices: careerTopics.map((topic) => ({ name: topic.replace('-', ' '), value: topic })),
      },
      ...audience,
    ],
  },

  run({ name, topic = 'overview' }, call) {
    const career = careerFor(call, name, ({ id }) => links.career.to({ career: id, topic }));
    return careerCard(call, career, topic);
  },

  complete: { name: completeCareer },

  actions: [
    action(links.career, ({ career, page, topic }, call) =>
      careerCard(call, linked(call.knowledge.career.get(career)), topic, page),
    ),
  ],
});
