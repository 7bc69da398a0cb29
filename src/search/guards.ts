import { normalise } from '../knowledge/normalise.ts';
import type { Refusal } from '../knowledge/phrasings.ts';

/** What a question is when it is none that the knowledge base could answer. */
export type Guarded = { readonly kind: 'care' } | { readonly kind: 'decline'; readonly reason: Refusal };

type Guard = {
  readonly reply: Guarded;
  /** Any of these makes the guard speak; they are matched in the normalised text, between words. */
  readonly when: RegExp;
  /** … unless one of these is there too. */
  readonly unless?: RegExp;
};

const decline = (reason: Refusal): Guarded => ({ kind: 'decline', reason });
const words = (pattern: string) => new RegExp(`(?:^| )(?:${pattern.replace(/\s*\n\s*/g, '')})(?= |$)`, 'u');

/** The fields and roles that the knowledge base is about; a question that names none of them may be about anything. */
const ourFields = `python|sql|statistics|calculus|linear algebra|data ?sets?|rag|llms?|certificates?|self taught|recruiters?|ml|ai|ds|mle|machine learning|deep learning|data|artificial intelligence|mlops|llms?|genai|analytics|
  (?:ml|ai|data) \\w+|computer vision|nlp|researcher|(?:data|bi|business|product|quant\\w*) analysts?|(?:data|research|applied|ml|ai) scientists?`;
const ours = words(ourFields);

const otherCareer = `
  forensic\\w*|lawyer|attorney|nurse|nursing|doctor|surgeon|physician|dentist|pharmacist|veterinarian|vet|accountant|accounting|actuary|auditor|banker|
  investment banking|teacher|professor of \\w+|pilot|police|firefighter|soldier|army|chef|cook|baker|plumber|electrician|carpenter|
  mechanic|architect(?:ure)? (?:of )?building|civil engineer(?:ing)?|mechanical engineer|chemical engineer|electrical engineer|web dev(?:eloper|elopment)?|web designer|
  front ?end(?: dev\\w*)?|back ?end(?: dev\\w*)?|full ?stack(?: dev\\w*)?|android dev\\w*|ios dev\\w*|mobile dev\\w*|app developer|game dev\\w*|game designer|
  cyber ?security|ethical hack\\w*|hacker|pen ?test\\w*|network engineer|sysadmin|system administrator|blockchain|crypto|
  graphic design\\w*|ui ?ux|ux design\\w*|product designer|interior design\\w*|fashion design\\w*|photograph\\w*|journalist|writer|author|actor|actress|model agency|
  musician|singer|youtuber|influencer|streamer|athlete|footballer|cricketer|astronaut|scrum master|product manager|project manager|
  marketing|seo|sales\\w*|hr manager|human resources|recruiter|real estate|entrepreneur|psychologist|therapist|social worker|civil services?|upsc|ias officer|
  sap consultant|salesforce|devops engineer|qa tester|economist|biologist|chemist|physicist|ceo|cto`;

/**
 * Read from the first to the last. Add a row, or words to a row; a row is for a kind of question, never for one sentence.
 */
