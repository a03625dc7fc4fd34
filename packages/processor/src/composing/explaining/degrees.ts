import { type Explanation, wordsAround } from './explanation.ts';

const comparative = /^(?:better|worse|[a-z]{2,}er)$/;

/** "more stronger", "the more stubborn", "too much salty": how much and how strongly. */
export const degrees: Explanation = {
  name: 'degrees',
  rule(blank, lexicon) {
    const { right, wrong, before, after } = wordsAround(blank);
    const [form = ''] = right;
    const next = after[0] ?? '';
    const isBent = (word: string): boolean => comparative.test(word) && lexicon.lemma(word, 'adjective') !== word;
    if (right.includes('many') && wrong.includes('much'))
      return '“Many” goes with things that we count, “much” with what we cannot count.';
    if (right.includes('much') && wrong.includes('many'))
      return '“Much” goes with what we cannot count, “many” with things that we count.';
    if (right.length === 0 && wrong.join(' ') === 'more' && isBent(next))
      return `“${next}” has “more” in it already: -er or “more”, never both.`;
    if (right.length === 1 && isBent(form) && wrong.at(0) === 'more')
      return wrong.at(1) === form
        ? `“${form}” has “more” in it already: -er or “more”, never both.`
        : 'Short adjectives take -er, long ones take “more”: smaller, but more expensive.';
    if (right.length === 0 && /^(?:much|many)$/.test(wrong.join(' ')) && /^(?:too|very|so)$/.test(before.at(-1) ?? ''))
      return `Before an adjective “${before.at(-1)}” stands alone; “${before.at(-1)} much” stands before a noun.`;
    if (right.length === 1 && isBent(form) && next === 'than')
      return 'Before “than” the adjective has -er, or “more” before it.';
    return null;
  },
  examples: {
    explains: [
      [['It is', 'more', '', 'stronger than yours'], '“stronger” has “more” in it'],
      [['It is', 'more cheaper', 'cheaper', 'here'], 'never both'],
      [['The fish is too', 'much', '', 'salty'], '“too” stands alone'],
      [['There', "isn't much", "aren't many", 'eggs'], '“Many” goes with things that we count'],
      [['He is', 'old', 'older', 'than me'], 'Before “than”'],
    ],
    leaves: [
      ['We need', 'more', '', 'bread'],
      ['The other', 'more', 'most', 'people'],
    ],
  },
};
