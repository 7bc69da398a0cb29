import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button } from '../discord/components.ts';
import { beginningOf } from '../discord/text.ts';
import type { Faq } from '../knowledge/schema.ts';
import { targetKey, targetOf } from '../knowledge/target.ts';
import { card } from './card.ts';
import { footnotes } from './evidence.ts';
import { links } from './links.ts';
import { targetTitle } from './target.ts';

/** The answer to a common question, with its source and what to look at next. */
export function faqCard(bot: Bot, faq: Faq): Message {
  const notes = footnotes(bot.knowledge);
  const next = faq.next.flatMap((key) => targetOf(bot.knowledge, key) ?? []);
  return card(bot, {
    lead: beginningOf(faq.answer),
    title: faq.title,
    description: faq.evidence ? notes.cite(faq.answer, faq.evidence) : faq.answer,
    notes,
    buttons: next.map((target, index) =>
      button(
        targetTitle(bot.knowledge, target),
        links.open.to({ target: targetKey(target) }),
        index === 0 ? 'main' : 'plain',
      ),
    ),
  });
}
