import { withoutDialect } from '@tulkka/shared/grading';
import { irregularForm } from './verb-forms.ts';

/**
 * British and American English side by side: what one of them says and the other too is no mistake. Each rule maps both
 * ways of saying a thing to one; what they map to is nobody's English and never shown. Sources of the pairs: Swan, Practical
 * English Usage, "British and American English"; Cambridge Grammar, "British and American grammar".
 */
interface Doublet {
  /** Both ways, as an example; the test reads it. */
  says: readonly [string, string];
  form: (clause: string, lemma: Lemma) => string;
}

/** The base form of a verb. */
type Lemma = (verb: string) => string;

const collective =
  'army|audience|band|board|choir|class|club|committee|company|council|couple|crew|crowd|department|enemy|family|firm|gang|generation|government|group|jury|majority|management|media|minority|ministry|opposition|orchestra|parliament|party|press|public|staff|team|union';
const determiner = 'the|a|an|my|your|his|her|its|our|their|this|that|some';
const object = `me|you|him|her|it|us|them|each other|people|everyone|everybody|(?:${determiner}) \\w+`;
const weekPart = 'weekends?';

/** Every match of a pattern replaced, in a clause that begins and ends with a space. */
const swap =
  (pattern: RegExp, by: string) =>
  (clause: string): string =>
    clause.replace(pattern, by);

/** What two verbs share whose forms differ in "-ing" or "to": swimming and swim, making and make. */
const stemOf = (verb: string): string =>
  verb
    .replace(/ing$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/e$/, '');

