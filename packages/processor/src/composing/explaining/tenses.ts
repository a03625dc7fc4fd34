import { saysWhen } from '../tense-certainty.ts';
import { type Explanation, isVerb, wordsAround } from './explanation.ts';

const isBe = (word: string): boolean => /^(?:am|is|are|was|were)$/.test(word);
const perfect = /\b(?:have|has|'ve)\b/;
const reporting = /^(?:said|told|asked|thought|knew|explained|answered)$/;

/** Verbs of how things are: they have no -ing of their own. */
const states =
  /^(?:know|believe|belong|own|need|understand|depend|seem|contain|cost|prefer|agree|mean|matter|deserve|consist|include|hate|want|like|love)$/;

/** When something happens decides the tense; what somebody said steps back in time. */
export const tenses: Explanation = {
  name: 'tenses',
  rule(blank, lexicon) {
    const { right, wrong, before } = wordsAround(blank);
    const [form = ''] = right;
    const [said = ''] = wrong;
    const main = right.at(-1) ?? '';
    const whole = [...before.slice(-2), ...right].join(' ');
    const isPast = /ed$/.test(main) || /^(?:was|were|had|did|could|would)/.test(form);
    if (!right.some((word) => isVerb(word, lexicon)) && !isBe(form)) return null;
    if (before.some((word) => reporting.test(word)) && isPast && !/^(?:was|were|had|did)|ed$/.test(said))
      return 'What somebody said or thought in the past steps back in time: “is” becomes “was”, “will” becomes “would”.';
    if (/^(?:have|has)$/.test(said) && wrong.length > 1 && right.length === 1)
      return 'A time that is over takes the past, without “have” or “has”.';
    const time = saysWhen(blank.sentence);
    if (/\bhad been\b/.test(right.join(' ')) && time === 'lasting')
      return 'What went on up to a moment in the past takes “had been”, with “for” or “since”.';
    if (perfect.test(whole) && (time === 'lasting' || /\bsince\b/.test(blank.sentence)))
      return 'With “for” or “since”, what began in the past and still goes on takes “have” or “has”.';
    if (time === 'finished' && !perfect.test(right.join(' ')))
      return 'A finished time, such as “yesterday” or “two years ago”, takes the past simple.';
    const base = lexicon.lemma(form, 'verb');
    if (/ing$/.test(wrong.at(-1) ?? '') && right.length === 1 && states.test(base))
      return `“${base.charAt(0).toUpperCase()}${base.slice(1)}” tells how things are, not what somebody does: it takes no -ing.`;
    if (isBe(said) && right.length === 1 && !isBe(form))
      return /ed$/.test(form) && said !== ''
        ? '“Be” and the third form say what is done to somebody; what one does oneself takes the past alone.'
        : 'For what is usual or always true we use the simple form, without “be”.';
    if (wrong.length === 0 && isBe(form)) return 'An English sentence needs a verb: here a form of “be”.';
    return null;
  },
  examples: {
    explains: [
      [['She said that you', 'are going', 'were going', 'to move'], 'steps back'],
      [['Tomorrow or not, we', 'have sold', 'sold', 'it'], 'without “have”'],
      [['In Cairo I', 'am stuck', 'have been stuck', 'since Monday'], 'still goes on'],
      [['I', 'am graduated', 'graduated', 'in law'], 'takes the past alone'],
      [['Yesterday he', 'calls', 'called', 'me'], 'finished time'],
      [['My uncle', 'is owning', 'owns', 'two boats'], 'takes no -ing'],
    ],
    leaves: [
      ['We sat', 'in the', 'on the', 'sofa'],
      ['She', 'sing', 'sings', 'well'],
    ],
  },
};
