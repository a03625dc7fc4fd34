import { expandContraction } from '../language/contractions.ts';
import { ending, possibleBases } from '../language/inflection.ts';
import { irregularForm, isOnlyParticiple, isOnlyPast } from '../language/verb-forms.ts';
import { auxiliaries, beForms, doForms, haveForms, isNumber, modals, prepositions, subjectPronouns, timeWords } from '../language/words.ts';

/** A place in a row of words that no careful speaker would say. */
export interface LearnerError {
  from: number;
  to: number;
  rule: string;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const thirdPerson = set('he she it everybody everyone nobody somebody someone something everything nothing anybody anyone');
const plainSubjects = set('i you we they');
const finished = set('yesterday ago');
const countable = set('many few several these those both two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred');
const uncountable = set('homework advice information furniture luggage news equipment staff music rubbish money water rice bread weather traffic work knowledge research progress feedback vocabulary');
const invariable = set('people staff police children men women fish sheep percent feet teeth series species aircraft dollars');
const needTo = set('want need hope decide plan agree promise refuse learn manage expect offer afford');
const needIng = set('enjoy avoid finish suggest mind keep practise practice dislike imagine');
const statives = set('know believe belong like love hate understand want need own prefer remember contain cost seem');

/** Verbs and adjectives with a preposition that they never take, or with the only one that they do. */
const neverWith: Record<string, ReadonlySet<string>> = {
  discuss: set('about'),
  explain: set('me him her us them'),
  enter: set('to into'),
  marry: set('with'),
  married: set('with'),
  answer: set('to'),
  call: set('to'),
  told: set('to that'),
  tell: set('to that'),
  ask: set('to'),
  asked: set('to'),
  phone: set('to'),
  reach: set('to'),
  mention: set('about'),
  depend: set('of from'),
  depends: set('of from'),
  responsible: set('of'),
  interested: set('for about on to'),
  good: set('in'),
  bad: set('in'),
  afraid: set('from'),
  scared: set('from'),
  arrive: set('to'),
  arrived: set('to'),
  looking: set('to'),
  look: set('to'),
  consist: set('from in'),
  different: set('of'),
  same: set('like'),
  cope: set('up'),
  lack: set('of'),
  contact: set('with to'),
  said: set('me him her us them'),
  say: set('me him her us them'),
  since: set('one two three four five six seven eight nine ten many several'),
};

function isThirdVerb(word: string): boolean {
  return ['is', 'has', 'does', 'was', 'goes'].includes(word) || (ending(word) === 's' && word.length > 3);
}

/** Base verbs common enough to be sure of without a tagger. */
const sureBases = set(
  'go get have do make take come see know want need like love hate eat drink work live say tell ask think speak study learn play watch read write buy pay wake brush give feel look seem use find start finish open close wear drive cook clean help call try leave become smell taste repeat rehearse throw understand listen travel visit run walk sit sleep speak teach bring send sell meet forget remember',
);

type Rule = (words: readonly string[], i: number) => number;

/** Each rule looks at one place and answers how many words the mistake covers, 0 for none. */
const rules: Record<string, Rule> = {
  'past after did': (w, i) => {
    if (!doForms.has(w[i] ?? '')) return 0;
    for (let j = i + 1; j <= i + 3; j += 1) {
      const word = w[j] ?? '';
      if (isOnlyPast(word) || (j > i + 1 && irregularForm(word)?.participle && word !== 'put' && sureBases.has(irregularForm(word)?.base ?? '') && word !== irregularForm(word)?.base)) return j - i + 1;
      if (word !== 'not' && word !== 'never' && word !== 'ever' && !subjectPronouns.has(word)) return 0;
    }
    return 0;
  },
  'past after have': (w, i) => {
    if (!haveForms.has(w[i] ?? '')) return 0;
    for (let j = i + 1; j <= i + 3; j += 1) {
      const word = w[j] ?? '';
      if (isOnlyPast(word) && word !== 'was' && word !== 'were') return j - i + 1;
      if (!['not', 'never', 'ever', 'already', 'just', 'also'].includes(word) && !subjectPronouns.has(word)) return 0;
    }
    return 0;
  },
  'modal with to': (w, i) => (['must', 'can', 'should', 'could', 'would', 'will', 'may', 'might'].includes(w[i] ?? '') && w[i + 1] === 'to' && w[i - 1] !== 'the' ? 2 : 0),
  'modal with a bent verb': (w, i) => (modals.has(w[i] ?? '') && (isOnlyPast(w[i + 1] ?? '') || (isThirdVerb(w[i + 1] ?? '') && sureBases.has((w[i + 1] ?? '').replace(/s$/, '')))) ? 2 : 0),
  'be with a base': (w, i) => (['am', 'is', 'are', 'was', 'were'].includes(w[i] ?? '') && sureBases.has(w[i + 1] ?? '') && !['like', 'open', 'close', 'clean', 'study', 'work', 'love', 'use', 'help', 'become', 'hate', 'read', 'run', 'look', 'play'].includes(w[i + 1] ?? '') ? 2 : 0),
  'be agree': (w, i) => (beForms.has(w[i] ?? '') && ['agree', 'belong', 'depend', 'disagree'].includes(w[i + 1] ?? '') ? 2 : 0),
  'third person without s': (w, i) => {
    if (!thirdPerson.has(w[i] ?? '')) return 0;
    const before = w[i - 1] ?? '';
    if (auxiliaries.has(before) || ['let', 'make', 'makes', 'made', 'help', 'helped', 'see', 'saw', 'hear', 'watch', 'if', 'to', 'not', 'that'].includes(before) || prepositions.has(before)) return 0;
    const j = ['always', 'often', 'usually', 'never', 'sometimes', 'also', 'only', 'really'].includes(w[i + 1] ?? '') ? i + 2 : i + 1;
    const verb = w[j] ?? '';
    if (verb === 'have' || verb === 'do' || verb === 'are' || verb === 'am' || verb === 'were') return verb === 'were' ? 0 : j - i + 1;
    if (w[i] === 'it' && j < 2 && i > 0) return 0;
    return sureBases.has(verb) && !irregularForm(verb)?.past ? j - i + 1 : 0;
  },
  'plain subject with s': (w, i) => {
    const [subject = '', verb = ''] = [w[i], w[i + 1]];
    if (!plainSubjects.has(subject) || prepositions.has(w[i - 1] ?? '')) return 0;
    if (verb === 'has' || verb === 'does' || verb === 'is') return auxiliaries.has(w[i - 1] ?? '') ? 0 : 2;
    if (verb === 'was') return subject === 'i' ? 0 : 2;
    return isThirdVerb(verb) && sureBases.has(possibleBases(verb).find((base) => sureBases.has(base)) ?? '') ? 2 : 0;
  },
  'since and a length of time': (w, i) => (w[i] === 'since' && (isNumber(w[i + 1] ?? '') || ['many', 'several', 'a', 'some'].includes(w[i + 1] ?? '')) && timeWords.has((w[i + 2] ?? '').replace(/s$/, '')) && w[i + 3] !== 'ago' ? 3 : 0),
  'present with since': (w, i) => {
    if (w[i] !== 'since' || i < 2) return 0;
    const before = w.slice(Math.max(0, i - 9), i);
    return before.some((word) => ['have', 'has', 'had', 'been', 'was', 'were', 'did'].includes(word)) || !before.some((word) => ['am', 'is', 'are', 'work', 'live', 'know', 'study'].includes(word)) ? 0 : 1;
  },
  'perfect with a finished time': (w, i) => {
    if (!finished.has(w[i] ?? '') && !((w[i] === 'last') && timeWords.has(w[i + 1] ?? '')) && !(w[i] === 'in' && /^(19|20)\d\d$/.test(w[i + 1] ?? ''))) return 0;
    for (let j = i - 1; j >= Math.max(0, i - 8); j -= 1) {
      if (['since', 'that', 'when', 'because', 'from'].includes(w[j] ?? '')) return 0;
      if (haveForms.has(w[j] ?? '') && irregularOrEd(w[j + 1] ?? '')) return i - j + 1;
    }
    return 0;
  },
  'more with er': (w, i) => (['more', 'most'].includes(w[i] ?? '') && /[a-z]{3,}(?:er|est)$/.test(w[i + 1] ?? '') && comparativeOf(w[i + 1] ?? '') ? 2 : 0),
  'more with a short adjective': (w, i) => (w[i] === 'more' && ['big', 'small', 'tall', 'short', 'old', 'young', 'cheap', 'fast', 'slow', 'strong', 'cold', 'hot', 'easy', 'nice', 'high', 'low', 'good', 'bad', 'happy', 'heavy'].includes(w[i + 1] ?? '') ? 2 : 0),
  'too much with an adjective': (w, i) => (['too', 'very'].includes(w[i] ?? '') && w[i + 1] === 'much' && ['big', 'small', 'expensive', 'difficult', 'easy', 'cold', 'hot', 'salty', 'good', 'bad', 'long', 'short', 'happy', 'tired', 'helpful', 'proud', 'beautiful', 'important', 'heavy', 'late', 'early', 'interesting'].includes(w[i + 2] ?? '') ? 3 : 0),
  'a before a vowel': (w, i) => (w[i] === 'a' && /^(?:[aeio]|un(?!i)|um|up|ug)/.test(w[i + 1] ?? '') && !/^(?:one|once|eu|uni|use)/.test(w[i + 1] ?? '') ? 2 : 0),
  'an before a consonant': (w, i) => (w[i] === 'an' && /^[bcdfgjklpqrtvwyz]/.test(w[i + 1] ?? '') ? 2 : 0),
  'many with a singular': (w, i) => (countable.has(w[i] ?? '') && ['person', 'day', 'year', 'week', 'month', 'friend', 'brother', 'sister', 'child', 'thing', 'book', 'time', 'sentence', 'question', 'car', 'man', 'woman', 'student', 'hour', 'minute', 'problem', 'country', 'language', 'word', 'movie', 'dog', 'cat', 'job', 'dollar', 'euro', 'colleague', 'kid', 'game'].includes(w[i + 1] ?? '') && w[i - 1] !== 'the' && !['old', 'long', 'off'].includes(w[i + 2] ?? '') ? 2 : 0),
  'one of and a singular': (w, i) => (w[i] === 'one' && w[i + 1] === 'of' && ['my', 'the', 'our', 'his', 'her', 'their', 'your'].includes(w[i + 2] ?? '') && ending(w[i + 3] ?? '') === 'base' && !invariable.has(w[i + 3] ?? '') && ![...'best most biggest oldest first main'.split(' ')].includes(w[i + 3] ?? '') && !/(est|ful|ous|al|ive|ent|ant|ic)$/.test(w[i + 3] ?? '') ? 4 : 0),
  'plural of an uncountable': (w, i) => (uncountable.has((w[i] ?? '').replace(/s$/, '')) && ending(w[i] ?? '') === 's' && w[i] !== 'news' && w[i] !== 'works' ? 1 : 0),
  'article with an uncountable': (w, i) => (['a', 'an'].includes(w[i] ?? '') && ['homework', 'advice', 'information', 'furniture', 'luggage', 'equipment', 'rubbish', 'traffic', 'weather'].includes(w[i + 1] ?? '') && !/^\p{L}+(er|or|piece|jam|forecast)$/u.test(w[i + 2] ?? '') ? 2 : 0),
  'much with a plural': (w, i) => (w[i] === 'much' && ending(w[i + 1] ?? '') === 's' && !['less', 'news'].includes(w[i + 1] ?? '') ? 2 : 0),
  'people is': (w, i) => (w[i] === 'people' && ['is', 'was', 'has'].includes(w[i + 1] ?? '') ? 2 : 0),
  'wrong preposition': (w, i) => (Object.hasOwn(neverWith, w[i] ?? '') && neverWith[w[i] ?? '']?.has(w[i + 1] ?? '') && !(w[i] === 'good' && w[i + 1] === 'in' && ['the', 'general'].includes(w[i + 2] ?? '')) && !(w[i] === 'call' && w[i + 2] === 'action') && !(w[i] === 'ask' && sureBases.has(w[i + 2] ?? '')) && !(w[i] === 'asked' && sureBases.has(w[i + 2] ?? '')) && !(['answer', 'lack', 'call', 'contact'].includes(w[i] ?? '') && ['the', 'a', 'an', 'this', 'no', 'my', 'your'].includes(w[i - 1] ?? '')) ? 2 : 0),
  'listen without to': (w, i) => (['listen', 'listens', 'listening', 'listened'].includes(w[i] ?? '') && ['music', 'songs', 'the', 'radio', 'podcasts', 'him', 'her', 'me', 'old', 'my'].includes(w[i + 1] ?? '') ? 2 : 0),
  'preposition before next or last': (w, i) => (['in', 'on', 'at'].includes(w[i] ?? '') && ['next', 'last', 'every'].includes(w[i + 1] ?? '') && timeWords.has(w[i + 2] ?? '') ? 3 : 0),
  'in before a clock time': (w, i) => (w[i] === 'in' && isNumber(w[i + 1] ?? '') && ["o'clock", 'am', 'pm'].includes(w[i + 2] ?? '') ? 3 : 0),
  'wrong verb pattern': (w, i) => {
    const base = possibleBases(w[i] ?? '').find((form) => needTo.has(form) || needIng.has(form));
    if (base === undefined || prepositions.has(w[i - 1] ?? '')) return 0;
    const next = w[i + 1] ?? '';
    if (needIng.has(base)) return next === 'to' && sureBases.has(w[i + 2] ?? '') && base !== 'mind' && base !== 'keep' && base !== 'finish' && base !== 'practise' && base !== 'practice' ? 3 : 0;
    return sureBases.has(next) && !['help', 'work', 'love', 'look', 'study', 'watch', 'play', 'drink', 'like', 'cook', 'use', 'start', 'walk', 'visit', 'call', 'sleep', 'travel', 'need', 'try', 'run', 'feel'].includes(next) ? 2 : 0;
  },
  'like with a base': (w, i) => (['like', 'likes', 'love', 'hate', 'enjoy'].includes(w[i] ?? '') && subjectPronouns.has(w[i - 1] ?? '') && ['play', 'go', 'eat', 'read', 'swim', 'watch', 'listen', 'cook', 'travel', 'learn', 'sing', 'dance', 'sleep', 'drive', 'run', 'make', 'do'].includes(w[i + 1] ?? '') ? 2 : 0),
  'to with a bent verb': (w, i) => (w[i] === 'to' && (isOnlyPast(w[i + 1] ?? '') || isOnlyParticiple(w[i + 1] ?? '')) && !['lost', 'left', 'fallen', 'broken', 'written', 'spoken', 'unknown', 'known'].includes(w[i + 1] ?? '') ? 2 : 0),
  'look forward to a base': (w, i) => (w[i] === 'forward' && w[i + 1] === 'to' && (sureBases.has(w[i + 2] ?? '') || w[i + 2] === 'hear') ? 3 : 0),
  'stative in progress': (w, i) => (['am', 'is', 'are'].includes(w[i] ?? '') && (ending(w[i + 1] ?? '') === 'ing') && possibleBases(w[i + 1] ?? '').some((base) => statives.has(base)) ? 2 : 0),
  'having a possession': (w, i) => (['am', 'is', 'are'].includes(w[i] ?? '') && w[i + 1] === 'having' && (isNumber(w[i + 2] ?? '') || ['no', 'many'].includes(w[i + 2] ?? '')) ? 3 : 0),
  'will after if': (w, i) => (['if', 'unless'].includes(w[i] ?? '') && (i === 0 || !['ask', 'know', 'wonder', 'sure', 'asked', 'see'].includes(w[i - 1] ?? '')) && w.slice(i + 1, i + 4).some((word, j) => (word === 'will' || word === 'would') && w.slice(i + 1, i + 1 + j).every((before) => subjectPronouns.has(before) || ['the', 'my'].includes(before))) ? 3 : 0),
  'question in statement order': (w, i) => (i <= 1 && ['what', 'where', 'when', 'why', 'how'].includes(w[i] ?? '') && i === 0 && subjectPronouns.has(w[i + 1] ?? '') && auxiliaries.has(w[i + 2] ?? '') && w.length <= 9 ? 3 : 0),
  'pronoun without be': (w, i) => (subjectPronouns.has(w[i] ?? '') && !auxiliaries.has(w[i - 1] ?? '') && ['allergic', 'happy', 'tired', 'hungry', 'sad', 'afraid', 'sure', 'married', 'busy', 'ready', 'sick', 'interested', 'very', 'from', 'not', 'in', 'at', 'incharge', 'twenty', 'thirty', 'so'].includes(w[i + 1] ?? '') && w[i] !== 'it' && !['with', 'for', 'to', 'than', 'of', 'tell', 'told', 'about', 'see', 'help'].includes(w[i - 1] ?? '') && w[i] !== 'you' ? 2 : 0),
  'myself as a name': (w, i) => (i === 0 && w[i] === 'myself' ? 1 : 0),
  'the most of': (w, i) => (w[i] === 'the' && w[i + 1] === 'most' && w[i + 2] === 'of' ? 3 : 0),
  'object pronoun after the particle': (w, i) => (['put', 'call', 'bring', 'turn', 'pick', 'throw', 'take', 'give', 'switch', 'wake', 'fill', 'look', 'write'].includes(w[i] ?? '') && ['off', 'up', 'away', 'down', 'out', 'on'].includes(w[i + 1] ?? '') && ['it', 'them'].includes(w[i + 2] ?? '') && !(w[i] === 'look') ? 3 : 0),
  'double subject': (w, i) => (['brother', 'sister', 'mother', 'father', 'wife', 'husband', 'boss', 'friend', 'son', 'daughter', 'teacher', 'team'].includes(w[i] ?? '') && ['my', 'his', 'her', 'our', 'your', 'the'].includes(w[i - 1] ?? '') && ['he', 'she', 'it'].includes(w[i + 1] ?? '') && i <= 3 ? 2 : 0),
};

function irregularOrEd(word: string): boolean {
  return word === 'been' || irregularForm(word)?.participle === true || word.endsWith('ed');
}

function comparativeOf(word: string): boolean {
  return !['never', 'other', 'number', 'water', 'paper', 'power', 'player', 'player', 'teacher', 'order', 'water', 'interest', 'sister', 'brother', 'letter', 'computer', 'member', 'customer', 'weather', 'winter', 'summer', 'answer', 'matter', 'clever', 'honest', 'modest', 'forest', 'over', 'ever', 'after', 'under', 'sober', 'proper', 'super', 'bitter', 'tender', 'eager', 'manager', 'consumer', 'user', 'users'].includes(word) && possibleBases(word).length > 1;
}

/** Known learners' mistakes in a row of lower-case words; contractions are opened first, so offsets count opened words. */
export function findLearnerErrors(words: readonly string[]): LearnerError[] {
  const errors: LearnerError[] = [];
  for (let i = 0; i < words.length; i += 1) {
    for (const [rule, look] of Object.entries(rules)) {
      const length = look(words, i);
      if (length > 0) errors.push({ from: i, to: i + length, rule });
    }
  }
  return errors;
}

/** Whether a sentence holds a mistake that learners are known for. */
export function hasLearnerError(words: readonly string[]): boolean {
  return findLearnerErrors(words.flatMap(expandContraction)).length > 0;
}
