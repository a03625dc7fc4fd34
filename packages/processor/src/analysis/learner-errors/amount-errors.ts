import { determiners, isNumber, objectPronouns, prepositions } from '../../language/words.ts';
import type { ErrorRule } from './error-rule.ts';
import { words } from './word-lists.ts';

const describing = words('big bad good great serious new interesting important useful recent little');
const ideas = words('research damage advice information homework furniture luggage equipment traffic progress');
/** Words of which one takes a part, before "of". */
const wholes = words('price cost colour color size name end beginning middle top bottom back front owner door roof');
const neverAlone = words(
  'ticket house car hotel room film flat book company product banana apple person phone computer dress',
);
const isPlural = (word: string): boolean => /[a-z]{3}[^s'u]s$/.test(word) || word === 'people' || word === 'children';

/** Mistakes in how much or how many there are. */
export const amountErrors: readonly ErrorRule[] = [
  {
    rule: 'hundreds behind a number',
    triggers: ['hundreds', 'thousands', 'millions'],
    look: (w, i) => (isNumber(w[i - 1] ?? '') && w[i + 1] !== 'of' ? 1 : 0),
  },
  {
    rule: 'most of without the',
    triggers: ['most'],
    look: (w, i) => {
      const [next = '', after = ''] = [w[i + 2], w[i + 3]];
      if (
        w[i + 1] !== 'of' ||
        w[i - 1] === 'the' ||
        determiners.has(next) ||
        objectPronouns.has(next) ||
        isNumber(next)
      )
        return 0;
      return isPlural(next) || (isPlural(after) && !prepositions.has(next) && !/^(?:what|which|whom|us)$/.test(next))
        ? 3
        : 0;
    },
  },
  {
    rule: 'an hour and half',
    triggers: ['half'],
    look: (w, i) =>
      w[i - 1] === 'and' &&
      !determiners.has(w[i + 1] ?? '') &&
      /^(?:hours?|years?|days?|months?|weeks?|kilos?|metres?)$/.test(w[i - 2] ?? '')
        ? 1
        : 0,
  },
  {
    rule: 'a another',
    triggers: ['a', 'an', 'the'],
    look: (w, i) => (w[i + 1] === 'another' ? 2 : 0),
  },
  {
    rule: 'a research',
    triggers: ['a', 'an'],
    look: (w, i) => {
      const at = describing.has(w[i + 1] ?? '') ? i + 2 : i + 1;
      const next = w[at + 1];
      const isLast =
        next === undefined ||
        prepositions.has(next) ||
        /^(?:that|showed|shows|says|said|and|but|because|is|was|which|who|so)$/.test(next);
      return ideas.has(w[at] ?? '') && isLast ? at - i + 1 : 0;
    },
  },
  {
    rule: 'of and one of many',
    triggers: [...wholes],
    look: (w, i) => {
      const next = w[i + 3];
      const isLast =
        next === undefined || prepositions.has(next) || /^(?:is|was|and|but|it|he|she|because)$/.test(next);
      return w[i + 1] === 'of' && neverAlone.has(w[i + 2] ?? '') && isLast ? 3 : 0;
    },
  },
];
