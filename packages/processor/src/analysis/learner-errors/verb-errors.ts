import { ending, possibleBases } from '../../language/inflection.ts';
import { irregularForm, isOnlyParticiple, isOnlyPast } from '../../language/verb-forms.ts';
import {
  auxiliaries,
  beForms,
  doForms,
  haveForms,
  isNumber,
  modals,
  prepositions,
  subjectPronouns,
  timeWords,
} from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { nounToo, sureBases, thirdPerson, words } from './word-lists.ts';

const statives = words('know believe belong like love hate understand want need own prefer remember contain cost seem');
const needTo = words('want need hope decide plan agree promise refuse learn manage expect offer afford');
const needIng = words('enjoy avoid suggest dislike imagine finish');
const plainSubjects = words('i you we they');
const frequency = words('always often usually never sometimes also only really');
const formsOf = (bases: ReadonlySet<string>) =>
  [...bases].flatMap((base) => [base, `${base}s`, `${base}d`, `${base}ed`]);

function isThirdVerb(word: string): boolean {
  return ['is', 'has', 'does', 'was', 'goes'].includes(word) || (ending(word) === 's' && word.length > 3);
}

function isBentVerb(word: string): boolean {
  const form = irregularForm(word);
  return isOnlyPast(word) || (form?.participle === true && form.base !== word && sureBases.has(form.base));
}

/** The rule for "Is too far for me". */
export const missingSubject = 'is without a subject';

/** The rule for "buyed". */
export const overRegularVerb = 'regular ending on an irregular verb';

const subjectless = words(
  'too very so because important necessary not difficult easy good bad expensive cheap possible impossible better really more',
);

const overRegular = words(
  'payed maked goed buyed catched teached eated drinked sleeped runned writed taked gived comed thinked bringed feeled finded forgetted choosed speaked breaked drived swimmed winned losed keeped knowed leaved sended spended understanded weared telled standed sitted speeked getted haved beginned becomed falled growed holded hitted meeted readed ringed selled shutted stealed sticked teached throwed understanded waked breaked choosed freezed hided hurted putted cutted costed letted setted',
);

