import { questionWords } from '../../language/words.ts';
import type { Slip } from './slip.ts';

const beForm = /^(?:am|is|are|was|were)$/;
const reports = /^(?:know|tell|tells|told|ask|asks|asked|wonder|understand|remember|explain|say|see)$/;

/** "I don't know what is her problem", also "what is her problem is": a question inside a sentence is none. */
export const indirectQuestion: Slip = {
  name: 'question inside a sentence',
  rule: 'A question inside another sentence has the order of a statement: the person, then the verb.',
  forms({ right, before }) {
    const words = right.toLowerCase().split(' ');
    const [be = '', ...subject] = [words.at(-1), ...words.slice(0, -1)];
    const ahead = before.map((word) => word.toLowerCase());
    if (!beForm.test(be) || subject.length === 0 || !questionWords.has(ahead.at(-1) ?? '')) return [];
    if (!ahead.some((word) => reports.test(word))) return [];
    const phrase = subject.join(' ');
    return [`${be} ${phrase}`, `${be} ${phrase} ${be}`, `does ${phrase} ${be}`];
  },
  examples: {
    offers: [
      [
        ['I do not know where', 'is the station', 'the station is', ''],
        ['is the station', 'is the station is'],
      ],
    ],
    leaves: [
      ['Where', 'the station is', 'is the station', '?'],
      ['I know that', 'is the station', 'the station is', 'near'],
    ],
  },
};
