import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { card } from '../src/cards/card.ts';
import { links } from '../src/cards/links.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { type AnyCommand, command, privateOption } from '../src/discord/command.ts';
import { menuRow } from '../src/discord/components.ts';
import { namesOf } from '../src/search/names.ts';

/** `/help`, made from the list of the other commands. */
export function helpFor(commands: readonly AnyCommand[]): AnyCommand {
  const topics = commands.map((item) => ({
    id: item.data.name,
    title: `/${item.data.name}`,
    aliases: [],
    command: item,
  }));
  const names = namesOf(topics);

  return command({
    data: {
      name: 'help',
      description: 'What I can do, and how to ask',
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'topic',
          description: 'One command explained',
          autocomplete: true,
          max_length: 100,
        },
        privateOption,
      ],
    },

    run({ topic }, call) {
      if (!topic) return overview(call);
      return explained(
        call,
        chosen(names.find(topic), topic, 'command', ({ id }) => links.help.to({ topic: id })).command,
      );
    },

    complete: { topic: (typed) => choicesOf(names.complete(typed)) },

    actions: [
      action(links.help, ({ topic }, call) =>
        explained(call, linked(topics.find(({ id }) => id === topic)).command),
      ),
    ],
  });

  function overview(bot: Bot): Message {
    return card(bot, {
      lead: 'Type / and one of my commands; while you type an option, I offer what fits.',
      title: 'What I can do',
      description: commands.map(({ data }) => `- ${mention(bot, data.name)} ${data.description}`).join('\n'),
      fields: [
        {
          name: 'Good to know',
          value: hints(bot)
            .map((hint) => `- ${hint}`)
            .join('\n'),
        },
      ],
      menus: [menu()],
    });
  }

  function explained(bot: Bot, { data }: AnyCommand): Message {
    const options = (data.options ?? []).map(
      ({ name, description, required }) => `- \`${name}\`${required ? ' (needed)' : ''}: ${description}`,
    );
    return card(bot, {
      lead: `/${data.name}: ${data.description}.`,
      title: `/${data.name}`,
      description: `${mention(bot, data.name)} ${data.description}`,
      fields: options.length > 0 ? [{ name: 'Options', value: options.join('\n') }] : [],
      menus: [menu()],
    });
  }

  function menu() {
    const options = topics.map(({ title, id, command }) => ({
      label: title,
      value: id,
      description: command.data.description,
    }));
    return menuRow(links.help.choose({}), 'Explain a command', options);
  }
}

/** How to ask, beside the commands themselves. */
function hints({ reportUrl, privacy }: Bot): string[] {
  return [
    '`private:True` shows an answer to you alone; **Share in channel** posts it for all.',
    '`for:@somebody` answers for somebody else.',
    'In a message’s menu, under Apps, **Ask Signpost** answers that message.',
    ...(privacy.readsMentions ? ['Mention me, or write to me directly, and I answer.'] : []),
    reportUrl
      ? '**Wrong or out of date?** under each answer is where to report a mistake.'
      : 'If an answer is wrong or out of date, tell whoever runs this bot.',
  ];
}

/** A command as Discord shows it: clickable once it is registered. */
function mention({ commandIds }: Bot, name: string): string {
  const id = commandIds.get(name);
  return id ? `</${name}:${id}>` : `**/${name}**`;
}
