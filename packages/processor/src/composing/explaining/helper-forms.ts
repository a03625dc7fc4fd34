import { verbForms } from '../word-forms.ts';
import { type Explanation, isVerb, wordBefore, wordsAround } from './explanation.ts';

const be = /^(?:am|is|are|was|were|be|been|i'm|you're|we're|they're|he's|she's|it's)$/;
const have = /^(?:have|has|i've|you've|we've|they've|'ve)$/;
const modal = /^(?:can|can't|could|couldn't|will|won't|would|wouldn't|must|mustn't|should|shouldn't|may|might)$/;
/** Verbs that another verb follows with "to". */
const takesTo =
  /^(?:want|wants|wanted|plan|plans|planned|hope|hopes|hoped|decide|decides|decided|need|needs|needed|would like|learn|learns|learned|try|tries|tried|agree|agreed|promise|promised|forget|forgot|expect|expected|offer|offered|refuse|refused|manage|managed|like|love)$/;

/** What the helping verb or the verb before asks of the form that follows it. */
export const helperForms: Explanation = {
  name: 'form after a helping verb',
  rule(blank, lexicon) {
    const { right, wrong, before: all, after } = wordsAround(blank);
    // "was always shouting"
    const before = all.slice(0, all.lastIndexOf(wordBefore(all)) + 1);
    const main = right.at(-1) ?? '';
    const last = before.at(-1) ?? '';
    const isIng = /ing$/.test(main);
    const said = wrong.join(' ');
    const hasVerb = isVerb(main, lexicon);
    const { base, participle } = verbForms(lexicon.lemma(main, 'verb'));
    if (
      right[0] === 'to' &&
      (right.length === 1 || hasVerb) &&
      (said === '' || said === right.slice(1).join(' ')) &&
      takesTo.test(last)
    )
      return `After “${last}” the next verb takes “to”: ${last} to ${right.length > 1 ? base : after[0]}.`;
    if (!hasVerb) return null;
    if (
      main === base &&
      right.length === 1 &&
      before.slice(-4).some((word) => /^(?:let|lets|make|makes|made)$/.test(word)) &&
      /^(?:to|for) |ing$/.test(said)
    )
      return 'After “let” and “make” with a person or a thing stands the plain verb, without “to” or -ing.';
    if (right.length === 2 && right[0] === 'been' && isIng && have.test(last))
      return 'What began earlier and still goes on takes “have been” or “has been” and -ing.';
    if (/\b(?:have|has|had) to$/.test(before.join(' ')) && right.length === 1 && main === base)
      return 'After “have to”, “has to” and “had to” the verb has its base form.';
    const isSameVerb = lexicon.lemma(wrong.at(-1) ?? '', 'verb') === base;
    if (right.length === 1 && main === base && modal.test(last) && isSameVerb)
      return `After “${last}” and the other modal verbs the verb has its base form, without “to”, -s or -ed.`;
    if (isIng && be.test(right.length > 1 ? (right[0] ?? '') : last) && !/ing$/.test(said))
      return 'What goes on at a moment takes a form of “be” and the verb with -ing.';
    if (isIng && right.length === 2 && be.test(right[0] ?? '') && /ing$/.test(said) && wrong.length === 1)
      return 'A verb with -ing is no tense by itself: a form of “be” stands before it.';
    if (right.length === 1 && be.test(last) && main === participle && main !== base && !isIng)
      return 'What is done to the subject, or how it is afterwards, takes “be” and the third form: was made, is closed.';
    return null;
  },
  examples: {
    explains: [
      [['He wants', 'be', 'to be', 'a pilot'], 'After “wants”'],
      [['We plan', '', 'to', 'go there'], 'plan to go'],
      [['You have', 'cough', 'been coughing', 'since Sunday'], 'still goes on'],
      [['It makes our brain', 'to think', 'think', 'it is day'], 'After “let” and “make”'],
      [['The nurse was', 'shout', 'shouting', ''], '-ing'],
      [['The train was', 'delay', 'delayed', ''], 'third form'],
      [['We have to', 'stayed', 'stay', 'here'], 'After “have to”'],
      [['We', 'having', 'are having', 'a picnic'], 'no tense by itself'],
    ],
    leaves: [
      ['He', 'walk', 'walks', 'home'],
      ['The sofa was', 'old', 'red', ''],
      ['I can', 'let', 'leave', 'it here'],
    ],
  },
};
