import { irregularForm } from '../../language/verb-forms.ts';
import { type Explanation, wordsAround } from './explanation.ts';

const imagined = /\b(?:would|wouldn't|could|couldn't|might)\b/;
const isPast = (word: string): boolean =>
  /ed$/.test(word) || /^(?:didn't|did|were|weren't)$/.test(word) || irregularForm(word)?.past === true;

/** What each half of a sentence with "if" takes, by what changed in it. */
export const conditionals: Explanation = {
  name: 'halves of a condition',
  rule(blank) {
    const { right, wrong, before, after } = wordsAround(blank);
    const all = [...before, ...right, ...after].join(' ');
    const [form = ''] = right;
    if (!/\b(?:if|unless)\b/.test(all) || right.length === 0 || right.join() === wrong.join()) return null;
    const hasWill = wrong.some((word) => /^(?:will|won't|would|wouldn't)$/.test(word));
    if (/^(?:had|hadn't)$/.test(form) && !/^(?:had|hadn't)$/.test(wrong[0] ?? ''))
      return 'What did not happen takes “had” and the third form after “if”, and “would have” in the other half.';
    if (/^(?:would|wouldn't)$/.test(form) && !/^(?:would|wouldn't)$/.test(wrong[0] ?? ''))
      return right.includes('have')
        ? 'The result of what did not happen takes “would have” and the third form.'
        : 'The result of something only imagined takes “would” and the plain verb.';
    if (hasWill && !right.some((word) => /^(?:will|won't|would|wouldn't)$/.test(word)))
      return 'In the half with “if” stands no “will” or “would”.';
    return isPast(form) && imagined.test(all) && wrong.length > 0 && !isPast(wrong[0] ?? '')
      ? 'What is only imagined takes the past after “if”, and “would” in the other half.'
      : null;
  },
  examples: {
    explains: [
      [['If they', "didn't cut", "hadn't cut", 'the trees we would have shade'], 'What did not happen'],
      [['If they', "wouldn't make", "didn't make", 'noise we would sleep'], 'no “will” or “would”'],
      [['If it rained I', 'will stay', 'would stay', 'here'], 'only imagined'],
      [['If you', "don't find", "didn't find", 'it I would help'], 'the past after “if”'],
    ],
    leaves: [
      ['If', 'battery', 'batteries', 'get better they sell more'],
      ['Yesterday they', "hadn't", "didn't", 'come'],
    ],
  },
};
