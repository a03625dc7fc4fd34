import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

const others: Readonly<Record<string, readonly string[]>> = {
  am: ['is', 'be', 'have'],
  is: ['are', 'be', 'have'],
  are: ['is', 'be', 'has'],
  was: ['were', 'be', 'have'],
  were: ['was', 'be', 'has'],
};

/** "I hungry", "I have hungry", "I is hungry": a state takes the right form of "be". */
export const missingBe: Slip = {
  name: 'a form of be',
  rule: 'The sentence needs a verb here: a form of “be”.',
  forms({ right, wrong, before }, lexicon) {
    const [be = '', word = '', ...more] = right.split(' ');
    if (more.length > 0 || before.length === 0 || wrong.toLowerCase() !== word.toLowerCase()) return [];
    const isState = /^(?:adjective|adverb)$/.test(lexicon.partsOfSpeech(word.toLowerCase())[0] ?? '');
    if (!isState || /^(?:you|and)$/.test(lastOf(before))) return [];
    return others[be.toLowerCase()]?.map((other) => `${other} ${word}`).toSpliced(0, 0, word) ?? [];
  },
  examples: {
    offers: [
      [
        ['I', 'hungry', 'am hungry', 'again'],
        ['is hungry', 'have hungry'],
      ],
    ],
    leaves: [
      ['I', 'hungry', 'feel hungry', ''],
      ['I', 'eat', 'am eating', ''],
    ],
  },
};
