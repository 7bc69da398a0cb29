import { describe, expect, test } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { commands } from '../../commands/index.ts';
import { links } from '../../src/cards/links.ts';
import { bandsOf } from '../../src/cards/salary.ts';
import { targetCard } from '../../src/cards/target.ts';
import { checkLimits } from '../../src/discord/limits.ts';
import { areas, careerTopics, levels } from '../../src/knowledge/schema.ts';
import { type Target, targetKey } from '../../src/knowledge/target.ts';
import { aspects } from '../../src/search/focus.ts';
import { knowledge, people, type Seen, testBot, words } from '../support.ts';

const { click, run } = people();
const anywhere = await run('about');

/** Every card that a link can lead to. */
const cards: [string, string][] = [
  ...[...knowledge.career.values()].flatMap((career): [string, string][] => [
    [`roadmap of ${career.id}`, links.roadmap.to({ career: career.id })],
    ...careerTopics.flatMap((topic) =>
      [0, 1, 2].map((page): [string, string] => [
        `${topic} of ${career.id}`,
        links.career.to({ career: career.id, page, topic }),
      ]),
    ),
    ...career.steps.flatMap(({ step }): [string, string][] => [
      [`${step} for ${career.id}`, links.step.to({ career: career.id, step })],
      [`more of ${step} for ${career.id}`, links.stepMore.to({ career: career.id, step, page: 0 })],
    ]),
    [`certifications for ${career.id}`, links.certifications.to({ career: career.id, page: 0 })],
  ]),
  ...[...knowledge.step.keys()].flatMap((step): [string, string][] => [
    [`projects of ${step}`, links.stepProjects.to({ step, page: 0 })],
    [`resources of ${step}`, links.stepResources.to({ step, page: 0 })],
    [`resource list of ${step}`, links.resources.to({ topic: step, page: 0 })],
  ]),
  ...[...knowledge.project.keys()].map((project): [string, string] => [
    `project ${project}`,
    links.project.to({ project }),
  ]),
  ...[...knowledge.certification.keys()].map((id): [string, string] => [
    `certification ${id}`,
    links.certification.to({ certification: id }),
  ]),
  ...[...knowledge.title.keys()].map((title): [string, string] => [
    `title ${title}`,
    links.title.to({ title }),
  ]),
  ...[...knowledge.title.keys()].flatMap((title) =>
    [...knowledge.title.keys()]
      .filter((other) => other !== title)
      .map((other): [string, string] => [`${title} and ${other}`, links.compare.to({ title, with: other })]),
  ),
  ...[...knowledge.country.values()].flatMap((country) =>
    [...knowledge.title.values()]
      .filter((title) => bandsOf(country, title).length > 0)
      .map((title): [string, string] => [
        `salary of ${title.id} in ${country.id}`,
        links.salaryIn.to({ title: title.id, country: country.id }),
      ]),
  ),
  ...[...knowledge.country.keys()].map((country): [string, string] => [
    `salaries in ${country}`,
    links.salary.to({ country }),
  ]),
  ...[...knowledge.resource.keys()].map((resource): [string, string] => [
    `resource ${resource}`,
    links.resource.to({ resource }),
  ]),
  ...[...knowledge.faq.keys()].map((id): [string, string] => [
    `faq ${id}`,
    links.open.to({ target: `faq/${id}` }),
  ]),
  ...areas.flatMap((area) => [
    [`ideas in ${area}`, links.ideas.to({ area, page: 0 })] as [string, string],
    ...levels.map((level): [string, string] => [
      `an idea in ${area}, ${level}`,
      links.idea.to({ area, level, at: 0 }),
    ]),
  ]),
  ...commands.map(({ data }): [string, string] => [
    `help for ${data.name}`,
    links.help.to({ topic: data.name }),
  ]),
  ...[0, 1, 2, 3].map((page): [string, string] => [
    `certifications page ${page}`,
    links.certifications.to({ page }),
  ]),
  ...[...knowledge.term.keys()].map((term): [string, string] => [`term ${term}`, links.term.to({ term })]),
  ...Array.from({ length: 12 }, (_, page): [string, string] => [
    `glossary page ${page}`,
    links.terms.to({ page }),
  ]),
  ...Array.from({ length: 9 }, (_, page): [string, string] => [
    `resources page ${page}`,
    links.resources.to({ page }),
  ]),
];

