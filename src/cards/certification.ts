import type { Bot } from '../bot.ts';
import type { Message } from '../discord/answer.ts';
import { button, webButton } from '../discord/components.ts';
import { counted, listed } from '../discord/text.ts';
import { entryOf } from '../knowledge/knowledge.ts';
import type { Career, Certification } from '../knowledge/schema.ts';
import type { Aspect } from '../search/focus.ts';
import { card, listCard, type Row } from './card.ts';
import { footnotes, readableDate, remarkOn } from './evidence.ts';
import { links } from './links.ts';

export const isCurrent = ({ status }: Certification) => status.value === 'active' || status.value === 'beta';

/** One certification as it is today; one that is gone says so first, and what replaced it. */
export function certificationCard(bot: Bot, certification: Certification, aspect?: Aspect): Message {
  const notes = footnotes(bot.knowledge);
  const {
    title,
    code,
    provider,
    level,
    kind,
    status,
    statusNote,
    cost,
    costNote,
    minutes,
    questions,
    validity,
  } = certification;
  const successors = certification.replacedBy.map((id) => entryOf(bot.knowledge, 'certification', id));
  const fields = [
    {
      name: 'Status',
      value: notes.cite([`**${status.value}**`, statusNote].filter(Boolean).join('. '), status),
    },
    {
      name: 'Kind',
      value: `${kind === 'exam' ? 'Exam' : 'Course certificate, no proctored exam'}, ${level} level, by ${provider}`,
    },
    ...(cost || costNote
      ? [
          {
            name: 'Cost',
            value: cost
              ? notes.cite([dollars(cost.value), costNote].filter(Boolean).join('. '), cost)
              : (costNote ?? ''),
          },
        ]
      : [{ name: 'Cost', value: 'No price that we could check; see the official page.' }]),
    ...(minutes ? [{ name: 'Length', value: notes.cite(`${minutes.value} minutes`, minutes) }] : []),
    ...(questions ? [{ name: 'Questions', value: notes.cite(questions.value, questions) }] : []),
    ...(validity ? [{ name: 'Valid for', value: notes.cite(validity.value, validity) }] : []),
    ...(certification.prerequisites
      ? [
          {
            name: 'Before it',
            value: notes.cite(certification.prerequisites.value, certification.prerequisites),
          },
        ]
      : []),
    { name: 'Worth it when …', value: certification.worthIt },
  ];
  return card(bot, {
    lead: (isCurrent(certification) && asked(certification, aspect)) || statusLead(certification, successors),
    title: code ? `${title} (${code})` : title,
    description: certification.summary,
    fields,
    notes,
    ...(isCurrent(certification) ? {} : { colour: 'warning' as const }),
    buttons: [
      ...successors.map((successor, index) =>
        button(
          successor.title,
          links.certification.to({ certification: successor.id }),
          index === 0 ? 'main' : 'plain',
        ),
      ),
      webButton('Official page', certification.page),
      button('All certifications', links.certifications.to({ page: 0 })),
    ],
  });
}

/** What was asked of a certification that can still be had, in one sentence; undefined when nothing in particular was. */
function asked(certification: Certification, aspect?: Aspect): string | undefined {
  const { title, cost, costNote, validity, minutes, questions, prerequisites, worthIt } = certification;
  switch (aspect) {
    case 'price':
      if (cost) return `${title} costs ${dollars(cost.value)} (${remarkOn(cost)}).`;
      return costNote
        ? `${title}: ${costNote}`
        : `I have no price for ${title} that I could check; see the official page.`;
    case 'validity':
      return validity
        ? `${title} is valid for: ${validity.value} (${remarkOn(validity)}).`
        : `I found no source that says how long ${title} is valid; see the official page.`;
    case 'exam': {
      const parts = [questions?.value, minutes && `${minutes.value} minutes`].filter(Boolean);
      const evidence = questions ?? minutes;
      return evidence ? `The exam for ${title}: ${parts.join(', ')} (${remarkOn(evidence)}).` : undefined;
    }
    case 'before':
      return prerequisites
        ? `Before ${title}: ${prerequisites.value} (${remarkOn(prerequisites)}).`
        : `I found no required step before ${title}; see the official page.`;
    case 'worth':
      return `${title}: ${worthIt}`;
    default:
      return undefined;
  }
}

/** Whether it can still be had, and what replaced it where not. */
function statusLead(
  { title, provider, status, level }: Certification,
  successors: readonly Certification[],
): string {
  const instead = listed(
    successors.map((successor) => successor.title),
    'or',
  );
  const replacement = instead ? `; it was replaced by ${instead}` : '; nothing replaced it one for one';
  switch (status.value) {
    case 'retired':
      return `${title} is **retired**${replacement}.`;
    case 'superseded':
      return `${title} is **superseded**${replacement}.`;
    case 'beta':
      return `${title} by ${provider} is in beta (${level} level, as of ${readableDate(status.asOf)}).`;
    case 'active':
      return `${title} by ${provider} is active (${level} level, as of ${readableDate(status.asOf)}).`;
  }
}

/** Every certification, or those for one career, current ones first. */
export function certificationsCard(bot: Bot, career: Career | undefined, page: number): Message {
  const all = [...bot.knowledge.certification.values()].filter(
    ({ careers }) => !career || careers.includes(career.id),
  );
  const current = all.filter(isCurrent);
  const former = all.filter((certification) => !isCurrent(certification));
  const whose = career ? ` for ${career.title}` : '';
  return listCard(bot, {
    lead: `I know ${counted(current.length, 'current certification')}${whose}, and ${former.length} that ${former.length === 1 ? 'is' : 'are'} retired or superseded.`,
    title: `Certifications${whose}`,
    introduction: 'A certificate adds to work that you can show; it does not replace it.',
    rows: [...current, ...former].map(rowOf),
    page,
    placeholder: 'Open a certification',
    menu: links.certification.choose({}),
    pageLink: (other) => links.certifications.to({ career: career?.id, page: other }),
  });
}

const rowOf = ({ id, title, status, level, cost }: Certification): Row => ({
  id,
  title,
  detail: [status.value === 'active' ? undefined : `**${status.value}**`, level, cost && dollars(cost.value)]
    .filter(Boolean)
    .join(' · '),
});

const dollars = (amount: number) => `US$${amount.toLocaleString('en')}`;