/** Verbs that take "-ing" or "to" without another meaning; after "would" only "to" is right. */
const eitherForm =
  /(?<! would| 'd) (like|likes|liked|love|loves|loved|hate|hates|hated|prefer|prefers|preferred|start|starts|started|begin|begins|began|begun|continue|continues|continued) (?:to (\w+)|(\w+ing)) /g;

const collectiveWithPlural = new RegExp(` (${collective}) (are|were|have|do) `, 'g');
const collectiveWithVerb = new RegExp(` (${collective}) (?!is |was |has |does )(\\w{3,})s `, 'g');
const helpedTo = new RegExp(` (help|helps|helped|helping) (${object}) to `, 'g');

const doublets: readonly Doublet[] = [
  {
    says: ['my family live here', 'my family lives here'],
    form: (clause) =>
      clause
        .replace(
          collectiveWithPlural,
          (_, noun: string, verb: string) => ` ${noun} ${{ are: 'is', were: 'was', have: 'has' }[verb] ?? 'does'} `,
        )
        .replace(collectiveWithVerb, ' $1 $2 '),
  },
  {
    says: ['none of them are ready', 'none of them is ready'],
    form: swap(/ (none|neither|either) of ((?:\w+ ){1,2})(are|were|have) /g, ' $1 of $2is '),
  },
  {
    says: ['none of them were ready', 'none of them was ready'],
    form: swap(/ (none|neither|either) of ((?:\w+ ){1,2})(was|has) /g, ' $1 of $2is '),
  },
  {
    says: ['i live in oxford street', 'i live on oxford street'],
    form: swap(/ in ((?:\w+ ){1,2})(street|road|avenue|lane|square) /g, ' on $1$2 '),
  },
  {
    says: ['at the weekend', 'on the weekend'],
    form: swap(new RegExp(` at (the |a )?(${weekPart}) `, 'g'), ' on $1$2 '),
  },
  {
    says: ['on a team', 'in a team'],
    form: swap(new RegExp(` in ((?:${determiner}) (?:\\w+ )?)team `, 'g'), ' on $1team '),
  },
  {
    says: ['he is in hospital', 'he is in the hospital'],
    form: swap(/ (in|to|from|at) the (hospital|university) /g, ' $1 $2 '),
  },
  { says: ['we are at school', 'we are in school'], form: swap(/ in school /g, ' at school ') },
  { says: ['different to mine', 'different from mine'], form: swap(/ different (?:to|than) /g, ' different from ') },
  {
    says: ['fill in the form', 'fill out the form'],
    form: swap(
      / (fill|fills|filled|filling) in ((?:\w+ ){1,2})(form|application|questionnaire|survey) /g,
      ' $1 out $2$3 ',
    ),
  },
  {
    says: ['quarter past five', 'a quarter past five'],
    form: swap(/ a quarter (past|after|to|of|till|before) /g, ' quarter $1 '),
  },
  {
    says: ['ten past five', 'ten after five'],
    form: swap(/ (quarter|half|five|ten|twenty|twenty five) after /g, ' $1 past '),
  },
  {
    says: ['quarter to five', 'quarter of five'],
    form: swap(
      / (quarter|five|ten|twenty) (?:of|till|before) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) /g,
      ' $1 to $2 ',
    ),
  },
  {
    says: ['towards the house', 'toward the house'],
    form: swap(/ (to|for|back|after|up|down|on|in|out)wards /g, ' $1ward '),
  },
  { says: ['amongst us', 'among us'], form: swap(/ (among|whil|amid)e?st /g, ' $1 ') },
  { says: ['while i slept', 'whilst i slept'], form: swap(/ while /g, ' whil ') },
  {
    says: ['look round', 'look around'],
    form: swap(/ (look|looked|looking|turn|turned|walk|walked|all|go|went) round /g, ' $1 around '),
  },
  {
    says: ['we stayed at home', 'we stayed home'],
    form: swap(
      / (stay|stays|stayed|staying|be|am|is|are|was|were|been|remain|remained|work|works|worked) at home /g,
      ' $1 home ',
    ),
  },
  {
    says: ['i helped him to move', 'i helped him move'],
    form: (clause) => clause.replace(helpedTo, ' $1 $2 ').replaceAll(/ (help|helps|helped|helping) to /g, ' $1 '),
  },
  {
    says: ['i like swimming', 'i like to swim'],
    form: (clause) =>
      clause.replace(
        eitherForm,
        (_, verb: string, base?: string, ing?: string) => ` ${verb} to ${stemOf(base ?? ing ?? '')} `,
      ),
  },
  {
    says: ['i have already eaten', 'i already ate'],
    form: (clause, lemma) => (/ (?:already|just|yet) /.test(clause) ? withoutPerfect(clause, lemma) : clause),
  },
  {
    says: ['i have got a car', 'i have a car'],
    form: swap(/ (have|has) got (?=(?:a|an|the|to|my|no|some|any|two|three) )/g, ' $1 '),
  },
  {
    says: ['have you got a car', 'do you have a car'],
    form: swap(/ (?:have|has) (i|you|we|they|he|she|it) got /g, ' do $1 have '),
  },
  {
    says: ['have you a pen', 'do you have a pen'],
    form: swap(/ have (you|we|they) (?=(?:a|an|any) )/g, ' do $1 have '),
  },
  { says: ['i have gotten used to it', 'i have got used to it'], form: swap(/ gotten /g, ' got ') },
  { says: ['it has proven right', 'it has proved right'], form: swap(/ proven /g, ' proved ') },
  { says: ['i shall see', 'i will see'], form: swap(/ (i|we) shall /g, ' $1 will ') },
  { says: ['you need not come', 'you do not need to come'], form: swap(/ need not /g, ' do not need to ') },
  {
    says: ['i had a shower', 'i took a shower'],
    form: swap(
      / (?:have|has|had|having|take|takes|took|taken|taking) ((?:a|an|my|your|his|her|our|their) (?:\w+ )?(?:shower|bath|look|break|rest|nap|seat|holiday|vacation)) /g,
      ' take $1 ',
    ),
  },
  {
    says: ['take a decision', 'make a decision'],
    form: swap(/ (?:make|makes|made|making|take|takes|took|taken|taking) ((?:\w+ ){0,2}decisions?) /g, ' make $1 '),
  },
  { says: ['go and see him', 'go see him'], form: swap(/ (go|come|try) and (?=\w+ )/g, ' $1 ') },
  { says: ['try and find it', 'try to find it'], form: swap(/ try to /g, ' try ') },
  { says: ['outside of the house', 'outside the house'], form: swap(/ (outside|inside|off|all|both) of /g, ' $1 ') },
  {
    says: ['speak with him', 'speak to him'],
    form: swap(/ (speak|speaks|spoke|spoken|speaking|talk|talks|talked|talking) with /g, ' $1 to '),
  },
  { says: ['meet with him', 'meet him'], form: swap(/ (meet|meets|met|meeting) with /g, ' $1 ') },
  {
    says: ['from monday through friday', 'from monday to friday'],
    form: swap(/ (\w+day) through (?=\w+day )/g, ' $1 to '),
  },
  { says: ['two hundred and ten', 'two hundred ten'], form: swap(/ (hundred|thousand) and /g, ' $1 ') },
  { says: ['half an hour', 'a half hour'], form: swap(/ a half hour /g, ' half an hour ') },
  { says: ['an historic day', 'a historic day'], form: swap(/ an (histor\w+) /g, ' a $1 ') },
];

