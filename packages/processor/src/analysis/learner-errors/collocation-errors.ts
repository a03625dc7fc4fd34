import { determiners, objectPronouns } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { words } from './word-lists.ts';

const makes = words('make makes made making');
const does = words('do does did doing done');
/** What English does not make: it is done, had, thrown, taken or gone on. */
const neverMade = words(
  'party parties homework sport sports holiday holidays photo photos exam exams test shower shopping yoga exercise exercises walk nap question questions marathon housework',
);
/** What English does not do: it is made, given, taken or had. */
const neverDone = words(
  'mistake mistakes decision decisions party parties quiz noise plan plans photo photos question questions promise appointment complaint nap break trip journey',
);
const amounts = words('much many two three four five some any no more');
const nounToo = words('exercise question shower walk party plan photo');

/** The noun that a light verb takes, behind its article or amount. */
function objectOf(w: readonly string[], i: number): string {
  const next = w[i + 1] ?? '';
  const isFrame = (determiners.has(next) && next !== 'that') || amounts.has(next);
  return (isFrame ? w[i + 2] : next) ?? '';
}

/** Whether the noun here goes on as a compound ("a party dress") or a clause of its own. */
function isCompound(w: readonly string[], noun: string): boolean {
  const next = w[w.indexOf(noun) + 1];
  return (
    next !== undefined &&
    /^(?:dress|hat|room|plan|paper|album|book|mark|sheet|bag|cake|kit|easy|difficult|harder|fun|possible)$/.test(next)
  );
}

/** Whether the clause here denies or asks: "we do not have much time" is right. */
function isNegative(w: readonly string[], i: number): boolean {
  const clause = w.slice(w.findLastIndex((word, k) => k < i && /^(?:and|but|because|so)$/.test(word)) + 1, i);
  return (
    clause.some((word) => /^(?:not|never|hardly|without|if|nobody|how|whether)$/.test(word) || /n't$/.test(word)) ||
    /^(?:do|does|did|have|has|is|are|can|could|will|would)$/.test(clause[0] ?? '')
  );
}

/** Mistakes in which word goes with which. */
export const collocationErrors: readonly ErrorRule[] = [
  {
    rule: 'make for what is not made',
    triggers: [...makes],
    look: (w, i) => {
      const noun = objectOf(w, i);
      if (!neverMade.has(noun) || isCompound(w, noun)) return 0;
      // "made you walk", "make exercise fun"
      return objectPronouns.has(w[i + 1] ?? '') || (noun === w[i + 1] && nounToo.has(noun)) ? 0 : 2;
    },
  },
  {
    rule: 'do for what is not done',
    triggers: [...does],
    look: (w, i) => {
      const noun = objectOf(w, i);
      // "what do plans mean", "did decisions like this"
      const isAlone = noun === w[i + 1];
      return neverDone.has(noun) &&
        !isAlone &&
        !/^(?:my|your|his|her|our|their|the|this|these|that)$/.test(w[i + 1] ?? '')
        ? 3
        : 0;
    },
  },
  {
    rule: 'much in a statement',
    triggers: ['have', 'has', 'had', 'got', 'need', 'needs', 'want', 'wants', 'eat', 'drink', 'drinks', 'eats'],
    look: (w, i) => {
      const noun = w[i + 2] ?? '';
      const isNoun = noun !== '' && !/^(?:to|more|less|better|worse|of|in|and|but|too|the|as|for|longer)$/.test(noun);
      return w[i + 1] === 'much' && isNoun && !isNegative(w, i) ? 2 : 0;
    },
  },
  {
    rule: 'a price that is expensive',
    triggers: ['price', 'prices', 'rent', 'salary', 'cost'],
    look: (w, i) => {
      const at = w.findIndex((word, k) => k > i && /^(?:is|are|was|were)$/.test(word));
      if (at < 0 || at - i > 4) return 0;
      const degree = /^(?:very|too|so|really|quite|not|more)$/.test(w[at + 1] ?? '') ? at + 2 : at + 1;
      return /^(?:expensive|cheap|cheaper)$/.test(w[degree] ?? '') ? degree - i + 1 : 0;
    },
  },
  {
    rule: 'feel oneself',
    triggers: ['feel', 'feels', 'felt', 'feeling'],
    look: (w, i) => {
      const isOneself = /^(?:myself|yourself|himself|herself|ourselves|themselves)$/.test(w[i + 1] ?? '');
      // "I felt myself blush" is another verb
      return isOneself &&
        /^(?:good|bad|well|better|worse|sick|ill|happy|sad|tired|very|not|so|like)$/.test(w[i + 2] ?? '')
        ? 2
        : 0;
    },
  },
  {
    rule: 'meet oneself',
    triggers: ['we', 'they'],
    look: (w, i) =>
      /^(?:meet|met|see|saw)$/.test(w[i + 1] ?? '') && w[i + 2] === (w[i] === 'we' ? 'us' : 'themselves') ? 3 : 0,
  },
  {
    rule: 'it gives for there is',
    triggers: ['it'],
    look: (w, i) => (w[i + 1] === 'gives' && /^(?:there|no|many|here|two|three)$/.test(w[i + 2] ?? '') ? 3 : 0),
  },
  {
    rule: 'very before a verb',
    triggers: ['i', 'you', 'we', 'they', 'he', 'she'],
    look: (w, i) =>
      w[i + 1] === 'very' &&
      /^(?:like|likes|love|loves|want|wants|enjoy|enjoys|hate|hates|need|needs|miss)$/.test(w[i + 2] ?? '')
        ? 3
        : 0,
  },
  {
    rule: 'very much before the object',
    triggers: ['like', 'likes', 'love', 'loves', 'enjoy', 'enjoys', 'liked', 'loved', 'enjoyed'],
    look: (w, i) => {
      const next = w[i + 3];
      const opens =
        /^(?:and|but|or|because|so|when|if|though|to|in|on|at|for|with|that|as|it|i|you|he|she|we|they|too|here|there|indeed|about|from|since|than|also|then)$/;
      return w[i + 1] === 'very' && w[i + 2] === 'much' && next !== undefined && !opens.test(next) ? 4 : 0;
    },
  },
  {
    rule: 'say it to somebody',
    triggers: ['say', 'said', 'says', 'saying'],
    look: (w, i) =>
      w[i + 1] === 'it' && w[i + 2] === 'to' && /^(?:me|him|her|us|them|my|his|our|their|your)$/.test(w[i + 3] ?? '')
        ? 4
        : 0,
  },
];
