import { doForms, haveForms } from '../../../language/words.ts';
import type { Kind } from '../kind.ts';

/** Have or do stands in another form. */
export const formOfHaveOrDo: Kind = {
  name: 'form of have or do',
  says: 'Have or do stands in another form.',
  categoryOf: ({ change: { removed, added }, isOfLittleWords }) => {
    const [out = '', into = ''] = [removed[0], added[0]];
    if (!isOfLittleWords || removed.length !== 1 || added.length !== 1) return null;
    if (haveForms.has(out) && haveForms.has(into)) return [out, into].includes('had') ? 'tense' : 'agreement';
    if (doForms.has(out) && doForms.has(into)) return [out, into].includes('did') ? 'tense' : 'agreement';
    return null;
  },
  finds: [
    ['He have a big car', 'He has a big car', 'agreement'],
    ["He don't like fish", "He doesn't like fish", 'agreement'],
  ],
  leaves: [
    ['He is a car', 'He has a car'],
    ['We was at home', 'We were at home'],
  ],
};
