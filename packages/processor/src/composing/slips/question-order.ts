import { auxiliaries, subjectPronouns } from '../../language/words.ts';
import { verbForms } from '../word-forms.ts';
import type { Slip } from './slip.ts';
import { isPlainVerb } from './verb-phrase.ts';

/** "What snails eat?", "Where you do live?": in a question the helping verb goes before the subject. */
export const questionOrder: Slip = {
  name: 'order of a question',
  rule: 'In a question the helping verb comes before the subject.',
  forms({ right, sentence }, lexicon) {
    const words = right.split(' ');
    const [helper = '', ...rest] = words;
    const verb = words.at(-1) ?? '';
    const subject = rest
      .slice(0, -1)
      .map((word) => (subjectPronouns.has(word.toLowerCase()) ? word : word.toLowerCase()));
    const isQuestion = /\?["”]?$/.test(sentence.trim()) && auxiliaries.has(helper.toLowerCase());
    if (!isQuestion || subject.length === 0 || !isPlainVerb(verb, lexicon)) return [];
    if (!/^(?:do|does|did|can|could|will|would|should|must)$/i.test(helper)) return [];
    const { s, past } = verbForms(verb.toLowerCase());
    const behind = [...subject, helper.toLowerCase(), verb].join(' ');
    const bent = [helper, ...subject, /^did$/i.test(helper) ? past : s].join(' ');
    const bare = [...subject, /^did$/i.test(helper) ? past : verb].join(' ');
    return [bare, bent, behind];
  },
  examples: {
    offers: [
      [
        ['What', 'eat snails', 'do snails eat', '?'],
        ['snails eat', 'do snails eats', 'snails do eat'],
      ],
      [
        ['When', 'have you paint', 'did you paint', 'it?'],
        ['you painted', 'did you painted'],
      ],
    ],
    leaves: [
      ['I know what', 'do they eat', 'they eat', ''],
      ['The painter', 'eat', 'did eat', 'it'],
    ],
  },
};
