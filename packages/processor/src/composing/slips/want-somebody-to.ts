import { objectPronouns } from '../../language/words.ts';
import type { Slip } from './slip.ts';
import { isPlainVerb, lastOf } from './verb-phrase.ts';

const subjectOf: Readonly<Record<string, string>> = {
  me: 'I',
  him: 'he',
  her: 'she',
  us: 'we',
  them: 'they',
  you: 'you',
  it: 'it',
};

/** "He wants that I come": somebody wants somebody to do something. */
export const wantSomebodyTo: Slip = {
  name: 'want somebody to',
  rule: 'We want, ask or need somebody to do something; no “that” comes after these verbs.',
  forms({ right, before, after }, lexicon) {
    const [object = '', to = '', ...more] = right.toLowerCase().split(' ');
    const isWanting = /^(?:want|need|expect|ask|would)/.test(lexicon.lemma(lastOf(before), 'verb'));
    if (!isWanting || more.length > 0 || !objectPronouns.has(object) || to !== 'to') return [];
    if (!isPlainVerb(after[0] ?? '', lexicon)) return [];
    const subject = subjectOf[object] ?? object;
    return [`that ${subject}`, object, ...(subject === object ? [] : [`${subject} to`])];
  },
  examples: {
    offers: [
      [
        ['She wants', 'that I', 'me to', 'paint the door'],
        ['that I', 'me', 'I to'],
      ],
    ],
    leaves: [['She gave it', 'for me', 'to me', 'again']],
  },
};