/** Things with a British and an American word. */
const words: ReadonlyMap<string, string> = new Map(
  `flat apartment, flats apartments, lift elevator, lifts elevators, biscuit cookie, biscuits cookies, sweets candy,
  autumn fall, film movie, films movies, cinema theater, mobile cellphone, petrol gas, lorry truck, lorries trucks,
  pavement sidewalk, queue line, queues lines, rubbish trash, garbage trash, trousers pants, trainers sneakers, jumper sweater,
  post mail, postman mailman, postcode zipcode, chemist pharmacy, drugstore pharmacy, tap faucet, torch flashlight,
  football soccer, maths math, aubergine eggplant, courgette zucchini, timetable schedule, motorway highway,
  underground subway, rucksack backpack, wardrobe closet, cooker stove, fridge refrigerator, telly tv, mum mom,
  mummy mommy, nappy diaper, pram stroller, holiday vacation, holidays vacation, shop store, shops stores, cv resume,
  ill sick, till register, caravan trailer, dustbin trashcan, plaster bandaid, zip zipper, programme program, toilet bathroom`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([british = '', american = '']) => [british, american]),
);

const perfectOrPast = '(?:(?:not|already|just|yet|ever|never) )*';
const subject = 'i|you|we|they|he|she|it|\\w+';

const asked = new RegExp(` did (${subject}) (${perfectOrPast})(\\w+) `, 'g');
const askedPerfect = new RegExp(` (?:have|has) (${subject}) (${perfectOrPast})(\\w+) `, 'g');
const saidPerfect = new RegExp(` (?:have|has) (${perfectOrPast})(\\w+) `, 'g');

/** "I have already eaten" and "I already ate" are one; what is no past of either kind stays, as a mistake would. */
function withoutPerfect(clause: string, lemma: Lemma): string {
  const done = (verb: string): string => `${lemma(verb)}~`;
  const isParticiple = (word: string): boolean => /ed$/.test(word) || irregularForm(word)?.participle === true;
  const isPast = (word: string): boolean => /ed$/.test(word) || irregularForm(word)?.past === true;
  const perfect = clause
    .replace(asked, (_, who: string, adverbs: string, verb: string) => ` ${who} ${adverbs}${done(verb)} `)
    .replace(askedPerfect, (whole, who: string, adverbs: string, verb: string) =>
      isParticiple(verb) ? ` ${who} ${adverbs}${done(verb)} ` : whole,
    )
    .replace(saidPerfect, (whole, adverbs: string, verb: string) =>
      isParticiple(verb) ? ` ${adverbs}${done(verb)} ` : whole,
    );
  if (/ (?:have|has) /.test(perfect)) return perfect;
  return perfect.replaceAll(/(?<= )(\w+)(?= )/g, (word) => (isPast(word) ? done(word) : word));
}

/** A clause in the form that both dialects share. */
export function commonForm(words_: readonly string[], lemma: Lemma): string[] {
  const spelled = withoutDialect(words_.join(' ').toLowerCase());
  let clause = ` ${spelled
    .split(' ')
    .map((word) => words.get(word) ?? word)
    .join(' ')} `;
  for (const { form } of doublets) clause = form(clause, lemma);
  return clause.trim().split(/\s+/);
}

/** Whether two clauses say the same, one in British and one in American English, or in what both allow. */
export const sameInDialects = (one: readonly string[], other: readonly string[], lemma: Lemma): boolean =>
  commonForm(one, lemma).join(' ') === commonForm(other, lemma).join(' ');

/** The pairs that the rules are about, for their test. */
export const dialectPairs: readonly (readonly [string, string])[] = doublets.map(({ says }) => says);
