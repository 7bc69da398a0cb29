import { expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { links } from '../../src/cards/links.ts';
import type { AnyAction } from '../../src/discord/action.ts';
import { limits } from '../../src/discord/limits.ts';
import { link } from '../../src/discord/link.ts';
import { areas, careerTopics, levels } from '../../src/knowledge/schema.ts';
import { knowledge } from '../support.ts';

const step = link('step', { career: z.string(), step: z.string().optional(), page: z.coerce.number() });

test('a link reads back what it wrote', () => {
  const values = { career: 'data-analyst', step: 'sql', page: 3 };
  expect(step.to(values)).toBe('step|data-analyst|sql|3');
  expect(step.parse(step.to(values))).toEqual(values);
});

test('a value that was left out stays left out', () => {
  expect(step.parse(step.to({ career: 'data-analyst', page: 0 }))).toEqual({
    career: 'data-analyst',
    page: 0,
  });
});

test('the option that was chosen in a menu fills the last value', () => {
  expect(step.parse(step.choose({ career: 'data-analyst', step: 'sql' }), '7')).toEqual({
    career: 'data-analyst',
    step: 'sql',
    page: 7,
  });
});

test.each(['step', 'step|a', 'step|a|b|c', 'other|a|b|1', 'step|a|b|1|2', ''])(
  '%j is not a link of ours',
  (customId) => {
    expect(step.parse(customId)).toBeUndefined();
  },
);

test('a custom_id that Discord would refuse is never made', () => {
  expect(() => step.to({ career: 'x'.repeat(100), page: 0 })).toThrow('custom_id');
});

test('every link has exactly one action', () => {
  const actions: readonly AnyAction[] = commands.flatMap((command) => command.actions ?? []);
  const received = actions.map(({ link }) => link.name).sort();
  expect(received).toEqual(
    Object.values(links)
      .map(({ name }) => name)
      .sort(),
  );
});

/** The longest value that each part of a link can have. */
const longest = (ids: Iterable<string>) => [...ids].reduce((a, b) => (a.length >= b.length ? a : b), '');
const longestOf: Record<string, string | number> = {
  career: longest(knowledge.career.keys()),
  step: longest(knowledge.step.keys()),
  project: longest(knowledge.project.keys()),
  certification: longest(knowledge.certification.keys()),
  title: longest(knowledge.title.keys()),
  with: longest(knowledge.title.keys()),
  country: longest(knowledge.country.keys()),
  resource: longest(knowledge.resource.keys()),
  term: longest(knowledge.term.keys()),
  skill: longest(knowledge.skill.keys()),
  area: longest(areas),
  level: longest(levels),
  target: longest(
    [...knowledge.title.keys()].flatMap((a) => [...knowledge.title.keys()].map((b) => `compare/${a}/${b}`)),
  ),
  helpful: 'yes',
  price: 'free',
  maxHours: 99_999,
  at: 999,
  page: 999,
};

test.each(Object.values(links).map((each) => [each.name, each] as const))(
  'the longest custom_id of %s fits',
  (name, each) => {
    const values = Object.fromEntries(
      Object.keys(each.schema.shape).map((key) => {
        if (key !== 'topic') return [key, longestOf[key]];
        if (name === 'career') return [key, longest(careerTopics)];
        return [key, name === 'help' ? longest(commands.map(({ data }) => data.name)) : longestOf.step];
      }),
    );
    expect(Object.values(values).every((value) => value !== undefined && value !== '')).toBe(true);
    const customId = (each.to as (values: object) => string)(values);
    expect(customId.length).toBeLessThanOrEqual(limits.customId);
    expect((each.parse as (customId: string) => unknown)(customId)).toEqual(values);
  },
);
