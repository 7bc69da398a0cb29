import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { links, prices } from '../src/cards/links.ts';
import { type ResourceFilter, resourceCard, resourcesCard } from '../src/cards/resource.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { button, buttonRows } from '../src/discord/components.ts';
import { UserError } from '../src/discord/errors.ts';
import { resourcesFor } from '../src/knowledge/relations.ts';
import { levels } from '../src/knowledge/schema.ts';

export default command({
  data: {
    name: 'resources',
    description: 'Courses, books and sites: free or paid, with their addresses',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'The roadmap step they are for, like mathematics',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'level',
        description: 'How much they expect you to know',
        choices: levels.map((level) => ({ name: level, value: level })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'price',
        description: 'Only free ones, or only paid ones',
        choices: prices.map((price) => ({ name: price, value: price })),
      },
      ...audience,
    ],
  },

  run({ topic, level, price }, call) {
    const step =
      topic &&
      chosen(call.search.step.find(topic), topic, 'topic', ({ id }) =>
        links.resources.to({ topic: id, level, price, page: 0 }),
      );
    return resourcesFitting(call, { topic: step ? step.id : undefined, level, price }, 0);
  },

  complete: { topic: (typed, _others, { search }) => choicesOf(search.step.complete(typed)) },

  actions: [
    action(links.resources, ({ page, ...filter }, call) => resourcesFitting(call, filter, page)),
    action(links.resource, ({ resource }, call) =>
      resourceCard(call, linked(call.knowledge.resource.get(resource))),
    ),
  ],
});

function resourcesFitting(bot: Bot, filter: ResourceFilter, page: number): Message {
  const found = resourcesFor(bot.knowledge, filter.topic).filter(
    ({ level, price }) =>
      (filter.level === undefined || level === filter.level) &&
      (filter.price === undefined || (filter.price === 'paid' ? price === 'paid' : price !== 'paid')),
  );
  if (found.length > 0) return resourcesCard(bot, found, filter, page);
  throw new UserError(
    'I have no resource that fits all of that. Leave out the level or the price.',
    buttonRows([
      button('Any level and price', links.resources.to({ topic: filter.topic, page: 0 })),
      ...(filter.topic
        ? [button('Any topic', links.resources.to({ level: filter.level, price: filter.price, page: 0 }))]
        : []),
    ]),
  );
}
