import { normalise } from '../knowledge/normalise.ts';
import type { Refusal } from '../knowledge/phrasings.ts';

/** What a question is when it is none that the knowledge base may answer, whatever it resembles. */
export type Guarded = { readonly kind: 'care' } | { readonly kind: 'decline'; readonly reason: Refusal };

type Guard = {
  readonly reply: Guarded;
  /** Whether it is heard in the whole of a story, or only in its end, where people ask. */
  readonly anywhere: boolean;
  /** Any of these makes the guard speak: regular expressions over normalised words. */
  readonly when: readonly string[];
};

/**
 * What must not be missed, and what a few words decide: distress, attempts at the bot itself, and words that make a
 * question about today or about one place. Every other kind of question that is declined is recognised by its phrasings.
 * Read from the first to the last. Add a line for a way to say it, never for one sentence.
 */
const guards: readonly Guard[] = [
  {
    reply: { kind: 'care' },
    anywhere: true,
    when: [
      '(?:kill|killing|hurt|hurting|harm|harming|cut|cutting) my ?self',
      'suicid\\w*|self harm|want to die|wanna die|mar ja\\w* chaht\\w*|marne ka mann|mar jana|marna chahta',
      '(?:wish|better off) (?:i was |i were |being )?dead|end (?:my life|it all)|if i (?:just )?(?:was gone|wasn t (?:here|alive)|wasnt (?:here|alive)|didn t exist|weren t here)|easier without me',
      '(?:give|giving) up on (?:everything|life|myself)|lost (?:all hope|the will)|tired of (?:living|life|everything|it all)',
      'no (?:reason|point|will) (?:to|in) liv\\w*|jeena nahi|jeene ka mann nahi|hate my ?(?:life|self)',
      '(?:don t|dont|do not) (?:even )?(?:want|wanna) (?:to )?(?:live|be alive|be here|exist|wake up)',
      '(?:can t|cannot|cant) (?:go on|take it|do this|cope) ?any ?more|(?:can t|cant|cannot) stop crying|i m broken',
      '(?:i m|i am|im|i feel|feeling|feel|am) (?:\\w+ )?(?:worthless|hopeless|useless|depressed|suicidal|a failure|like a failure|a burden|empty inside|numb)',
      '(?:have|having|in|into|my|this|severe|deep|through|fighting|got|battling|with|from) (?:(?:my|a|severe|deep|bad|clinical|major) )?depression|depression (?:is|has|won t|makes|hits?|again)|panic attacks?|(?:mental|nervous) breakdown|crying (?:every|all|at|myself)|cry (?:every|all|myself)',
      '(?:nobody|no one) (?:cares|(?:would|will) (?:notice|care|miss)|wants me)',
      'everything is pointless|life is (?:pointless|over|ruined|meaningless)',
      '(?:what s|whats|what is|see no|no) (?:the )?point (?:of|in) (?:anything|living|life|it all|going on)',
      '(?:can t|cant|cannot) (?:sleep|get out of bed) (?:any ?more|at all|for (?:days|weeks))',
    ],
  },
  {
    reply: { kind: 'decline', reason: 'abuse' },
    anywhere: false,
    when: [
      '(?:ignore|disregard) (?:all |any |the |your |my )*(?:previous|prior|above|earlier|instructions?|rules)',
      'system prompt|developer mode|jailbreak\\w*|dan mode|you are now|pretend (?:to be|you)',
      'reveal your|your (?:instructions|prompt|token)',
      'free nitro|click (?:here|this|the link)|promo code|discount code|join my server|double your',
    ],
  },
  {
    reply: { kind: 'decline', reason: 'live-local-facts' },
    anywhere: false,
    when: [
      '(?:is|are|who is|who s|whos|which \\w+ (?:is|are)) (?:\\w+ )*(?:hiring|recruiting)(?: \\w+)* (?:right now|rn|now|today|currently|this (?:week|month|summer|year))',
      'currently hiring|hiring freeze|(?:(?<!due )tonight|yesterday|last night|tomorrow (?:at )?\\d\\w*)',
      'when (?:is|does|do|are|will) (?:the )?(?:next|registration|enrol\\w*|results?|admissions?|exam|event|webinar)',
      '(?:next|this year s|upcoming) (?:cohort|batch|intake)|registration (?:open|closes?|date)|application deadline',
      '(?:phone|contact) number|(?:summer|fall|spring|winter) 20(?:0\\d|1\\d|2[0-4])|20(?:0\\d|1\\d|2[0-4]) (?:interns?|internship|batch|cohort|season|drive)',
      '(?:pays?|salary|offers?) .*\\b(?:l[3-9]|e[3-9]|ic[3-9])\\b|how was your|who won',
      'whatsapp group|telegram group|share price|stock price of',
    ],
  },
];

const matchers = guards.map((guard) => ({
  ...guard,
  matches: new RegExp(`(?:^| )(?:${guard.when.join('|')})(?= |$)`, 'u'),
}));

/** A longer text, in words, tells a story. */
const longText = 30;

/** The guard that speaks for a text, if one does. */
export function guarded(text: string): Guarded | undefined {
  const whole = normalise(text);
  const isLong = whole.split(' ').length > longText;
  const end = isLong ? normalise(lastClauses(text)) : whole;
  return matchers.find(({ matches, anywhere }) => matches.test(anywhere ? whole : end))?.reply;
}

/** The last two clauses, where people who tell a story ask. */
const lastClauses = (text: string) =>
  text
    .split(/[.?!;\n]+|,\s/u)
    .map((clause) => clause.trim())
    .filter(Boolean)
    .slice(-2)
    .join(' ');
