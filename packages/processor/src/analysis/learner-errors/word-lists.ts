/** A set of words from a line of them. */
export const words = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/));

/** Base verbs common enough to be sure of without a tagger. */
export const sureBases = words(
  'go get have do make take come see know want need like love hate eat drink work live say tell ask think speak study learn play watch read write buy pay wake brush give feel look seem use find start finish open close wear drive cook clean help call try leave become smell taste repeat rehearse throw understand listen travel visit run walk sit sleep teach bring send sell meet forget remember sing dance swim spell win lose lend spend hear agree arrive ask believe borrow break build carry choose complain cry deliver discuss earn enjoy explain fall fight fix forget grow happen improve invite join laugh mean miss offer order park pick prefer promise pull remind rent reply ride serve share shout sign solve stay steal stop teach thank touch turn wait warn wash worry',
);
/** Of those, the ones that are nouns or adjectives just as often, so that a noun position proves nothing. */
export const nounToo = words(
  'help work love look study watch play drink like cook use start walk visit call sleep travel need try run feel open close clean hate read become finish smell taste drive ask break build cry fall fight fix grow laugh mean miss offer order park pick promise pull rent reply ride share shout sign stay stop thank touch turn wait wash worry',
);
export const thirdPerson = words(
  'he she it everybody everyone nobody somebody someone something everything nothing anybody anyone',
);
export const determinersOfOne = words('my the our his her their your');

/** Nouns of stuff and ideas that learners count: a homework, informations. */
export const uncountables = words(
  'homework advice information furniture luggage baggage equipment staff rubbish traffic knowledge progress feedback',
);

/** Verbs and adjectives with a preposition that they never take. */
export const neverWith: Record<string, ReadonlySet<string>> = {
  discuss: words('about'),
  discussed: words('about'),
  explain: words('me him her us them'),
  enter: words('to into'),
  marry: words('with'),
  married: words('with from'),
  answer: words('to'),
  call: words('to'),
  told: words('to'),
  tell: words('to'),
  ask: words('to'),
  asked: words('to'),
  phone: words('to'),
  reach: words('to'),
  mention: words('about'),
  depend: words('of from'),
  depends: words('of from'),
  depended: words('of from'),
  despite: words('of'),
  emphasise: words('on'),
  emphasised: words('on'),
  requested: words('for'),
  beside: words('of'),
  similar: words('with as'),
  allergic: words('on from with for of'),
  suffer: words('of'),
  suffers: words('of'),
  suffered: words('of'),
  shouted: words('me him us them'),
  wait: words('me him us them'),
  waited: words('me him us them'),
  thank: words('for'),
  responsible: words('of'),
  interested: words('for about on to by'),
  good: words('in'),
  bad: words('in'),
  afraid: words('from'),
  scared: words('from'),
  arrive: words('to'),
  arrived: words('to'),
  looking: words('to'),
  look: words('to'),
  consist: words('from in'),
  different: words('of'),
  same: words('like'),
  cope: words('up'),
  lack: words('of'),
  contact: words('with to'),
  suggest: words('me him her us them'),
  suggested: words('me him her us them'),
  explained: words('me him her us them'),
  said: words('me him her us them'),
  say: words('me him her us them'),
};
