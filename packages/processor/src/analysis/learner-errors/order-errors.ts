import { determiners, possessives, subjectPronouns } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { nounToo, sureBases, words } from './word-lists.ts';

const asking = words(
  'know knows knew tell told asked ask asks wonder wonders wondered understand understood remember explain explained',
);
const question = words('what where when why how who');
const subjects = (word: string): boolean => subjectPronouns.has(word) || (possessives.has(word) && word !== 'her');

/** Mistakes in the order of words, and in the little words that a question or a second clause needs. */
export const orderErrors: readonly ErrorRule[] = [
  {
    rule: 'question inside a sentence',
    triggers: [...asking],
    look: (w, i) => {
      const at = /^(?:me|you|him|her|us|them)$/.test(w[i + 1] ?? '') ? i + 2 : i + 1;
      const [ask = '', be = '', subject = ''] = [w[at], w[at + 1], w[at + 2]];
      if (!question.has(ask) || !/^(?:is|are|was|were|do|does|did)$/.test(be)) return 0;
      // "I know what is the problem" many say; "I know what is mine" is right
      const isSubject =
        subjects(subject) ||
        (/^(?:where|when|why|how)$/.test(ask) && determiners.has(subject) && w[at + 3] !== undefined);
      return isSubject ? at - i + 3 : 0;
    },
  },
  {
    rule: 'question with be and a base',
    triggers: ['am', 'is', 'are', 'was', 'were'],
    look: (w, i) =>
      subjectPronouns.has(w[i + 1] ?? '') &&
      (i === 0 || question.has(w[i - 1] ?? '')) &&
      (/^(?:feel|like|work|live|need|want|look|play|study|love)$/.test(w[i + 2] ?? '') ||
        (sureBases.has(w[i + 2] ?? '') && !nounToo.has(w[i + 2] ?? '') && w[i + 2] !== 'open'))
        ? 3
        : 0,
  },
  {
    rule: 'question without do',
    triggers: ['how', 'where', 'when', 'why'],
    look: (w, i) => {
      if (i > 1) return 0;
      const at = /^(?:much|many|long|often|far)$/.test(w[i + 1] ?? '') ? i + 2 : i + 1;
      return w[at + 1] !== undefined &&
        /^(?:takes|costs|lasts|comes|goes|starts|means|lives|works|finishes|begins)$/.test(w[at] ?? '')
        ? at - i + 1
        : 0;
    },
  },
  {
    rule: 'my all',
    triggers: [...possessives],
    look: (w, i) => (w[i + 1] === 'all' && w[i + 2] !== undefined && w[i] !== 'her' ? 2 : 0),
  },
  {
    rule: 'although and but',
    triggers: ['although', 'though'],
    look: (w, i) => {
      const but = w.indexOf('but');
      return i === 0 && but > 2 && w[but - 1] !== 'nothing' && w[but - 1] !== 'anything' && w[but + 1] !== 'not'
        ? but + 1
        : 0;
    },
  },
  {
    rule: 'not behind its verb',
    triggers: ['i', 'he', 'she', 'we', 'they', 'you'],
    look: (w, i) =>
      /^(?:know|knows|want|wants|like|likes|understand|understands|eat|eats|drink|drinks|speak|speaks|go|goes)$/.test(
        w[i + 1] ?? '',
      ) &&
      w[i + 2] === 'not' &&
      determiners.has(w[i + 3] ?? '')
        ? 3
        : 0,
  },
  {
    rule: 'to before whom one gives',
    triggers: [...words('give gives gave send sends sent show shows showed bring brings brought lend lent')],
    look: (w, i) =>
      w[i + 1] === 'to' &&
      /^(?:me|him|her|us|them)$/.test(w[i + 2] ?? '') &&
      /^(?:a|an|the|some|this)$/.test(w[i + 3] ?? '')
        ? 4
        : 0,
  },
  {
    rule: 'will after when',
    triggers: ['when', 'before', 'after', 'until', 'as'],
    look: (w, i) => {
      const at = w[i] === 'as' ? (w[i + 1] === 'soon' && w[i + 2] === 'as' ? i + 3 : -1) : i + 1;
      if (at < 0 || !subjectPronouns.has(w[at] ?? '') || w[at + 1] !== 'will') return 0;
      // "do you know when he will come" asks; "the day when I will see you" tells of a day
      return w[i] === 'when' && i > 0 ? 0 : at - i + 2;
    },
  },
];
