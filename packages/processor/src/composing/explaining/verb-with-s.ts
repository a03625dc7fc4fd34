import { auxiliaries, subjectPronouns } from '../../language/words.ts';
import { verbForms } from '../word-forms.ts';
import { type Explanation, isNoun, isVerb, wordBefore, wordsAround } from './explanation.ts';

const several = /^(?:i|you|we|they|people|children|men|women|police|these|those)$/;
const opensClause = /^(?:when|if|that|because|and|but|so|who|which|what|while|although|where)$/;
const counting =
  /^(?:the|a|an|my|your|his|her|our|their|some|many|of|for|with|in|on|to|two|three|four|five|enough|more)$/;

/** "the river burst" and "they wants": the verb's -s in the present. */
export const verbWithS: Explanation = {
  name: 'verb with -s',
  rule(blank, lexicon) {
    const { right, wrong, before } = wordsAround(blank);
    const [form = '', ...more] = right;
    const [said = ''] = wrong;
    if (more.length > 0 || wrong.length !== 1 || !isVerb(form, lexicon)) return null;
    const { base, s } = verbForms(lexicon.lemma(form, 'verb'));
    const subject = wordBefore(before);
    // "I would build more metro lines": a clause that has its verb already wants a noun here
    const clause = before.slice(before.findLastIndex((word) => opensClause.test(word)) + 1, -1);
    if (
      clause.some((word) => auxiliaries.has(word) || lexicon.partsOfSpeech(lexicon.lemma(word, 'verb'))[0] === 'verb')
    )
      return null;
    const isSubject = subjectPronouns.has(subject) || /^(?:who|that|which)$/.test(subject) || isNoun(subject, lexicon);
    if (subject === '' || counting.test(subject) || !isSubject) return null;
    if (form === s && said === base)
      return several.test(subject)
        ? null
        : `One person or thing (he, she, it), here “${subject}”, takes a verb with -s in the present.`;
    if (form !== base || said !== s || before.some((word) => /^(?:do|does|did|can|will|would|must|should)/.test(word)))
      return null;
    return several.test(subject) || lexicon.lemma(subject, 'noun') !== subject
      ? `Only he, she and it take a verb with -s; after “${subject}” it has none.`
      : null;
  },
  examples: {
    explains: [
      [['When the river', 'burst', 'bursts', 'its banks'], 'here “river”'],
      [['My tooth', 'hurt', 'hurts', 'at night'], 'with -s in the present'],
      [['They', 'wants', 'want', 'a discount'], 'after “they” it has none'],
    ],
    leaves: [
      ['I have two', 'sister', 'sisters', ''],
      ['There is no', 'works', 'work', ''],
      ['I would build more metro', 'line', 'lines', ''],
    ],
  },
};
