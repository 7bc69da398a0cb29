import { ApplicationCommandOptionType } from 'discord.js';
import type { Bot } from '../src/bot.ts';
import { links } from '../src/cards/links.ts';
import { areaTitles, ideasCard, projectCard } from '../src/cards/project.ts';
import { action } from '../src/discord/action.ts';
import type { Message } from '../src/discord/answer.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { button, buttonRows } from '../src/discord/components.ts';
import { UserError } from '../src/discord/errors.ts';
import { counted, listed } from '../src/discord/text.ts';
import { defaultCareer } from '../src/knowledge/relations.ts';
import { type Area, areas, type Level, levels, type Project } from '../src/knowledge/schema.ts';
import { type Named, namesOf, sure } from '../src/search/names.ts';
import { careerOption, completeCareer } from './shared.ts';

const areaNames = namesOf(
  areas.map((id): Named & { readonly id: Area } => ({ id, title: areaTitles[id], aliases: areaAliases(id) })),
);

function areaAliases(area: Area): string[] {
  const other: Partial<Record<Area, string[]>> = {
    nlp: ['natural language processing', 'text'],
    'computer-vision': ['cv', 'images', 'vision'],
    generative: ['rag', 'llm', 'generative ai', 'agents'],
    recommender: ['recommendation', 'recommender systems'],
    reinforcement: ['rl'],
    'time-series': ['forecasting'],
    audio: ['speech', 'sound'],
    analytics: ['data analysis', 'dashboards'],
    tabular: ['tables'],
    mlops: ['deployment'],
  };
  return other[area] ?? [];
}

/** What the ideas are narrowed to; all of it must fit. */
type Filter = {
  readonly career?: string | undefined;
  readonly level?: Level | undefined;
  readonly area?: Area | undefined;
  readonly skill?: string | undefined;
  readonly maxHours?: number | undefined;
};

const fits: { readonly [F in keyof Filter]-?: (project: Project, value: NonNullable<Filter[F]>) => boolean } =
  {
    career: (project, career) => project.careers.includes(career),
    level: (project, level) => project.level === level,
    area: (project, area) => project.group === area,
    skill: (project, skill) => project.skills.includes(skill),
    maxHours: (project, hours) => project.hours.high <= hours,
  };

const filterNames = Object.keys(fits) as (keyof Filter)[];

export default command({
  data: {
    name: 'project-idea',
    description: 'One project idea that fits, with data, milestones and how to show it',
    options: [
      {
        ...careerOption,
        description: 'Ideas for this career; Machine Learning Engineer if you leave it out',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'level',
        description: 'How hard it may be',
        choices: levels.map((level) => ({ name: level, value: level })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'area',
        description: 'Only ideas in this area, like computer vision',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'skill',
        description: 'Only ideas that practise this skill, like SQL',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'max-hours',
        description: 'Only ideas that can be done in this many hours',
        min_value: 1,
        max_value: 2000,
      },
      ...audience,
    ],
  },

  run({ career, level, area, skill, 'max-hours': maxHours }, call) {
    const { search, knowledge } = call;
    const found = {
      career: search.career.find(career || defaultCareer),
      area: area ? areaNames.find(area) : undefined,
      skill: skill ? search.skill.find(skill) : undefined,
    };
    const filter: Filter = {
      level,
      maxHours,
      career: sure(found.career)?.id,
      area: found.area && sure(found.area)?.id,
      skill: found.skill && sure(found.skill)?.id,
    };
    const instead = (more: Filter) => links.idea.to({ ...filter, ...more, at: 0 });
    if (career) chosen(found.career, career, 'career', ({ id }) => instead({ career: id }));
    if (area && found.area) chosen(found.area, area, 'area', ({ id }) => instead({ area: id }));
    if (skill && found.skill) chosen(found.skill, skill, 'skill', ({ id }) => instead({ skill: id }));
    const start = Math.floor(call.random() * knowledge.project.size);
    // The default career is a guess of ours, so it stands in nobody's way.
    const anyCareer = !career && fitting(call, filter).length === 0;
    return ideaFor(call, anyCareer ? { ...filter, career: undefined } : filter, start);
  },

  complete: {
    career: completeCareer,
    area: (typed) => choicesOf(areaNames.complete(typed)),
    skill(typed, _others, { knowledge, search }) {
      const practised = new Set([...knowledge.project.values()].flatMap(({ skills }) => skills));
      return choicesOf(search.skill.complete(typed).filter(({ id }) => practised.has(id)));
    },
  },

  actions: [
    action(links.idea, ({ at, ...filter }, call) => ideaFor(call, filter, at)),
    action(links.ideas, ({ area, level, page }, call) =>
      ideasCard(call, { ...(area && { area }), ...(level && { level }), page }),
    ),
    action(links.project, ({ project }, call) =>
      projectCard(call, linked(call.knowledge.project.get(project))),
    ),
  ],
});

/** The idea at a place among those that fit; past the last it starts again. */
function ideaFor(bot: Bot, filter: Filter, at: number): Message {
  const found = fitting(bot, filter);
  const place = at % Math.max(found.length, 1);
  const project = found[place];
  if (!project) throw nothingFits(bot, filter);
  const count = found.length === 1 ? 'the one idea' : `one of ${found.length} ideas`;
  const lead = `${project.title} is ${count} for ${wanted(bot, filter)}.`;
  const another = links.idea.to({ ...filter, at: (place + 1) % found.length });
  return projectCard(bot, project, found.length > 1 ? { lead, another } : { lead });
}

/** What was asked for, in words: "Data Scientist, beginner, in at most 20 hours". */
function wanted({ knowledge }: Bot, { career, level, area, skill, maxHours }: Filter): string {
  return [
    career === undefined ? 'any career' : knowledge.career.get(career)?.title,
    level,
    area && areaTitles[area],
    skill && knowledge.skill.get(skill)?.title,
    maxHours && `in at most ${counted(maxHours, 'hour')}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const fitting = (bot: Bot, filter: Filter) =>
  [...bot.knowledge.project.values()].filter((project) =>
    filterNames.every((name) => filter[name] === undefined || fits[name](project, filter[name] as never)),
  );

/** Says which of the filters to loosen: each that alone stands in the way has a button. */
function nothingFits(bot: Bot, filter: Filter): UserError {
  const set = filterNames.filter((name) => filter[name] !== undefined);
  const loosened = set
    .map((name) => {
      const rest = { ...filter, [name]: undefined };
      return { name, rest, count: fitting(bot, rest).length };
    })
    .filter(({ count }) => count > 0);
  const optionName = (name: keyof Filter) => `\`${name === 'maxHours' ? 'max-hours' : name}\``;
  if (loosened.length === 0) {
    return new UserError(
      `No project idea fits ${listed(set.map(optionName))} together. Try with fewer of them.`,
      buttonRows([button('Any idea', links.idea.to({ at: 0 }))]),
    );
  }
  const ways = loosened.map(
    ({ name, count }) => `without ${optionName(name)} there ${count === 1 ? 'is' : 'are'} ${count}`,
  );
  return new UserError(
    `No project idea fits all of that; ${listed(ways, 'or')}.`,
    buttonRows(
      loosened.map(({ name, rest, count }) =>
        button(
          `Without ${optionName(name).replaceAll('`', '')} (${counted(count, 'idea')})`,
          links.idea.to({ ...rest, at: 0 }),
        ),
      ),
    ),
  );
}
