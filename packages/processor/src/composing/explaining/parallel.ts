import { type Explanation, isVerb, wordsAround } from './explanation.ts';

/** "to collect data, analysing it and …": the parts of a list have one form. */
export const parallel: Explanation = {
  name: 'parts of a list',
  rule(blank, lexicon) {
    const { right, wrong, before, after } = wordsAround(blank);
    const isList = after.includes('and') || before.includes('and');
    const [form = ''] = right;
    const kind = (words: readonly string[]): string =>
      words[0] === 'to' ? 'to' : /ing$/.test(words.at(-1) ?? '') ? '-ing' : 'plain';
    const others = before.some((word, at) => word === 'to' && isVerb(before[at + 1] ?? '', lexicon));
    if (blank.category !== 'parallelism' && !(others && kind(right) !== kind(wrong))) return null;
    if (!isList || form === '' || (wrong.length === 0 && blank.category !== 'parallelism')) return null;
    return 'The parts of a list have the same form: to swim, to sing and to dance, or swimming, singing and dancing.';
  },
  examples: {
    explains: [[['The aims are to collect data', 'analysing', 'to analyse', 'it and to publish it'], 'the same form']],
    leaves: [
      ['I enjoy', 'to swim', 'swimming', 'and music'],
      ['We', 'has', 'have', 'tea and cake'],
    ],
  },
};
