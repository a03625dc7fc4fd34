import { ending } from '../../language/inflection.ts';
import { irregularForm } from '../../language/verb-forms.ts';
import { auxiliaries, isNumber, subjectPronouns } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { sureBases, words } from './word-lists.ts';

const weekdays = words('monday tuesday wednesday thursday friday saturday sunday');
const months = words('january february march april may june july august september october november december');
const units = /^(?:minutes?|hours?|days?|weeks?|months?|years?)$/;
/** Verbs of what lasts: with a length of time behind them the present is the learner's own tense. */
const lasting = words(
  'live lives work works know knows study studies learn learns teach teaches play plays cough coughs',
);
const inProgress = words(
  'waiting living working studying learning teaching coughing playing trying looking doing reading writing sleeping sitting training using driving practising practicing dating',
);
const plainly = /^(?:i|we|they|he|she)$/;
/** What somebody does once, in the form of the present. */
const doing = words('go make take eat buy come run write break lose win give meet wake sleep fall cry finish');
/** What several things do, in the form of the present. */
const changing = words('drop fall rise grow increase decrease go come get become stop');
/** What is planned may begin later: "The shop is open from Monday." */
const planned = words('open opens closed free available starts start begins begin valid away off change changes');
const usual = words(
  'every each always usually often sometimes never normally then if when a per only once twice could',
);

/** Whether anything before a place tells of the past, a plan or a possibility: the present is then none. */
function isOtherTime(before: readonly string[]): boolean {
  return before.some(
    (word) =>
      /^(?:was|were|been|did|done|had|will|would|could|should|must|might|may|to|going|let|if|when|until)$/.test(word) ||
      ending(word) === 'ed' ||
      (irregularForm(word)?.past === true && !/^(?:is|am|are|has|does|goes)$/.test(word)),
  );
}

const isPerfect = (before: readonly string[]): boolean =>
  before.some((word, at) => /^(?:have|has)$/.test(word) && isParticiple(before[at + 1], before[at + 2]));

function isParticiple(next = '', after = ''): boolean {
  const word = /^(?:not|never|always|just|already|also|only|i|you|he|she|we|they)$/.test(next) ? after : next;
  return ending(word) === 'ed' || irregularForm(word)?.participle === true;
}

/** Whether a verb in the present stands before a place and nothing that takes it out of the present. */
function isPresent(before: readonly string[]): boolean {
  if (isOtherTime(before) || isPerfect(before) || before.some((word) => planned.has(word))) return false;
  return before.some(
    (word, at) =>
      /^(?:am|is|are|have|has|do|does)$/.test(word) ||
      sureBases.has(word) ||
      lasting.has(word) ||
      (at > 0 && subjectPronouns.has(before[at - 1] ?? '') && !auxiliaries.has(word)),
  );
}

/** Whether a point in the past begins here: a weekday, a month, a year, "yesterday", "last week". */
function isPoint(w: readonly string[], i: number): boolean {
  const word = w[i] ?? '';
  if (weekdays.has(word) || months.has(word) || /^(?:yesterday|childhood|birth)$/.test(word)) return true;
  if (/^(?:19|20)\d\d$/.test(word)) return true;
  return /^(?:last|this)$/.test(word) && (units.test(w[i + 1] ?? '') || weekdays.has(w[i + 1] ?? ''));
}

const window = 9;

