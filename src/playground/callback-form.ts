import {
  InteractionResponseType as Answer,
  type APIInteraction,
  ApplicationCommandOptionType,
  InteractionType,
} from 'discord.js';
import { z } from 'zod';
import { checkForm, invalidForm } from './form.ts';
import { deferral, interactionMessage, type MessageBody, messageEdit } from './message-form.ts';
import { filled } from './text-form.ts';

/** An answer to an interaction, once it is known to be well formed. */
export type Callback =
  | { type: Answer.ChannelMessageWithSource | Answer.UpdateMessage; data: MessageBody }
  | { type: Answer.DeferredChannelMessageWithSource; data: { flags?: number | null | undefined } }
  | { type: Answer.DeferredMessageUpdate }
  | { type: Answer.ApplicationCommandAutocompleteResult; data: { choices: Choice[] } }
  | { type: Answer.Modal; data: unknown };

export type Choice = { name: string; value: string | number };

const answersTo: Record<number, readonly Answer[]> = {
  [InteractionType.ApplicationCommand]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.Modal,
  ],
  [InteractionType.MessageComponent]: [
    Answer.ChannelMessageWithSource,
    Answer.DeferredChannelMessageWithSource,
    Answer.DeferredMessageUpdate,
    Answer.UpdateMessage,
    Answer.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
};

const localized = z.record(z.string(), z.string()).nullish();
const choiceOf = (value: z.ZodType<string | number>) =>
  z.strictObject({ name: filled(100), name_localizations: localized, value });
const values: Record<number, z.ZodType<string | number>> = {
  [ApplicationCommandOptionType.String]: z.string().min(1).max(100),
  [ApplicationCommandOptionType.Integer]: z.int(),
  [ApplicationCommandOptionType.Number]: z.number(),
};

const modal = z.strictObject({
  custom_id: z.string().min(1).max(100),
  title: filled(45),
  components: z
    .array(z.looseObject({ type: z.int() }))
    .min(1)
    .max(5),
});

/**
 * Checks the answer to `interaction` as Discord does, or throws its refusal.
 *
 * @param focused - the type of the option that is being completed, for completions
 */
export function checkCallback(body: unknown, interaction: APIInteraction, focused?: number): Callback {
  const allowed = answersTo[interaction.type] ?? [];
  const { type, data } = checkForm(z.strictObject({ type: z.int(), data: z.unknown() }), body);
  if (!allowed.includes(type)) {
    throw invalidForm([
      {
        path: ['type'],
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of (${allowed.join(', ')}).`,
      },
    ]);
  }
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return { type, data: checkForm(interactionMessage, data ?? {}, ['data']) };
    case Answer.UpdateMessage:
      return { type, data: checkForm(messageEdit, data ?? {}, ['data']) };
    case Answer.DeferredChannelMessageWithSource:
      return { type, data: checkForm(deferral, data ?? {}, ['data']) };
    case Answer.ApplicationCommandAutocompleteResult: {
      const choice = choiceOf(values[focused ?? ApplicationCommandOptionType.String] ?? z.never());
      const choices = z.strictObject({ choices: z.array(choice).max(25) });
      return { type, data: checkForm(choices, data, ['data']) };
    }
    case Answer.Modal:
      return { type, data: checkForm(modal, data, ['data']) };
    default:
      return { type: Answer.DeferredMessageUpdate };
  }
}
