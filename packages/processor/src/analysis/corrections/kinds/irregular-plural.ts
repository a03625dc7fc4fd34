import type { Kind } from '../kind.ts';

/** The plural of a noun is built wrongly: two loafs. */
export const irregularPlural: Kind = {
  name: 'irregular plural',
  says: 'The plural of a noun is built wrongly: two loafs.',
  categoryOf: ({ pair, lexicon }) => {
    if (pair === null || !pair[0].endsWith('s')) return null;
    const base = lexicon.lemma(pair[1], 'noun');
    const stems = [pair[0].slice(0, -1), pair[0].replace(/es$/, '')];
    const isBuilt = stems.some((stem) => base === stem || lexicon.lemma(stem, 'noun') === base);
    return base !== pair[1] && isBuilt && !stems.includes(pair[1].slice(0, -1)) ? 'agreement' : null;
  },
  finds: [
    ['I bought two loafs of bread', 'I bought two loaves of bread', 'agreement'],
    ['My childrens are at home', 'My children are at home', 'agreement'],
    ['We saw three mouses in the barn', 'We saw three mice in the barn', 'agreement'],
  ],
  leaves: [
    ['I bought two loaf of bread', 'I bought two cakes of bread'],
    ['She work here', 'She lives here'],
  ],
};
