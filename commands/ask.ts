import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { links } from '../src/cards/links.ts';
import { careForAnother, replyMessage } from '../src/cards/replies.ts';
import { targetCard } from '../src/cards/target.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { UserError } from '../src/discord/errors.ts';
import { targetOf } from '../src/knowledge/target.ts';

/** Answers a question, or says honestly that there is nothing on it; the one way in for every door and menu. */
export function ask(question: string, bot: Bot): Message {
  const reply = bot.search.reply(question);
  bot.heard(question, reply);
  return replyMessage(bot, question, reply);
}

export default command({
  data: {
    name: 'ask',
    description: 'A quick question about careers in machine learning and data',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'In your own words',
        required: true,
        max_length: 500,
      },
      ...audience,
    ],
  },

  run: ({ question }, call) => ask(question, call),

  complete: {},

  menu: {
    name: 'Ask Signpost',
    run(message, call) {
      if (message.content.trim() === '') throw new UserError('That message has no text that I could answer.');
      const another = message.author.id !== call.user.id;
      if (another && call.search.reply(message.content).kind === 'care') return careForAnother;
      return ask(message.content, call);
    },
  },

  actions: [
    action(links.open, ({ target }, call) => targetCard(call, linked(targetOf(call.knowledge, target)))),
    action(links.vote, ({ helpful, target }, call) => {
      linked(targetOf(call.knowledge, target));
      call.voted(target, helpful === 'yes');
      const content =
        helpful === 'yes'
          ? 'Thank you, that helps.'
          : `Thank you. ${call.reportUrl ? '“Wrong or out of date?” under the answer is the place to say what was wrong.' : 'Tell whoever runs this bot what was wrong.'}`;
      return { content, private: true, aside: true };
    }),
  ],
});
