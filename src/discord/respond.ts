import { randomUUID } from 'node:crypto';
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import type { Bot } from '../bot.ts';
import type { AnyAction } from './action.ts';
import { type Answer, choices, type Message, reply, update } from './answer.ts';
import type { AnyCommand, Call } from './command.ts';
import { UserError } from './errors.ts';
import { share, shared, withShareButton } from './share.ts';

/** Discord's JSON in, Discord's JSON out. Never throws: what goes wrong becomes a private answer. */
export type Respond = (interaction: APIInteraction) => Promise<Answer>;

const stale = 'That button is from an older version of me and no longer works. Please run the command again.';

const gone = 'I no longer have that command. Type `/` to see the ones I have.';

/**
 * The one function behind every door.
 *
 * @param bot - what handlers may use, asked for anew at each interaction, so that a reload takes effect
 */
export function responder(commands: readonly AnyCommand[], bot: () => Bot): Respond {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const actions: readonly AnyAction[] = commands.flatMap((command) => command.actions ?? []);

  return async (interaction) => {
    if (interaction.type === InteractionType.Ping)
      return { response: { type: InteractionResponseType.Pong } };
    const { log } = bot();
    try {
      return await dispatch(interaction);
    } catch (error) {
      if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
        log.error({ err: error, interaction: interaction.id }, 'completion failed');
        return choices([]);
      }
      if (error instanceof UserError) {
        return reply({ content: error.message, components: error.components }, { ephemeral: true });
      }
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, interaction: interaction.id, reference }, 'an interaction failed');
      return reply(
        { content: `Something went wrong on my side (ref ${reference}). Please try again.` },
        { ephemeral: true },
      );
    }
  };

  function dispatch(interaction: APIInteraction): Promise<Answer> {
    switch (interaction.type) {
      case InteractionType.ApplicationCommand:
        if (interaction.data.type === ApplicationCommandType.ChatInput) {
          return runCommand(interaction as APIChatInputApplicationCommandInteraction);
        }
        if (interaction.data.type === ApplicationCommandType.Message) {
          return runOnMessage(interaction as APIMessageApplicationCommandInteraction);
        }
        break;
      case InteractionType.ApplicationCommandAutocomplete:
        return complete(interaction);
      case InteractionType.MessageComponent:
        return followLink(interaction);
    }
    throw new UserError('I do not know that kind of interaction.');
  }

  async function runCommand(interaction: APIChatInputApplicationCommandInteraction): Promise<Answer> {
    const command = commandNamed(interaction.data.name);
    const { private: hidden, for: recipient, ...options } = valuesOf(interaction.data.options ?? []);
    if (hidden === true && typeof recipient === 'string') {
      throw new UserError('An answer for somebody else cannot be private: leave out `private` or `for`.');
    }
    const message = await command.run(options as never, callOf(interaction));
    if (typeof recipient === 'string' && !message.private) {
      return reply({ ...message, content: `For <@${recipient}>: ${message.content}` }, { pings: recipient });
    }
    return hidden === true || message.private ? privately(message) : reply(message);
  }

  async function runOnMessage(interaction: APIMessageApplicationCommandInteraction): Promise<Answer> {
    const menu = commands.find((command) => command.menu?.name === interaction.data.name)?.menu;
    const message = interaction.data.resolved.messages[interaction.data.target_id];
    if (!menu || !message) throw new UserError(gone);
    return privately(await menu.run(message, callOf(interaction)));
  }

  async function complete(interaction: APIApplicationCommandAutocompleteInteraction): Promise<Answer> {
    const options = interaction.data.options.filter((option) => 'value' in option);
    const focused = options.find((option) => 'focused' in option && option.focused);
    const completer = focused && commandNamed(interaction.data.name).complete[focused.name];
    if (!completer) return choices([]);
    const { [focused.name]: typed, ...others } = valuesOf(options);
    return choices(await completer(String(typed), others as never, callOf(interaction)));
  }

  async function followLink(interaction: APIMessageComponentInteraction): Promise<Answer> {
    const { data, message } = interaction;
    const values = data.component_type === ComponentType.StringSelect ? data.values[0] : undefined;
    if (share.parse(data.custom_id)) return reply(shared(message));
    for (const { link, run } of actions) {
      const parsed = link.parse(data.custom_id, values);
      if (parsed === undefined) continue;
      return placed(await run(parsed, callOf(interaction)), interaction);
    }
    throw new UserError(stale);
  }

  function commandNamed(name: string): AnyCommand {
    const command = byName.get(name);
    if (!command) throw new UserError(gone);
    return command;
  }

  function callOf(interaction: Call['interaction']): Call {
    return { ...bot(), user: userOf(interaction), interaction };
  }
}

/** The person who asked sees the message change; anybody else gets the same content for themselves. */
function placed(message: Message, interaction: APIMessageComponentInteraction): Answer {
  const hidden = isPrivate(interaction);
  const { interaction_metadata, referenced_message } = interaction.message;
  const asker = interaction_metadata?.user.id ?? referenced_message?.author.id;
  if (message.aside) return reply(message, { ephemeral: true });
  if (!hidden && (message.private || asker !== userOf(interaction).id)) return privately(message);
  if (hidden) return update(message.private ? message : withShareButton(message));
  const addressee = /^For <@\d+>: /.exec(interaction.message.content)?.[0] ?? '';
  return update({ ...message, content: addressee + message.content });
}

const privately = (message: Message) =>
  reply(message.private ? message : withShareButton(message), { ephemeral: true });

const isPrivate = ({ message }: APIMessageComponentInteraction) =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

function userOf(interaction: Call['interaction']): APIUser {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) throw new Error('the interaction names no user');
  return user;
}

/** The submitted values by option name; a user is given by id. */
function valuesOf(
  options: readonly { readonly name: string; readonly value?: unknown }[],
): Record<string, unknown> {
  return Object.fromEntries(
    options.map(({ name, value }) => [name, typeof value === 'string' ? value.trim() : value]),
  );
}