const guards: readonly Guard[] = [
  {
    reply: { kind: 'care' },
    when: words(
      `(?:kill|hurt|harm|cut)\\w* (?:my ?self|me)|suicid\\w*|self harm|want to die|wanna die|(?:wish|better off) (?:i was |i were |being )?dead|end (?:my life|it all)|
      give up on (?:everything|life|myself)|giving up on (?:everything|life|myself)|no (?:reason|point|will) (?:to|in) liv\\w*|
      hate my ?(?:life|self)|(?:can t|cannot|cant) (?:go on|take it|do this|cope)(?: any ?more| anymore)?|(?:i m|i am|im|feel|feeling|so) (?:\\w+ )?(?:worthless|hopeless|useless|depressed|suicidal|a failure|like a failure|a burden|empty inside|numb)|
      depression|panic attacks?|breakdown|crying (?:every|all|at|myself)|(?:i )?cry (?:every|all)|nobody (?:cares|would miss)|everything is pointless|life is (?:pointless|over|ruined|meaningless)|lost all hope|(?:what s|whats|what is|see no|no) (?:the )?point (?:of|in) (?:anything|living|life|it all|going on)|(?:can t|cant|cannot) stop crying|nobody wants me|mar ja\\w* chaht\\w*|marne ka mann|jeena nahi|(?:don t|dont|do not) (?:even )?(?:want|wanna) (?:to )?(?:live|be alive|be here|exist|wake up)|(?:nobody|no one) (?:would|will) (?:notice|care|miss)|i was gone|cry myself|(?:so |just )?tired of (?:living|life|everything|it all)|lost the will|(?:can t|cant|cannot|don t|dont) (?:sleep|eat|get out of bed)|i m broken|
      jeene ka mann nahi|mar jana|marna chahta`,
    ),
  },
  {
    reply: decline('abuse'),
    when: words(
      `ignore (?:all |any |the |your |my )*(?:previous|prior|above|earlier|instructions?|rules)|disregard (?:all |the |your )*(?:previous|prior|instructions?|rules)|system prompt|developer mode|jailbreak\\w*|you are now|pretend (?:to be|you)|act as (?:a|an|if)|
      reveal your|your (?:instructions|prompt|token)|dan mode|free nitro|nitro|click (?:here|this|the link)|dm me|buy now|promo code|discount code|subscribe to|follow me|join my server|check out my|double your`,
    ),
    unless: words(`ai act|act as a (?:data|ml|machine)`),
  },
  {
    reply: decline('tech-help'),
    when: words(
      `(?:\\w*error|\\w*exception|traceback|stack ?trace|segfault|segmentation fault|cuda out of memory|out of memory|oom)|
      (?:can t|cant|cannot|can not|unable to|couldn t|how (?:do|can|to) (?:i )?) ?(?:import|install|uninstall|load the|open the file|connect to|parse|debug|fix|undo|revert|merge|sort|loop|reverse|print|concatenate)|
      (?:fix|debug|solve|write|do|finish|complete) (?:this|my|the|that|me) (?:\\w+ )*(?:code|bug|error|homework|assignment|script|function|query|equation|problem|exercise|essay|thesis|loss|lab)|
      (?:not working|doesn t work|won t (?:run|work|start|load|converge|compile)|stopped working|keeps crashing|is (?:nan|stuck|not converging)|(?:loss|accuracy) (?:is|stays|not|stuck|goes))|
      homework|assignment|write (?:me )?(?:a |the |some )?(?:code|function|script|program|sql|query|regex)|(?:give|send) me (?:the )?code|
      how (?:do|can|to|does|would) (?:i |you |one )?(?:calculate|compute|derive|prove|implement|plot|merge|normalize|normalise|encode|vectorize|vectorise|scrape|parse)|
      (?:make|build|code|create|develop|program) (?:an? |my )?(?:\\w+ )?(?:app|website|game|discord bot|virus|chatbot for my|plugin|extension)|
      nonetype|keyerror|valueerror|null ?pointer|syntax|semicolon|stack overflow|pip|conda|docker compose|dockerfile|
      arima|garch|how (?:do|can) i solve|which (?:activation|loss|optimizer|kernel|hyperparameters?) (?:function )?(?:should|to|is)|\\w+ vs \\w+ (?:loss|optimizer|activation|kernel|regression)|
      my (?:model|code|network|script|training|notebook|loss|accuracy|data ?frame|query) (?:\\w+ )?(?:is|keeps|gives|doesn|won|not|isn|overfits|crashes|returns|stuck|fails)`,
    ),
    unless: words(
      `roadmap|career|learn (?:pandas|numpy|docker|sql|python)|pandas (?:course|book|tutorial|and|needed|required|skills?)|numpy (?:pandas|and|course|needed|required)|portfolio|interview|resume`,
    ),
  },
  {
    reply: decline('personal-verdict'),
    when: words(
      `(?:this|the|an?|my|that|which|job|their|his|her|new) offers?|offer letter|counter ?offer|(?:i got|got|have|received|have got|two|3|2) (?:an? |\\w+ )*offers?|am i (?:being |getting |really )*(?:under ?paid|over ?paid|paid enough|good enough|smart enough|too dumb|too stupid|cut out|screwed|qualified|a fit|employable|doing|wrong|making a mistake|wasting)|
      (?:review|rate|roast|critique|check|judge|look at|evaluate|feedback on|thoughts on) (?:my|this) (?:\\w+ )?(?:resume|cv|portfolio|profile|project|github|linkedin|plan|cover letter|code)|
      (?:resume|cv|portfolio|profile) (?:review|feedback|check|roast|critique)|
      (?:should|shall|can|could|do) i (?:quit|resign|leave|stay|accept|reject|decline|take (?:this|the|a|that) (?:job|offer|role|position)|demand|confront|report|sue|tell my|ask my|break up|drop out|negotiate with|lie)|
      my (?:boss|manager|supervisor|coworkers?|colleagues?|team ?lead|girlfriend|boyfriend|professor|landlord) (?:is|wants?|asked|asks|says|said|told|hates?|makes?|won|doesn|keeps)|(?:my )?(?:boss|manager) (?:asked|wants|says|said|told)|
      (?:did|have) i (?:make|made|choose|chosen|chose|pick|ruin|ruined|waste|wasted|mess|messed)|(?:was|is) (?:it|this|that) (?:\\w+ )?(?:my fault|a mistake|rude|legal|illegal|okay to|ok to|ethical|unethical|wrong to|fair)|
      (?:good|fair|bad|low|decent|enough|ok|okay|reasonable) (?:salary|pay|offer|ctc|package) for me|pip at work|will i (?:get (?:the|this|that|in)|ever|pass)|(?:do|did) i deserve|what are my chances|who is right|(?:is|are) (?:he|she|they) right about me|will i (?:get|be) (?:in|into|selected|accepted|rejected)|wasting my (?:time|life)|chance me|do i have a (?:chance|shot)|would you hire me|which (?:one )?should i (?:take|accept|join)`,
    ),
    unless: words(
      `too (?:old|late|young)|dropped out of college|how (?:to|do (?:i|you|people)) negotiate|degree|masters?|phd`,
    ),
  },
  {
    reply: decline('live-local-facts'),
    when: words(
      `(?:is|are|does|who is|who s|whos|which \\w+ (?:is|are)) (?:\\w+ )?(?:hiring|recruiting)(?: \\w+)* (?:right now|rn|now|today|currently|this (?:week|month|summer|year))|currently hiring|hiring freeze|open positions? at|
      (?:tonight|tomorrow|yesterday|this (?:week|weekend|month|summer|semester)|next (?:week|month|cohort|batch|semester|intake)|last (?:week|night|month)) ?(?:$|in|at|for|who|is|near)|next cohort|next batch|when (?:is|does|do|are|will) (?:the )?(?:next|registration|enrol\\w*|results?|deadline|applications?|admissions?|exam|event|webinar)|deadline|registration (?:open|closes?|date)|
      near me|nearby|in my (?:city|town|area)|(?:phone|contact) number|address of|email of|promo|discount|coupon|
      (?:summer|fall|spring|winter) 20\\d\\d|20(?:0\\d|1\\d|2[0-4]) (?:interns?|internship|batch|cohort|season|drive)|l[3-9]|e[3-9] (?:level|salary|pay)|ic[3-9]|
      anyone (?:here )?(?:from|at|who|working|worked|going|taking|taken|interviewed|got|hear|heard|know)|has anyone|does anybody|did any(?:one|body)|how was your|your experience (?:at|with)|who (?:won|is winning)|stock price of|share price|
      visa (?:sponsor\\w*|process\\w*|status|interview)|h1b|green card|opt (?:status|extension)|cut ?off|(?:fees|seats|placements?) (?:and|or|left|available)|placement (?:at|in|of|record)|fees? (?:of|at|for) (?:iit|mit|stanford|\\w+ university)|mentor (?:me|needed|wanted)|looking for (?:a )?(?:mentor|study (?:buddy|partner|group)|teammates?|cofounder)|study buddy|discord server|whatsapp group|telegram group`,
    ),
    unless: words(`is it (?:still )?worth`),
  },
  {
    reply: decline('other-career'),
    when: words(`(?:${otherCareer})`),
    unless: words(`(?:${ourFields})|recruiters?`),
  },
  {
    reply: decline('other-career'),
    when: words(`or (?:an? )?(?:${otherCareer})|(?:${otherCareer}) or`),
    unless: words('from'),
  },
  {
    reply: decline('off-topic'),
    when: words(
      `weather|joke|jokes|recipe|movie to watch|meaning of life|girlfriend|boyfriend|dating|tinder|horoscope|zodiac|football|soccer|cricket (?:match|score)|world cup|election|president|prime minister|religion|god|
      lottery|bitcoin price|stock tips?|which stock|(?:thriller|romance|fantasy|fiction|crime) (?:book|novel)s?|novel|anime|song|lyrics|netflix|taking over the world|ai take over the world|conscious(?:ness)?|sentient|skynet|terminator|kill (?:us|humans|humanity)|agi (?:by|when)|
      what (?:to|should i) wear|clothing|dress code|outfit|favou?rite (?:colou?r|food|movie|song)|are you (?:human|real|a bot|single|alive|chatgpt|married)|do you (?:love|like|sleep|dream|feel)|who (?:made|created|built|are) you|sing|poem|haiku|capital of|translate|who is the|what time is it|pandas? (?:eat|live|bear)|how tall|how old are you|lose weight|gym|diet|snake|guitar|pizza`,
    ),
  },
];

/** A longer text tells a story, and only what is asked in the end is to be judged by the guards. */
const longText = 30;

/** The guard that speaks for a text, if one does. Distress is heard anywhere in it. */
export function guarded(text: string): Guarded | undefined {
  const whole = normalise(text);
  const isLong = whole.split(' ').length > longText;
  const asked = isLong ? normalise(lastClauses(text)) : whole;
  return guards.find(({ when, unless, reply }) => {
    const plain = reply.kind === 'care' ? whole : asked;
    return when.test(plain) && !unless?.test(plain);
  })?.reply;
}

/** The last two clauses, where people who tell a story ask. */
const lastClauses = (text: string) =>
  text
    .split(/[.?!;\n]+|,\s/u)
    .map((clause) => clause.trim())
    .filter(Boolean)
    .slice(-2)
    .join(' ');

/** Whether a text names a field or role that the knowledge base is about. */
export const namesOurField = (text: string) => ours.test(normalise(text));
