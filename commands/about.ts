import type { Bot } from '../src/bot.ts';
import { card } from '../src/cards/card.ts';
import { readableDate } from '../src/cards/evidence.ts';
import { links } from '../src/cards/links.ts';
import { command, privateOption } from '../src/discord/command.ts';
import { button, webButton } from '../src/discord/components.ts';
import { counted, listed } from '../src/discord/text.ts';
import { lastChecked } from '../src/knowledge/knowledge.ts';
import { defaultCareer } from '../src/knowledge/relations.ts';

export default command({
  data: {
    name: 'about',
    description: 'Version, the date of the knowledge base, privacy, source code',
    options: [privateOption],
  },

  run(_options, call) {
    const { knowledge, version, sourceUrl } = call;
    const counts = [
      counted(knowledge.career.size, 'career'),
      counted(knowledge.step.size, 'step'),
      counted(knowledge.project.size, 'project idea'),
      counted(knowledge.certification.size, 'certification'),
      counted(knowledge.title.size, 'job title'),
      counted(knowledge.resource.size, 'resource'),
      counted(knowledge.term.size, 'glossary word'),
    ];
    return card(call, {
      lead: `I am Signpost ${version}, a career advisor for machine learning and data; my sources were checked up to ${readableDate(lastChecked(knowledge))}.`,
      title: 'About Signpost',
      fields: [
        {
          name: 'What I know',
          value: `${listed(counts)}, from ${counted(knowledge.source.size, 'source')}.`,
        },
        {
          name: 'How I answer',
          value:
            'Only from a knowledge base that people can read and correct. No language model writes my answers. Figures name their source and date; hours are our own estimates.',
        },
        {
          name: 'Privacy',
          value: privacyOf(call),
        },
      ],
      buttons: [
        button('Roadmap', links.roadmap.to({ career: defaultCareer }), 'main'),
        ...(sourceUrl ? [webButton('Source code', sourceUrl)] : []),
      ],
    });
  },

  complete: {},
});

function privacyOf({ privacy }: Bot): string {
  const read = privacy.readsMentions
    ? 'I read the commands you send me, messages that mention me, and direct messages to me'
    : 'I read only the commands you send me';
  const kept = privacy.keepsQuestions
    ? 'The text of a question that I cannot answer is kept for the authors of my content, without a name'
    : 'I do not keep your questions';
  return `${read}. ${kept}. I keep nothing else about you: no name, no history, no server.`;
}
