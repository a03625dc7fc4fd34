import { irregularForm } from '../../language/verb-forms.ts';
import { regularPast } from '../word-forms.ts';
import type { Slip } from './slip.ts';

/** "teached", "has cutted": a verb that is irregular made like the others. */
export const regularPastOfIrregular: Slip = {
  name: 'irregular verbs',
  rule: 'This verb is irregular: its past has no -ed.',
  forms({ right, before }) {
    const words = right.toLowerCase().split(' ');
    const last = words.at(-1) ?? '';
    const known = irregularForm(last);
    const isOther = known?.past === true || words.slice(0, -1).some((word) => /^(?:have|has|had)/.test(word));
    if (known === null || known === undefined || !isOther || before.length + words.length < 2) return [];
    const form = regularPast(known.base);
    if (form === null || /^(?:be|have|do|can|will|must)$/.test(known.base)) return [];
    return [[...words.slice(0, -1), form].join(' ')];
  },
  examples: {
    offers: [
      [['She', 'teach', 'taught', 'us'], ['teached']],
      [['They', "didn't cut", "hadn't cut", 'the bread'], ["hadn't cutted"]],
    ],
    leaves: [
      ['She', 'paint', 'painted', 'it'],
      ['They', 'was', 'were', 'here'],
    ],
  },
};
