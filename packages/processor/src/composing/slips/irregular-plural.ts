import { isNumber } from '../../language/words.ts';
import { pluralOf } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { lastOf } from './verb-phrase.ts';

/** "two geeses", "two gooses", "two goose": a plural that is no -s. */
export const irregularPlural: Slip = {
  name: 'irregular plural',
  rule: 'This noun changes its form for more than one; it takes no extra -s.',
  forms({ right, wrong, before }, lexicon) {
    const many = right.toLowerCase();
    const one = lexicon.lemma(many, 'noun');
    if (one === many || right.includes(' ') || pluralOf(one) !== many || many === `${one}s`) return [];
    // "residents" for "people" is another word, not another form
    const isForm =
      many === 'people' ? /^(?:persons?|peoples)$/i.test(wrong) : wrong.toLowerCase().startsWith(many.slice(0, 1));
    if (/^(?:.*[^aeiou]ies|.*es)$/.test(many) || !isForm) return [];
    const last = lastOf(before);
    const isCounted = isNumber(last) || /^(?:many|some|several|few|these|those)$/.test(last);
    return [`${many}s`, `${one}s`, ...(isCounted ? [one] : [])].filter((form) => !lexicon.isWord(form) || form === one);
  },
  examples: {
    offers: [
      [
        ['We saw two', 'mouses', 'mice', ''],
        ['mices', 'mouse'],
      ],
      [
        ['They have three', 'childrens', 'children', ''],
        ['childrens', 'child'],
      ],
    ],
    leaves: [
      ['We saw two', 'city', 'cities', ''],
      ['We saw forty', 'residents', 'people', ''],
      ['We saw two', 'snail', 'snails', ''],
    ],
  },
};