function problemsOf(message: Seen): string[] {
  const problems: string[] = [];
  if (message.content.includes('Something went wrong')) problems.push('it failed');
  if (message.content.length < 40)
    problems.push(`a first sentence of ${message.content.length} characters: ${message.content}`);
  if (message.content.length > 500) problems.push(`a first sentence of ${message.content.length} characters`);
  for (const { fields = [] } of message.embeds) {
    for (const { name, value } of fields) {
      if (value.length > 900) problems.push(`the field "${name}" is a wall of ${value.length} characters`);
    }
  }
  const text = words(message);
  for (const unwanted of ['undefined h', '[object', '$NaN', '₹NaN', 'NaN–', 'future-proof']) {
    if (text.includes(unwanted)) problems.push(`it says "${unwanted}"`);
  }
  try {
    checkLimits(message);
  } catch (error) {
    problems.push((error as Error).message);
  }
  return problems;
}

test('every card is within Discord’s limits and reads well on a phone', async () => {
  const faults: string[] = [];
  for (const [name, customId] of cards) {
    const problems = problemsOf(await click(anywhere, customId));
    faults.push(...problems.map((problem) => `${name}: ${problem}`));
  }
  expect(faults).toEqual([]);
});

describe('what is asked of an entry leads its card', () => {
  const bot = testBot();
  const asked: Target[] = (['step', 'certification', 'resource', 'title'] as const).flatMap((kind) =>
    [...knowledge[kind].keys()].map((id): Target => ({ kind, id })),
  );

  test.each(aspects)('%s, of every entry, in a sentence that reads well', (aspect) => {
    const faults = asked.flatMap((target) => {
      const { content = '' } = targetCard(bot, target, { aspect });
      const isReadable =
        content.length >= 30 && content.length <= 500 && !/undefined|\[object| {2}/.test(content);
      return isReadable ? [] : [`${targetKey(target)}: ${content}`];
    });
    expect(faults).toEqual([]);
  });

  test.each([
    ['how many hours does the sql step take?', /^SQL and databases takes about \d+–\d+ h, by our estimate/],
    ['what comes after deep learning in the roadmap of an ml engineer?', /^After Deep learning comes /],
    ['is kubernetes optional?', /^Kubernetes is core for MLOps Engineer/],
    ['how much does the AIF-C01 exam cost?', /AI Practitioner costs US\$\d+/],
    ['does CS231n cost anything?', /^CS231n.* is free/],
  ])('%s', (question, lead) => {
    expect(ask(question, bot).content).toMatch(lead);
  });
});

describe('what is shown as current', () => {
  test('a certification that is gone says so in its first sentence, and what replaced it', async () => {
    const gone = [...knowledge.certification.values()].filter(({ status }) =>
      ['retired', 'superseded'].includes(status.value),
    );
    expect(gone.length).toBeGreaterThanOrEqual(3);
    for (const { id, replacedBy, statusNote } of gone) {
      const { content } = await click(anywhere, links.certification.to({ certification: id }));
      expect(content).toMatch(/\*\*(retired|superseded)\*\*/);
      for (const successor of replacedBy)
        expect(content).toContain(knowledge.certification.get(successor)?.title);
      expect(statusNote, `${id} says when and how`).toBeTruthy();
    }
  });

  test('every Indian figure stands beside India’s caveat', async () => {
    const india = knowledge.country.get('india');
    for (const { title } of india?.bands ?? []) {
      const card = await click(anywhere, links.salaryIn.to({ title, country: 'india' }));
      expect(words(card)).toContain(india?.caveat);
    }
  });
});

test('every fact on a card names its source, its date and the day it was checked', async () => {
  for (const career of knowledge.career.keys()) {
    const text = words(await click(anywhere, links.career.to({ career, page: 0, topic: 'outlook' })));
    const cited = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
    expect(cited.size).toBeGreaterThan(0);
    for (const number of cited) expect(text).toMatch(new RegExp(`^${number}\\. .*checked \\d`, 'm'));
  }
});
