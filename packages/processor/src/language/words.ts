const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** More letters than any English word that is taught has; what is longer is a noise, a password or an attack. */
export const longestWord = 30;

/** Words without a meaning of their own that speech is full of. */
export const fillers = list('um umm uh uhh uhm erm er err hmm hm mm mmm ah aah eh uhu ehm ooh aw aww huh');
export const articles = list('a an the');
export const determiners = list(
  'a an the this that these those my your his her its our their some any no each every either neither another both all',
);
export const prepositions = list(
  'about above across after against ago along among around as at before behind below beneath beside between beyond by despite down during except for from in inside into like near of off on onto out outside over past since than through throughout to toward towards under until till up upon with within without',
);
export const particles = list(
  'about across ahead along apart around aside away back by down forward in into off on onto out over round through together up',
);
export const subjectPronouns = list('i you he she it we they');
export const objectPronouns = list('me you him her it us them');
export const possessives = list('my your his her its our their');
export const auxiliaries = list(
  'am is are was were be been being do does did have has had will would shall should can could may might must',
);
export const beForms = list('am is are was were be been being');
export const haveForms = list('have has had having');
export const doForms = list('do does did');
export const modals = list('will would shall should can could may might must');
export const conjunctions = list(
  'and but or so because if when while although though that which who whose where than as until before after since unless',
);
export const questionWords = list('what when where who whom whose why how which');
export const adverbs = list(
  'very really also just so too actually only even still always never often usually sometimes now then here there maybe perhaps well again already yet ever quite almost soon later today tomorrow yesterday please',
);
export const timeWords = list(
  'day week month year morning afternoon evening night weekend monday tuesday wednesday thursday friday saturday sunday hour minute',
);
export const negatives = list('not no never nobody nothing none');
/** Verbs that mean little without their noun: make a plan, do homework, take notes. */
export const lightVerbs = list(
  'make do take have give get meet pay catch keep set hold break run tell say save lose go come put bring draw pass miss win earn raise',
);
/** Forms of those that learners put for each other: make homework, do a mistake. */
export const lightForms = list(
  'do does did done doing have has had having make makes made making take takes took taken give gives gave get gets got',
);
const numbers = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million',
);

/** Whether a word is a cardinal number, in letters or in digits. */
export function isNumber(word: string): boolean {
  return (
    numbers.has(word) ||
    /^\d[\d.,:]*$/.test(word) ||
    (word.includes('-') && word.split('-').every((part) => numbers.has(part)))
  );
}

/** Discourse markers and answers that open a sentence without belonging to it. */
export const openers = list(
  'ok okay so well now yes yeah yep no oh ah aha ha haha right great good perfect exactly excellent lovely fine sure alright anyway and but then nice brilliant super wow correct',
);

/** Praise that a teacher gives, learners hardly ever. */
export const praise = list(
  'good great perfect excellent lovely brilliant wonderful fantastic super exactly correct well-done beautiful awesome amazing nice',
);

/** Words that every learner knows: never worth a card on their own. */
export const commonWords = list(
  'the a an and or but so to of in on at for with from by is are was were be been am do does did have has had i you he she it we they me him us them my your his her its our their this that these those not no yes ok okay um uh like know well just very really good nice what when where who how why can could will would should there here then than as if about up out more some any all one two right yeah hello hi bye thing things ' +
    'because too also now today word words sentence question answer name time day go get come see say said make want need look think please sorry thank thanks teacher student lesson class homework maybe first second third next last number which whose whom while until since only still ever never always again something someone somebody anything nothing everything everyone everybody much many lot lots bit little big small new old ' +
    'meaning means mean english example grammar verb noun adjective adverb preposition article plural singular tense past present future perfect continuous simple passive infinitive gerund pronoun pronunciation spelling vocabulary phrase idiom expression three four five six seven eight nine ten let lets',
);

const functionWords: ReadonlySet<string> = new Set([
  ...[articles, determiners, prepositions, auxiliaries, subjectPronouns, objectPronouns, conjunctions].flatMap(
    (set) => [...set],
  ),
  ...[fillers, questionWords, adverbs, openers].flatMap((set) => [...set]),
  'not',
  "'s",
]);

/** Whether a word carries meaning of its own. */
export function isContent(word: string): boolean {
  return !functionWords.has(word);
}
