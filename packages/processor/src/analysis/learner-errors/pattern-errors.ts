import { auxiliaries, determiners, isNumber, subjectPronouns, timeWords } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { neverWith, sureBases, words } from './word-lists.ts';

const separable = words(
  'put call calls called calling bring brings brought turn turns turned turning pick picks picked picking throw throws threw take takes took taking give gives gave switch switches switched wake wakes woke fill fills filled filling write writes wrote puts putting hand hands handed try tried cut cuts',
);
const relatives = words('brother sister mother father wife husband boss friend son daughter teacher team weather');
const states = words(
  'allergic happy tired hungry sad afraid sure married busy ready sick interested very from in at twenty thirty so',
);
const governing = words('with for to than of tell told about see help and or but let make');

/** Uses in which a verb and a preposition that do not go together may stand side by side after all. */
function mayStandTogether(w: readonly string[], i: number): boolean {
  const [before = '', word = '', after = ''] = [w[i - 1], w[i], w[i + 2]];
  if (word === 'good' || word === 'bad') return ['the', 'general', 'it', 'summer', 'winter'].includes(after);
  if (['ask', 'asked', 'looking', 'look', 'call', 'told', 'tell'].includes(word) && sureBases.has(after)) return true;
  if (['answer', 'lack', 'call', 'contact', 'look'].includes(word))
    return ['the', 'a', 'an', 'this', 'no', 'my', 'your', 'was'].includes(before);
  return false;
}

/** Mistakes in how words go together. */
export const patternErrors: readonly ErrorRule[] = [
  {
    rule: 'wrong preposition',
    triggers: Object.keys(neverWith),
    look: (w, i) => (neverWith[w[i] ?? '']?.has(w[i + 1] ?? '') === true && !mayStandTogether(w, i) ? 2 : 0),
  },
  {
    rule: 'listen without to',
    triggers: ['listen', 'listens', 'listening', 'listened'],
    look: (w, i) => (/^(?:music|songs|the|radio|podcasts|him|her|me|old|my)$/.test(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'preposition before next or last',
    triggers: ['in', 'on', 'at'],
    look: (w, i) =>
      ['next', 'last', 'every', 'this'].includes(w[i + 1] ?? '') &&
      timeWords.has(w[i + 2] ?? '') &&
      w[i + 2] !== 'minute'
        ? 3
        : 0,
  },
  {
    rule: 'in before a clock time',
    triggers: ['in'],
    look: (w, i) => (isNumber(w[i + 1] ?? '') && ["o'clock", 'am', 'pm'].includes(w[i + 2] ?? '') ? 3 : 0),
  },
  {
    rule: 'question in statement order',
    triggers: ['what', 'where', 'when', 'why', 'how'],
    look: (w, i) =>
      i === 0 && subjectPronouns.has(w[1] ?? '') && auxiliaries.has(w[2] ?? '') && w.length <= 9 && w[0] !== 'when'
        ? 3
        : 0,
  },
  {
    rule: 'pronoun without be',
    triggers: ['i', 'he', 'she', 'we', 'they'],
    look: (w, i) =>
      states.has(w[i + 1] ?? '') && !auxiliaries.has(w[i - 1] ?? '') && !governing.has(w[i - 1] ?? '') ? 2 : 0,
  },
  { rule: 'myself as a name', triggers: ['myself'], look: (_w, i) => (i === 0 ? 1 : 0) },
  {
    rule: 'object pronoun after the particle',
    triggers: [...separable],
    look: (w, i) =>
      (/^(?:off|up|away|down|out|on)$/.test(w[i + 1] ?? '') ||
        (w[i + 1] === 'in' && /^(?:fill|fills|filled|filling|hand|hands|handed)$/.test(w[i] ?? ''))) &&
      ['it', 'them'].includes(w[i + 2] ?? '')
        ? 3
        : 0,
  },
  {
    rule: 'double subject',
    triggers: [...relatives],
    look: (w, i) => {
      const owned = ['my', 'his', 'her', 'our', 'your', 'the'].includes(w[i - 1] ?? '');
      return owned && ['he', 'she', 'it'].includes(w[i + 1] ?? '') && i <= 3 ? 2 : 0;
    },
  },
  {
    rule: 'subject pronoun after want',
    triggers: ['want', 'wants', 'wanted', 'tell', 'tells', 'told', 'asked', 'need', 'needs', 'expect', 'expects'],
    look: (w, i) => (/^(?:i|he|she|we|they)$/.test(w[i + 1] ?? '') && w[i + 2] === 'to' ? 3 : 0),
  },
  {
    // "enter into an agreement" is right
    rule: 'enter in a place',
    triggers: ['enter', 'enters', 'entered', 'entering'],
    look: (w, i) => (w[i + 1] === 'in' && determiners.has(w[i + 2] ?? '') ? 2 : 0),
  },
  {
    rule: 'what means',
    triggers: ['what'],
    look: (w, i) => (i <= 1 && w[i + 1] === 'means' ? 2 : 0),
  },
  {
    rule: 'tell without somebody',
    triggers: ['told', 'tells'],
    look: (w, i) => {
      if (w[i + 1] !== 'that' || /^(?:was|were|been|being|am|is|are|be)$/.test(w[i - 1] ?? '')) return 0;
      const isClause =
        subjectPronouns.has(w[i + 2] ?? '') || determiners.has(w[i + 2] ?? '') || auxiliaries.has(w[i + 3] ?? '');
      return isClause ? 2 : 0;
    },
  },
  {
    rule: 'also before the object',
    triggers: ['also'],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      const isObject =
        determiners.has(next) ||
        (next !== '' && !/^(?:to|in|on|at|for|with|from|about|and|but|that|been|by|of|into)$/.test(next));
      return /^(?:see|send|buy|bring|eat|eats|drink|read|play|plays|visit|need|needs|want|wants|like|likes|make|speak|speaks)$/.test(
        w[i - 1] ?? '',
      ) && isObject
        ? 2
        : 0;
    },
  },
];
