import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import type { Choice } from '../src/discord/answer.ts';
import { choicesOf, chosen } from '../src/discord/choose.ts';
import { entryOf } from '../src/knowledge/knowledge.ts';
import { defaultCareer } from '../src/knowledge/relations.ts';
import type { Career } from '../src/knowledge/schema.ts';

/** The career option that several commands share. */
export const careerOption = {
  type: ApplicationCommandOptionType.String,
  name: 'career',
  description: 'Which career; Machine Learning Engineer if you leave it out',
  autocomplete: true,
  max_length: 100,
} as const;

/** Completes a career. */
export const completeCareer = (typed: string, _others: unknown, { search }: Bot): Choice[] =>
  choicesOf(search.career.complete(typed));

/**
 * The career that was typed, or the default one.
 *
 * @param customId - where a suggestion's button leads when it is not sure which career was meant
 */
export function careerFor(bot: Bot, typed: string | undefined, customId: (career: Career) => string): Career {
  if (!typed) return entryOf(bot.knowledge, 'career', defaultCareer);
  return chosen(bot.search.career.find(typed), typed, 'career', customId);
}
