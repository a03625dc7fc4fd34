import { determiners, isNumber, objectPronouns, prepositions } from '../../language/words.ts';
import { countableNouns, groups } from './countable-nouns.ts';
import type { ErrorRule } from './error-rule.ts';
import { nounToo, sureBases, thirdPerson, uncountables, words } from './word-lists.ts';

const owners = words('the my your his her our their this that');
const pluralOwners = words('the my your his her our their these those');
const notPlural = words(
  'this its his as gas lens christmas canvas atlas bias chaos news series species states netherlands philippines yes always perhaps glass class boss business process address access success physics mathematics economics politics gymnastics athletics analysis basis crisis thesis hypothesis oasis bus virus campus status focus bonus census genius tennis',
);
const irregularPlurals = words('children men women people feet teeth mice geese police');

const isPlural = (word: string): boolean =>
  irregularPlurals.has(word) || (/[a-z]{2}[^s'u]s$/.test(word) && !notPlural.has(word));

/** Whether a subject may begin here: at the head, or behind a word that opens a clause. */
function opensClause(w: readonly string[], i: number): boolean {
  return i === 0 || /^(?:but|because|so|that|if|when|while|although|says?|said|think|know)$/.test(w[i - 1] ?? '');
}

/** Mistakes in which a subject and its verb, or a noun and its number, do not match. */
export const agreementErrors: readonly ErrorRule[] = [
  {
    rule: 'uncountable with a plural verb',
    triggers: [...uncountables, 'news', 'money', 'weather', 'music'],
    look: (w, i) => {
      const isSubject = opensClause(w, i) || determiners.has(w[i - 1] ?? '');
      // "how much luggage have you got", "his advice and his money are": asked, or more than one thing
      const isOther = w.slice(0, i).some((word) => /^(?:and|what|which|how|whose|of)$/.test(word));
      return w[i] !== 'staff' && isSubject && !isOther && /^(?:are|were|have)$/.test(w[i + 1] ?? '') ? 2 : 0;
    },
  },
  {
    rule: 'uncountable that is counted',
    triggers: ['these', 'those', 'several', 'few', 'two', 'three', 'four', 'five'],
    look: (w, i) => (uncountables.has(w[i + 1] ?? '') && w[i + 1] !== 'staff' && isLast(w, i + 1) ? 2 : 0),
  },
  {
    rule: 'several with a singular verb',
    triggers: [...pluralOwners],
    look: (w, i) => {
      const [noun = '', verb = ''] = [w[i + 1], w[i + 2]];
      return opensClause(w, i) && isPlural(noun) && /^(?:is|was|has|does)$/.test(verb) ? 3 : 0;
    },
  },
  {
    rule: 'one with a plural verb',
    triggers: [...owners],
    look: (w, i) => {
      const noun = w[i + 1] ?? '';
      const isOften = /^(?:always|often|usually|never|sometimes)$/.test(w[i + 2] ?? '');
      const verb = w[isOften ? i + 3 : i + 2] ?? '';
      if (!opensClause(w, i) || !countableNouns.has(noun) || groups.has(noun)) return 0;
      if (/^(?:are|have|do|am)$/.test(verb)) return 3;
      return /^(?:if|that)$/.test(w[i - 1] ?? '') === false && sureBases.has(verb) && !nounToo.has(verb) ? 3 : 0;
    },
  },
  {
    rule: 'everybody were',
    triggers: [...thirdPerson].filter((word) => word.length > 3),
    look: (w, i) => (w[i + 1] === 'were' && !/^(?:if|though|wish|as)$/.test(w[i - 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'there is and several',
    triggers: ['there'],
    look: (w, i) => {
      const next = w[i + 2] ?? '';
      const isSeveral = /^(?:many|several|two|three|four|five|six|seven|eight|nine|ten|these|those)$/.test(next);
      if (w[i + 1] === 'is' || w[i + 1] === 'was') return isSeveral && isPlural(w[i + 3] ?? '') ? 3 : 0;
      const isOne = /^(?:a|an|one)$/.test(next) && countableNouns.has(w[i + 3] ?? '') && !groups.has(w[i + 3] ?? '');
      return /^(?:are|were)$/.test(w[i + 1] ?? '') && isOne && isLast(w, i + 3) ? 3 : 0;
    },
  },
  {
    rule: 'there are and a second verb',
    triggers: ['there'],
    look: (w, i) => {
      if (!/^(?:is|are|was|were)$/.test(w[i + 1] ?? '')) return 0;
      const at = w.findIndex((word, k) => k > i + 2 && k < i + 5 && (word === 'people' || isPlural(word)));
      const verb = w[at + 1] ?? '';
      return at > 0 && sureBases.has(verb) && !nounToo.has(verb) && verb !== 'open' ? at - i + 2 : 0;
    },
  },
  {
    rule: 'people with a singular verb',
    triggers: ['people', 'children'],
    look: (w, i) => {
      const verb = w[i + 1] ?? '';
      const base = verb.replace(/(?<=[sh]|go)es$|s$/, '');
      return verb.endsWith('s') && sureBases.has(base) && !nounToo.has(base) ? 2 : 0;
    },
  },
  {
    rule: 'no for not',
    triggers: ['no'],
    look: (w, i) => {
      const isVerb = /^(?:like|want|have|know|understand|go|can|come|eat|speak|see|is|listen|remember)$/.test(
        w[i + 1] ?? '',
      );
      return i > 0 &&
        isVerb &&
        !objectPronouns.has(w[i - 1] ?? '') &&
        !/^(?:there|is|are|say|said|or|and|but)$/.test(w[i - 1] ?? '')
        ? 2
        : 0;
    },
  },
  {
    rule: 'nothing and not',
    triggers: ['nothing', 'nobody', 'nowhere'],
    look: (w, i) =>
      /^(?:is|was|are|were|does|did|has|have|can|could|will|would)$/.test(w[i + 1] ?? '') && w[i + 2] === 'not' ? 3 : 0,
  },
  {
    rule: 'denied twice',
    triggers: ['nothing', 'nobody'],
    look: (w, i) => {
      const at = w.lastIndexOf('not', i);
      const between = w.slice(at + 1, i);
      return at >= 0 && between.length <= 3 && !between.some((word) => /^(?:and|but|because|so|if|that)$/.test(word))
        ? i - at + 1
        : 0;
    },
  },
  {
    rule: 'everything what',
    triggers: ['everything', 'something', 'nothing', 'anything'],
    look: (w, i) => (w[i + 1] === 'what' ? 2 : 0),
  },
  {
    rule: 'same like',
    triggers: ['same'],
    look: (w, i) =>
      w[i + 1] === 'like' || (w[i + 2] === 'like' && /^(?:i|me|you|him|her|my|us)$/.test(w[i + 3] ?? '')) ? 3 : 0,
  },
  {
    rule: 'want that somebody',
    triggers: ['want', 'wants', 'wanted'],
    look: (w, i) => {
      const isSubject = (word = ''): boolean => /^(?:i|he|she|we|they)$/.test(word);
      if (w[i + 1] === 'that') return isSubject(w[i + 2]) || w[i + 2] === 'you' ? 3 : 0;
      const isAsked = w.slice(0, i).some((word) => /^(?:what|if|when|as|whatever|whenever|who|which)$/.test(word));
      return isSubject(w[i + 1]) && !isAsked && sureBases.has(w[i + 2] ?? '') ? 3 : 0;
    },
  },
  {
    rule: 'ending after did not',
    triggers: ['did'],
    look: (w, i) => {
      const verb = w[i + 2] ?? '';
      const isBase = /^(?:need|feed|succeed|speed|proceed|exceed|embed|breed|shed|wed|bleed|weed|seed|shred)$/;
      return w[i + 1] === 'not' && /[a-z]{2}ed$/.test(verb) && !isBase.test(verb) ? 3 : 0;
    },
  },
  {
    rule: 'not this not that',
    triggers: ['not'],
    look: (w, i) => (w[i + 2] === 'not' && !/^(?:and|or|but|if|because)$/.test(w[i + 1] ?? '') ? 3 : 0),
  },
];

/** Whether the noun is the last of its phrase and no part of a compound ("these homework tasks"). */
function isLast(w: readonly string[], i: number): boolean {
  const next = w[i + 1];
  return (
    next === undefined ||
    prepositions.has(next) ||
    isNumber(next) ||
    /^(?:and|but|or|because|that|is|are|was|were|for|i|you|he|she|we|they)$/.test(next)
  );
}
