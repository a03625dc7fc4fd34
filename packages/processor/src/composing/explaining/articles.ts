import { countableNouns } from '../../analysis/learner-errors/countable-nouns.ts';
import { takesAn } from '../word-forms.ts';
import { type Explanation, wordsAround } from './explanation.ts';

/** What decides between "a", "the" and no article, where no card knows the very words. */
export const articlesRule: Explanation = {
  name: 'articles',
  rule(blank) {
    const { right, wrong, after } = wordsAround(blank);
    const [form = ''] = right;
    const [said = ''] = wrong;
    const next = after[0] ?? '';
    const isArticle = (words: readonly string[]): boolean => words.every((word) => /^(?:a|an|the)$/.test(word));
    if (right.length > 1 || wrong.length > 1 || !isArticle(right) || !isArticle(wrong) || form === said) return null;
    if (form === '')
      return said === 'the'
        ? `“The” points at a certain one; “${next}” in general, or as a name, has no article.`
        : `“${next}” is not counted here, so no “${said}” stands before it.`;
    if (form === 'the') {
      if (said !== '') return '“The” points at the one that both speakers know; “a” is for one of many.';
      return countableNouns.has(next)
        ? 'One thing that we can count never stands alone: “the” shows that both know which one, or that all of its kind are meant.'
        : '“The” shows that both speakers know which one is meant.';
    }
    if (said === 'the')
      return `“${form}” is for one of many, or one that is new in the talk; “the” is for the one that both know.`;
    if (said !== '')
      return takesAn(next) ? 'Before a vowel sound “a” becomes “an”.' : '“An” stands only before a vowel sound.';
    return `One thing that we can count needs “a” before it, or “an” before a vowel sound: ${form} ${next}.`;
  },
  examples: {
    explains: [
      [['We write', '', 'an', 'email'], 'an email'],
      [['It goes in', 'the', 'a', 'box somewhere'], 'one of many'],
      [['I like', 'the', '', 'music'], 'in general'],
      [['', '', 'the', 'elephant is big'], 'never stands alone'],
    ],
    leaves: [
      ['He sat', 'at the', 'on the', 'sofa'],
      ['It is', 'my', 'the', 'box'],
    ],
  },
};
