import type { APIEmbedField } from 'discord.js';
import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, buttonRows, menuRow, webButton } from '../discord/components.ts';
import { limits } from '../discord/limits.ts';
import { beginningOf, listed } from '../discord/text.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { normalise } from '../knowledge/normalise.ts';
import { defaultCareer, hasFigures } from '../knowledge/relations.ts';
import { type Target, targetKey, targetOf } from '../knowledge/target.ts';
import type { Reason, Reply } from '../search/answer.ts';
import { sourcesField } from './card.ts';
import { links } from './links.ts';
import { targetCard, targetTitle } from './target.ts';

/** The message for a reply to a question. */
export function replyMessage(bot: Bot, question: string, reply: Reply): Message {
  switch (reply.kind) {
    case 'answer':
      return answerMessage(bot, question, reply);
    case 'decline':
      return declineMessage(bot, reply.reason, reply.closest);
    case 'menu':
      return menuMessage(bot);
    case 'care':
      return careMessage;
  }
}

function answerMessage(
  bot: Bot,
  question: string,
  { target, focus, others }: Extract<Reply, { kind: 'answer' }>,
): Message {
  const message = targetCard(bot, target, focus);
  const isPay = isAboutPay(bot.knowledge, target) && hasFigures(bot.knowledge, target);
  const city = isPay ? cityIn(bot.knowledge, question) : undefined;
  const remark = city ? ` My figures are for the whole country, unless a line names ${city}.` : '';
  const rows = message.components ?? [];
  const there = new Set(
    rows.flatMap(({ components }) => components.map((part) => 'custom_id' in part && part.custom_id)),
  );
  const close = others.filter((other) => !there.has(links.open.to({ target: targetKey(other) })));
  const votes = buttonRows([
    button('Helpful', links.vote.to({ helpful: 'yes', target: targetKey(target) })),
    button('Not helpful', links.vote.to({ helpful: 'no', target: targetKey(target) })),
  ]);
  return {
    ...message,
    content: `${message.content}${remark}`,
    embeds: (message.embeds ?? []).map((embed) => ({
      ...embed,
      fields: beforeSources(embed.fields ?? [], alsoMeant(bot, close)),
    })),
    components: [...rows, ...openButtons(bot, close), ...votes].slice(0, limits.rows),
  };
}

/** So many other answers are told in a sentence, beside their buttons. */
const mostTold = 2;

/** What the question may also have meant, so that nobody has to open it to see whether it was that. */
function alsoMeant(bot: Bot, others: readonly Target[]): APIEmbedField[] {
  const value = told(bot, others.slice(0, mostTold));
  return value === '' ? [] : [{ name: 'You may also have meant', value }];
}

/** Answers in a sentence each, below their titles. */
const told = (bot: Bot, targets: readonly Target[]) =>
  targets
    .map((target) => {
      const title = targetTitle(bot.knowledge, target);
      return `**${title}**\n${beginningOf(targetCard(bot, target).content)}`;
    })
    .join('\n');

/** Fields with others before their sources, so that a phone shows them with the answer. */
function beforeSources(fields: readonly APIEmbedField[], others: readonly APIEmbedField[]): APIEmbedField[] {
  const at = fields.findIndex(({ name }) => name === sourcesField);
  return fields.toSpliced(at < 0 ? fields.length : at, 0, ...others);
}

const reasons: Record<Reason, string> = {
  'other-career': 'I have nothing on that career.',
  'tech-help': 'I do not debug, write code or do homework; a help channel or a teacher is better for that.',
  'personal-verdict': 'I give no verdict on a person, an offer or a résumé; people who know you can.',
  'live-local-facts': 'I hold no live, local or employer’s own facts, so I have nothing on that.',
  'off-topic': 'I have nothing on that: it is outside what I cover.',
  abuse: 'I only answer questions about careers.',
  unknown: 'I have nothing on that yet.',
};

function declineMessage(bot: Bot, reason: Reason, closest: readonly Target[]): Message {
  const careers = [...bot.knowledge.career.values()].map(({ title }) => title);
  const covered = `I cover careers in machine learning and data (${listed(careers)}): roadmaps, projects, certificates, job titles, pay, and how to learn.`;
  const isRelated = closest.length > 0;
  return {
    content: `${reasons[reason]} ${covered} ${isRelated ? 'The closest that I have:' : 'To look around:'}`,
    // One of them may be what was asked after all, when nothing tells that it is of another kind.
    ...(reason === 'unknown' && isRelated ? { embeds: [{ description: told(bot, closest) }] } : {}),
    components: openButtons(bot, isRelated ? closest : startingPoints(bot)),
    private: true,
  };
}

/** Where somebody may begin who asked for nothing that there is; the first are the most asked for. */
function startingPoints({ knowledge }: Bot, most = 3): Target[] {
  const career = defaultCareer;
  const offered: Target[] = [
    { kind: 'roadmap', career },
    { kind: 'idea', level: 'beginner' },
    { kind: 'career', career, topic: 'overview' },
    { kind: 'career', career, topic: 'outlook' },
    { kind: 'salary' },
    { kind: 'certifications' },
    { kind: 'compare', title: career, with: 'data-scientist' },
    { kind: 'step', id: 'mathematics' },
    { kind: 'step', id: 'portfolio' },
    { kind: 'step', id: 'first-job' },
  ];
  return offered.filter((target) => targetOf(knowledge, targetKey(target))).slice(0, most);
}

/** What "hello" and "?" get. */
function menuMessage(bot: Bot): Message {
  const options = startingPoints(bot, limits.menuOptions).map((target) => ({
    label: targetTitle(bot.knowledge, target),
    value: targetKey(target),
  }));
  return {
    content:
      'Hello! I answer questions about careers in machine learning and data. Choose a topic, or ask in a sentence of your own.',
    components: [menuRow(links.open.choose({}), 'What would you like to know?', options)],
    private: true,
  };
}

const careMessage: Message = {
  content:
    'I am sorry that it is so hard right now, and I am glad you said it. I am only a program, and you deserve a person: please talk to someone you trust today. Find A Helpline lists free, confidential lines for your country. If you might be in danger, call your local emergency number now.',
  components: buttonRows([webButton('Find a helpline', 'https://findahelpline.com')]),
  private: true,
};

/** For somebody who found another's message of that kind and asked about it. */
export const careForAnother: Message = {
  ...careMessage,
  content:
    'This message sounds as if its author is having a very hard time. I am only a program: please write to them kindly, stay with them if you can, and tell a moderator. Find A Helpline lists free, confidential lines for every country. If somebody might be in danger, call the local emergency number.',
};

const openButtons = ({ knowledge }: Bot, targets: readonly Target[]) =>
  buttonRows(
    targets.map((target) =>
      button(targetTitle(knowledge, target), links.open.to({ target: targetKey(target) })),
    ),
  );

const isAboutPay = (knowledge: KnowledgeBase, target: Target) =>
  target.kind === 'salary' || (target.kind === 'faq' && knowledge.faq.get(target.id)?.group === 'salary');

/** The city that a question names, of a country whose figures are held. */
function cityIn(knowledge: KnowledgeBase, question: string): string | undefined {
  const asked = ` ${normalise(question)} `;
  const cities = [...knowledge.country.values()].flatMap((country) => country.cities);
  return cities.find((city) => asked.includes(` ${normalise(city)} `));
}