/** Mistakes in how a tense and a time go together. */
export const timeErrors: readonly ErrorRule[] = [
  {
    rule: 'present and from a point in time',
    triggers: ['from'],
    look: (w, i) => {
      const goesOn = w.slice(i + 1, i + 6).some((word) => /^(?:to|till|until|on|onwards)$/.test(word));
      return isPoint(w, i + 1) && !goesOn && isPresent(w.slice(Math.max(0, i - window), i)) ? 2 : 0;
    },
  },
  {
    rule: 'present and since a point in time',
    triggers: ['since'],
    look: (w, i) => {
      const before = w.slice(Math.max(0, i - window), i);
      return isPoint(w, i + 1) && !/^it is\b/.test(before.join(' ')) && isPresent(before) ? 2 : 0;
    },
  },
  {
    rule: 'present and how long so far',
    triggers: ['for'],
    look: (w, i) => {
      const amount = w[i + 1] ?? '';
      const unit = w[i + 2] ?? '';
      const isAmount = isNumber(amount) || /^(?:many|several|some)$/.test(amount);
      const isLength = units.test(unit) || (isNumber(unit) && units.test(w[i + 3] ?? ''));
      const before = w.slice(Math.max(0, i - window), i);
      if (!isAmount || !isLength || isOtherTime(before) || isPerfect(before)) return 0;
      if (w.some((word) => usual.has(word) && word !== 'a')) return 0;
      const goesOn = before.some(
        (word, at) => (inProgress.has(word) && /^(?:am|is|are)$/.test(before[at - 1] ?? '')) || lasting.has(word),
      );
      // "I study for two hours" may be a habit; nobody lives somewhere for two hours
      const isLong = /^(?:weeks?|months?|years?)$/.test(units.test(unit) ? unit : (w[i + 3] ?? ''));
      return goesOn && (isLong || before.some((word) => inProgress.has(word))) ? 3 : 0;
    },
  },
  {
    rule: 'present and a finished time',
    triggers: ['yesterday', 'ago', 'last'],
    look: (w, i) => {
      if (w[i] === 'last' && !units.test(w[i + 1] ?? '') && !weekdays.has(w[i + 1] ?? '')) return 0;
      if (isOtherTime(w) || w.some((word) => /^(?:have|has|since|from|is|am|are|do|does)$/.test(word))) return 0;
      const at = w.findIndex((word, k) => subjectPronouns.has(w[k - 1] ?? '') && sureBases.has(word));
      const form = irregularForm(w[at] ?? '');
      return at > 0 && form?.past !== true && Math.abs(at - i) <= window ? 1 : 0;
    },
  },
  {
    rule: 'before and a length of time',
    triggers: ['before'],
    look: (w, i) => {
      const isAmount = isNumber(w[i + 1] ?? '') || /^(?:many|several|some)$/.test(w[i + 1] ?? '');
      return isAmount && units.test(w[i + 2] ?? '') && w[i + 3] === undefined ? 3 : 0;
    },
  },
  {
    rule: 'a day and in its morning',
    triggers: [...weekdays],
    look: (w, i) =>
      w[i + 1] === 'in' && w[i + 2] === 'the' && /^(?:morning|afternoon|evening)$/.test(w[i + 3] ?? '') ? 4 : 0,
  },
  {
    rule: 'an age in years',
    triggers: ['have', 'has', 'am', 'is', 'are', 'was'],
    look: (w, i) => {
      let at = i + 1;
      while (isNumber(w[at] ?? '')) at += 1;
      if (at === i + 1 || !/^years?$/.test(w[at] ?? '')) return 0;
      const next = w[at + 1];
      if (/^(?:have|has)$/.test(w[i] ?? '')) return next === undefined || next === 'old' ? at - i + 1 : 0;
      const isPerson = /^(?:i|he|she|you|we|they|brother|sister|son|daughter|nephew|niece|cousin|mother|father)$/;
      return isPerson.test(w[i - 1] ?? '') && (next === undefined || /^(?:and|but|now)$/.test(next)) ? at - i + 1 : 0;
    },
  },
  {
    rule: 'past and a present that is none',
    triggers: ['was', 'were'],
    look: (w, i) => {
      // "It was so nice that I go there every week": what is usual, or felt still, may be told so
      if (w.some((word) => usual.has(word) && word !== 'a') || w.includes('still') || w.includes('now')) return 0;
      const at = w.findIndex(
        (word, k) =>
          k > i + 1 &&
          ((plainly.test(w[k - 1] ?? '') && doing.has(word)) ||
            (changing.has(word) && /[a-z]{3}[^s'u]s$/.test(w[k - 1] ?? '') && w[k - 2] === 'so')),
      );
      const before = w.slice(i + 1, at - 1);
      if (
        at < 0 ||
        before.some((word) =>
          /^(?:if|when|where|what|who|how|said|say|told|think|and|but|did|do|would|could|will|can)$/.test(word),
        )
      )
        return 0;
      return at - i + 1;
    },
  },
];
