import { ApplicationCommandOptionType } from 'discord.js';
import { links } from '../src/cards/links.ts';
import {
  roadmapCard,
  stepCard,
  stepMoreCard,
  stepProjectsCard,
  stepResourcesCard,
} from '../src/cards/roadmap.ts';
import { action } from '../src/discord/action.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { careerOf, defaultCareer } from '../src/knowledge/relations.ts';
import type { Step } from '../src/knowledge/schema.ts';
import { sure } from '../src/search/names.ts';
import { careerFor, careerOption, completeCareer } from './shared.ts';

export default command({
  data: {
    name: 'roadmap',
    description: 'The steps to a career in order, or one step of it',
    options: [
      careerOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'step',
        description: 'One step: why, topics, when it is done, resources, projects',
        autocomplete: true,
        max_length: 100,
      },
      ...audience,
    ],
  },

  run({ career: typedCareer, step: typedStep }, call) {
    const meant = typedStep ? sure(call.search.step.find(typedStep)) : undefined;
    const career = careerFor(call, typedCareer, ({ id }) =>
      meant ? links.step.to({ career: id, step: meant.id }) : links.roadmap.to({ career: id }),
    );
    const careerWith = (step: Step) => (typedCareer ? career : careerOf(call.knowledge, step, career));
    if (!typedStep) return roadmapCard(call, career);
    const step = chosen(call.search.step.find(typedStep), typedStep, 'step', (suggested) =>
      links.step.to({ career: careerWith(suggested).id, step: suggested.id }),
    );
    return stepCard(call, careerWith(step), step);
  },

  complete: {
    career: completeCareer,
    step(typed, { career }, { knowledge, search }) {
      const found = search.step.complete(typed);
      const meant = sure(search.career.find(career ?? defaultCareer));
      if (!meant) return choicesOf(found);
      const order = meant.steps.map(({ step }) => step);
      if (!typed) return choicesOf(order.flatMap((id) => knowledge.step.get(id) ?? []));
      return choicesOf(found.sort((a, b) => Number(order.includes(b.id)) - Number(order.includes(a.id))));
    },
  },

  actions: [
    action(links.roadmap, ({ career }, call) => roadmapCard(call, linked(call.knowledge.career.get(career)))),
    action(links.step, ({ career, step }, call) =>
      stepCard(call, linked(call.knowledge.career.get(career)), linked(call.knowledge.step.get(step))),
    ),
    action(links.stepMore, ({ career, step, page }, call) =>
      stepMoreCard(
        call,
        linked(call.knowledge.career.get(career)),
        linked(call.knowledge.step.get(step)),
        page,
      ),
    ),
    action(links.stepProjects, ({ step, page }, call) =>
      stepProjectsCard(call, linked(call.knowledge.step.get(step)), page),
    ),
    action(links.stepResources, ({ step, page }, call) =>
      stepResourcesCard(call, linked(call.knowledge.step.get(step)), page),
    ),
  ],
});