/** Mistakes in the form of a verb. */
export const verbErrors: readonly ErrorRule[] = [
  {
    rule: 'past after did',
    triggers: [...doForms],
    look: (w, i) => {
      for (let j = i + 1; j <= i + 3; j += 1) {
        const word = w[j] ?? '';
        if (j > i + 1 ? isBentVerb(word) : isOnlyPast(word)) return j - i + 1;
        if (!['not', 'never', 'ever'].includes(word) && !subjectPronouns.has(word)) return 0;
      }
      return 0;
    },
  },
  {
    rule: 'past after have',
    triggers: [...haveForms],
    look: (w, i) => {
      for (let j = i + 1; j <= i + 3; j += 1) {
        const word = w[j] ?? '';
        if (isOnlyPast(word) && word !== 'was' && word !== 'were') return j - i + 1;
        if (!['not', 'never', 'ever', 'already', 'just', 'also'].includes(word) && !subjectPronouns.has(word)) return 0;
      }
      return 0;
    },
  },
  {
    rule: 'modal with to',
    triggers: ['must', 'can', 'should', 'could', 'would', 'will', 'may', 'might'],
    look: (w, i) => {
      const at = w[i + 1] === 'not' ? i + 2 : i + 1;
      return w[at] === 'to' && w[i - 1] !== 'the' ? at - i + 1 : 0;
    },
  },
  {
    rule: 'modal with a bent verb',
    triggers: [...modals],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      return isOnlyPast(next) || (isThirdVerb(next) && sureBases.has(next.replace(/s$/, ''))) ? 2 : 0;
    },
  },
  {
    rule: 'be with a base',
    triggers: ['am', 'is', 'are', 'was', 'were'],
    look: (w, i) => (sureBases.has(w[i + 1] ?? '') && !nounToo.has(w[i + 1] ?? '') ? 2 : 0),
  },
  { rule: 'be been', triggers: ['am', 'is', 'are', 'was', 'were'], look: (w, i) => (w[i + 1] === 'been' ? 2 : 0) },
  {
    rule: 'be agree',
    triggers: [...beForms],
    look: (w, i) => {
      const at = w[i + 1] === 'not' ? i + 2 : i + 1;
      return ['agree', 'belong', 'depend', 'disagree', 'agrees', 'belongs', 'depends', 'disagrees'].includes(
        w[at] ?? '',
      )
        ? at - i + 1
        : 0;
    },
  },
  {
    rule: 'third person without s',
    triggers: [...thirdPerson],
    look: (w, i) => {
      const before = w[i - 1] ?? '';
      if (auxiliaries.has(before) || prepositions.has(before)) return 0;
      if (/^(?:let|makes?|made|help(?:ed)?|see|saw|hear|watch|if|not|that)$/.test(before)) return 0;
      if (w[i] === 'it' && i > 0) return 0;
      // "he and she have"
      if (before === 'and' && subjectPronouns.has(w[i - 2] ?? '')) return 0;
      const j = frequency.has(w[i + 1] ?? '') ? i + 2 : i + 1;
      const verb = w[j] ?? '';
      if (['have', 'do', 'are', 'am'].includes(verb)) return j - i + 1;
      return sureBases.has(verb) && irregularForm(verb)?.past !== true ? j - i + 1 : 0;
    },
  },
  {
    rule: 'plain subject with s',
    triggers: [...plainSubjects],
    look: (w, i) => {
      const verb = w[i + 1] ?? '';
      if (prepositions.has(w[i - 1] ?? '')) return 0;
      if (['has', 'does', 'is'].includes(verb)) return auxiliaries.has(w[i - 1] ?? '') ? 0 : 2;
      if (verb === 'was') return w[i] === 'i' ? 0 : 2;
      return isThirdVerb(verb) && possibleBases(verb).some((base) => base !== verb && sureBases.has(base)) ? 2 : 0;
    },
  },
  {
    rule: 'perfect with a finished time',
    triggers: ['yesterday', 'ago', 'last', 'in'],
    look: (w, i) => {
      if (w[i] === 'last' && !timeWords.has(w[i + 1] ?? '')) return 0;
      if (w[i] === 'in' && !/^(?:19|20)\d\d$/.test(w[i + 1] ?? '')) return 0;
      for (let j = i - 1; j >= Math.max(0, i - 8); j -= 1) {
        if (['since', 'that', 'when', 'because', 'from'].includes(w[j] ?? '')) return 0;
        const next = w[j + 1] ?? '';
        const participle = next === 'been' || irregularForm(next)?.participle === true || next.endsWith('ed');
        if (haveForms.has(w[j] ?? '') && participle) return i - j + 1;
      }
      return 0;
    },
  },
  {
    rule: 'present with since',
    triggers: ['since'],
    look: (w, i) => {
      if (i < 2) return 0;
      const before = w.slice(Math.max(0, i - 9), i);
      // "it is three weeks since Monday" counts
      if (before.includes('it') && before[before.indexOf('it') + 1] === 'is') return 0;
      if (before.some((word) => ['have', 'has', 'had', 'been', 'was', 'were', 'did'].includes(word))) return 0;
      return before.some((word) => ['am', 'is', 'are', 'work', 'live', 'know', 'study'].includes(word)) ? 1 : 0;
    },
  },
  {
    rule: 'since and a length of time',
    triggers: ['since'],
    look: (w, i) => {
      const amount = isNumber(w[i + 1] ?? '') || ['many', 'several', 'a', 'some'].includes(w[i + 1] ?? '');
      return amount && timeWords.has((w[i + 2] ?? '').replace(/s$/, '')) && w[i + 3] !== 'ago' ? 3 : 0;
    },
  },
  {
    rule: 'wrong verb pattern',
    triggers: formsOf(new Set([...needTo, ...needIng])),
    look: (w, i) => {
      if (prepositions.has(w[i - 1] ?? '')) return 0;
      const next = w[i + 1] ?? '';
      if (possibleBases(w[i] ?? '').some((base) => needIng.has(base)))
        return next === 'to' && sureBases.has(w[i + 2] ?? '')
          ? 3
          : ['me', 'him', 'her', 'us', 'them'].includes(next) && w[i + 2] === 'to'
            ? 4
            : 0;
      return sureBases.has(next) && !nounToo.has(next) ? 2 : 0;
    },
  },
  {
    rule: overRegularVerb,
    triggers: [...overRegular],
    look: () => 1,
  },
  {
    rule: 'preposition with a base',
    triggers: ['without', 'for', 'about', 'of', 'before', 'after'],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      const hedge = ['kind', 'sort'].includes(w[i - 1] ?? '');
      return sureBases.has(next) && !nounToo.has(next) && !hedge ? 2 : 0;
    },
  },
  {
    rule: 'has not and a noun',
    triggers: ['has', 'have'],
    look: (w, i) => (w[i + 1] === 'not' && ['a', 'an', 'any'].includes(w[i + 2] ?? '') ? 3 : 0),
  },
  {
    rule: missingSubject,
    triggers: ['is'],
    look: (w, i) => (i === 0 && subjectless.has(w[1] ?? '') ? 1 : 0),
  },
  {
    rule: 'like with a base',
    triggers: ['like', 'likes', 'love', 'hate', 'enjoy'],
    look: (w, i) => {
      const base = /^(?:play|go|eat|read|swim|watch|listen|cook|travel|learn|sing|dance|sleep|drive|run|make|do)$/;
      return subjectPronouns.has(w[i - 1] ?? '') && base.test(w[i + 1] ?? '') ? 2 : 0;
    },
  },
  {
    rule: 'to with a bent verb',
    triggers: ['to'],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      const adjective = /^(?:lost|left|fallen|broken|written|spoken|known|hidden|frozen)$/.test(next);
      return (isOnlyPast(next) || isOnlyParticiple(next)) && !adjective ? 2 : 0;
    },
  },
  {
    rule: 'look forward to a base',
    triggers: ['forward'],
    look: (w, i) => (w[i + 1] === 'to' && (sureBases.has(w[i + 2] ?? '') || w[i + 2] === 'hear') ? 3 : 0),
  },
  {
    rule: 'stative in progress',
    triggers: ['am', 'is', 'are'],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      return ending(next) === 'ing' && possibleBases(next).some((base) => statives.has(base)) ? 2 : 0;
    },
  },
  {
    rule: 'having a possession',
    triggers: ['having'],
    look: (w, i) =>
      ['am', 'is', 'are'].includes(w[i - 1] ?? '') &&
      (isNumber(w[i + 1] ?? '') || ['no', 'many'].includes(w[i + 1] ?? ''))
        ? 2
        : 0,
  },
  {
    rule: 'will after if',
    triggers: ['if', 'unless'],
    look: (w, i) => {
      // "ask him if he will come" only asks
      if (w.slice(Math.max(0, i - 2), i).some((word) => /^(?:ask(?:ed|s)?|know|wonder|sure|see)$/.test(word))) return 0;
      for (let j = i + 1; j <= i + 3; j += 1) {
        if (w[j] === 'will' || w[j] === 'would') return j - i + 1;
        if (!subjectPronouns.has(w[j] ?? '') && !['the', 'my'].includes(w[j] ?? '') && j === i + 1) return 0;
      }
      return 0;
    },
  },
];
