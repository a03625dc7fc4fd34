import { ending, possibleBases } from '../../language/inflection.ts';
import { adverbs, auxiliaries, conjunctions, isNumber, prepositions, subjectPronouns } from '../../language/words.ts';
import { countableNouns } from './countable-nouns.ts';
import type { ErrorRule } from './error-rule.ts';
import { determinersOfOne, uncountables, words } from './word-lists.ts';

const counts = words(
  'many few several these those both two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million',
);
const countable = words(
  'person day year week month friend brother sister child thing book time sentence question car man woman student hour minute problem country language word movie dog cat job dollar euro colleague kid game tissue mistake customer employee city house',
);
const invariable = words(
  'people staff police children men women fish sheep percent feet teeth series species aircraft',
);
const neverWithArticle = words('homework advice information furniture luggage equipment rubbish traffic weather');
const er = words(
  'never other number water paper power player teacher order interest sister brother letter computer member customer weather winter summer answer matter clever honest modest forest over ever after under sober proper super bitter tender eager manager consumer user users',
);
const shortAdjectives = words(
  'big small tall short old young cheap fast slow strong cold hot easy nice high low good bad happy heavy',
);
const gradable = words(
  'big small expensive difficult easy cold hot salty good bad long short happy tired helpful proud beautiful important heavy late early interesting',
);

/** Verbs that learners put where their noun belongs: "your complain", "an advise". */
const verbsOnly = words(
  'advise analyse behave believe breathe choose complain decide depend describe develop discover explain improve inform invent organise succeed suggest translate',
);
/** Words that no measure describes. */
const small = new Set([
  ...conjunctions,
  ...prepositions,
  ...subjectPronouns,
  'long',
  'off',
  'later',
  'earlier',
  'older',
  'younger',
  'longer',
  'ever',
  'never',
  'away',
  'each',
  'a',
  'an',
  'the',
]);

const isComparative = (word: string) =>
  /[a-z]{3,}(?:er|est)$/.test(word) && !er.has(word) && possibleBases(word).length > 1;

/** Mistakes with nouns, articles, quantities and comparison. */
export const nounErrors: readonly ErrorRule[] = [
  {
    rule: 'more with er',
    triggers: ['more', 'most'],
    look: (w, i) => (isComparative(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'more with a short adjective',
    triggers: ['more'],
    look: (w, i) => (shortAdjectives.has(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'too much with an adjective',
    triggers: ['too', 'very'],
    look: (w, i) => (w[i + 1] === 'much' && gradable.has(w[i + 2] ?? '') ? 3 : 0),
  },
  {
    rule: 'a before a vowel',
    triggers: ['a'],
    look: (w, i) => {
      const next = w[i + 1] ?? '';
      return /^(?:[aeio]|un(?!i)|um|up|ug)/.test(next) && !/^(?:one|once|eu|uni|use|i$)/.test(next) ? 2 : 0;
    },
  },
  {
    rule: 'an before a consonant',
    triggers: ['an'],
    look: (w, i) => (/^[bcdfgjklpqrtvwyz]/.test(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'many with a singular',
    triggers: [...counts],
    look: (w, i) => {
      const [noun = '', next] = [w[i + 1], w[i + 2]];
      const compound = ['old', 'long', 'off'].includes(next ?? '') || w[i - 1] === 'the';
      // of "two car garages" only the last noun tells how many there are
      const isLast = next === undefined || conjunctions.has(next) || prepositions.has(next);
      return !compound && (countable.has(noun) || (countableNouns.has(noun) && isLast)) ? 2 : 0;
    },
  },
  {
    rule: 'one of and a singular',
    triggers: ['one'],
    look: (w, i) => {
      const noun = w[i + 3] ?? '';
      if (w[i + 1] !== 'of' || !determinersOfOne.has(w[i + 2] ?? '') || noun === '') return 0;
      const adjective =
        /(?:est|ful|ous|al|ive|ent|ant|ic|ed|ing)$/.test(noun) || /^(?:main|old|new|big|first)$/.test(noun);
      return ending(noun) === 'base' && !invariable.has(noun) && !adjective ? 4 : 0;
    },
  },
  {
    rule: 'plural that does not exist',
    triggers: [
      ...[...uncountables].map((noun) => `${noun}s`),
      ...words(
        'feets teeths childrens mens womens tooths childs mouses sheeps foots loafs wifes knifes leafs shelfs gooses peoples mans womans persones',
      ),
    ],
    look: () => 1,
  },
  {
    rule: 'article with an uncountable',
    triggers: ['a', 'an'],
    look: (w, i) =>
      neverWithArticle.has(w[i + 1] ?? '') && !/^(?:\p{L}+(?:er|or)|piece|jam|forecast|desk)$/u.test(w[i + 2] ?? '')
        ? 2
        : 0,
  },
  {
    rule: 'much with a plural',
    triggers: ['much'],
    look: (w, i) =>
      ending(w[i + 1] ?? '') === 's' && !['less', 'news', 'is', 'was', 'does'].includes(w[i + 1] ?? '') ? 2 : 0,
  },
  {
    rule: 'many with an uncountable',
    triggers: ['many'],
    look: (w, i) => (uncountables.has(w[i + 1] ?? '') || ['water', 'money', 'time'].includes(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'a measure in the plural before its noun',
    triggers: ['a', 'an', 'this', 'my'],
    look: (w, i) => {
      const isMeasure =
        /^(?:minutes|hours|days|weeks|months|years|pages|metres|kilometres|pounds|euros|dollars|stars)$/;
      const noun = w[i + 3] ?? '';
      const isNoun =
        /^(?:base|er)$/.test(ending(noun)) && !auxiliaries.has(noun) && !adverbs.has(noun) && !small.has(noun);
      return isNumber(w[i + 1] ?? '') && isMeasure.test(w[i + 2] ?? '') && noun !== '' && isNoun ? 4 : 0;
    },
  },
  {
    rule: 'a verb in the place of its noun',
    triggers: [...verbsOnly],
    look: (w, i) => {
      const isOwned = /^(?:an?|my|your|his|our|their|this|the)$/.test(w[i - 1] ?? '');
      return isOwned && (w[i + 1] === undefined || small.has(w[i + 1] ?? '')) ? 1 : 0;
    },
  },
  {
    rule: 'people is',
    triggers: ['people'],
    look: (w, i) => (['is', 'was', 'has'].includes(w[i + 1] ?? '') ? 2 : 0),
  },
  {
    rule: 'the most of',
    triggers: ['the'],
    look: (w, i) => (w[i + 1] === 'most' && w[i + 2] === 'of' ? 3 : 0),
  },
];
