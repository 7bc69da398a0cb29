import { ApplicationCommandOptionType } from 'discord.js';
import { certificationCard, certificationsCard, isCurrent } from '../src/cards/certification.ts';
import { links } from '../src/cards/links.ts';
import { action } from '../src/discord/action.ts';
import { choicesOf, chosen, linked } from '../src/discord/choose.ts';
import { audience, command } from '../src/discord/command.ts';
import { careerOption, completeCareer } from './shared.ts';

export default command({
  data: {
    name: 'certification',
    description: 'A certification as it is today: status, cost, length; or the list',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        description: 'Which one, by name or exam code',
        autocomplete: true,
        max_length: 100,
      },
      { ...careerOption, description: 'Only certifications for this career' },
      ...audience,
    ],
  },

  run({ name, career: typedCareer }, call) {
    if (name) {
      const found = call.search.certification.find(name);
      return certificationCard(
        call,
        chosen(found, name, 'certification', ({ id }) => links.certification.to({ certification: id })),
      );
    }
    const career =
      typedCareer &&
      chosen(call.search.career.find(typedCareer), typedCareer, 'career', ({ id }) =>
        links.certifications.to({ career: id, page: 0 }),
      );
    return certificationsCard(call, career || undefined, 0);
  },

  complete: {
    name(typed, { career }, { search }) {
      const wanted = career ? search.career.find(career) : undefined;
      const found = search.certification.complete(typed);
      const fitting =
        wanted && 'sure' in wanted ? found.filter(({ careers }) => careers.includes(wanted.sure.id)) : found;
      const offered = fitting.length > 0 ? fitting : found;
      return choicesOf(
        typed ? offered : [...offered].sort((a, b) => Number(isCurrent(b)) - Number(isCurrent(a))),
      );
    },
    career: completeCareer,
  },

  actions: [
    action(links.certification, ({ certification }, call) =>
      certificationCard(call, linked(call.knowledge.certification.get(certification))),
    ),
    action(links.certifications, ({ career, page }, call) =>
      certificationsCard(
        call,
        career === undefined ? undefined : linked(call.knowledge.career.get(career)),
        page,
      ),
    ),
  ],
});
