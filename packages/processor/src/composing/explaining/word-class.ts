import type { PartOfSpeech } from '../../lexicon/index.ts';
import { type Explanation, wordsAround } from './explanation.ts';

const articleFor = (part: string): string => (/^[aeiou]/.test(part) ? 'an' : 'a');
/** Endings that tell a word's part of speech, whatever else a dictionary lists it as. */
const endings: readonly [RegExp, PartOfSpeech][] = [
  [/(?:tion|sion|ment|ness|ity|ance|ence|ism|ship)$/, 'noun'],
  [/(?:ful|less|ous|able|ible|ive|ic)$/, 'adjective'],
  [/[^e]ly$/, 'adverb'],
];

/** "I will complain → a complaint", "speak clear → speak clearly": the same word as another part of speech. */
export const wordClass: Explanation = {
  name: 'part of speech',
  rule(blank, lexicon) {
    const { right, wrong, before } = wordsAround(blank);
    const [form = ''] = right;
    const [said = ''] = wrong;
    if (right.length !== 1 || wrong.length !== 1 || form === said || form.length < 4 || said.length < 3) return null;
    const stem = Math.min(4, said.length - 1);
    if (form.slice(0, stem) !== said.slice(0, stem)) return null;
    const describes = /(?:ed|ing)$/.test(form) && lexicon.partsOfSpeech(form).includes('adjective');
    if (describes && lexicon.lemma(form, 'verb') === said && /^(?:very|so|too|quite|really)$/.test(before.at(-1) ?? ''))
      return `“${said}” is a verb; after “${before.at(-1)}” stands the adjective, “${form}”.`;
    const partOf = (word: string): PartOfSpeech | undefined =>
      endings.find(([ending]) => ending.test(word))?.[1] ?? lexicon.partsOfSpeech(word)[0];
    const [own, theirs] = [partOf(form), partOf(said)];
    // forms of one verb or noun are no other word
    const isOneWord = (['verb', 'noun', 'adjective'] as const).some(
      (pos) => lexicon.lemma(form, pos) === lexicon.lemma(said, pos),
    );
    if (own === undefined || theirs === undefined || own === theirs || isOneWord) return null;
    return `“${said}” is ${articleFor(theirs)} ${theirs}; the ${own} is “${form}”.`;
  },
  examples: {
    explains: [
      [['I want to make a', 'complain', 'complaint', ''], '“complain” is a verb; the noun is “complaint”'],
      [['I am very', 'tire', 'tired', ''], 'after “very” stands the adjective'],
      [['My', 'healthy', 'health', 'is good'], '“healthy” is an adjective; the noun is “health”'],
    ],
    leaves: [
      ['She', 'walk', 'walks', 'home'],
      ['It is', 'big', 'bright', ''],
    ],
  },
};
