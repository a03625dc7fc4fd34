import { nothing } from '@tulkka/shared/grading';
import { objectPronouns, particles, prepositions, timeWords } from '../../language/words.ts';
import { governsPreposition } from '../preposition-distractors.ts';
import { verbForms } from '../word-forms.ts';
import { type Explanation, isNoun, pieceOf, wordsAround } from './explanation.ts';

/** "stayed two days", "broke the day we came": a time needs its own rule. */
const isTime = (after: readonly string[]): boolean =>
  after.slice(0, 3).some((word) => timeWords.has(word.replace(/s$/, ''))) ||
  /^(?:all|next|last|every|this)$/.test(after[0] ?? '');

/** Words that choose their preposition: "responsible for", "run out of", "discuss" with none. */
export const prepositionPartner: Explanation = {
  name: 'word with its preposition',
  rule(blank, lexicon) {
    const { right, wrong, before, after } = wordsAround(blank);
    const isLittle = (words: readonly string[]): boolean =>
      words.length <= 1 && words.every((word) => prepositions.has(word));
    if (!isLittle(right) || wrong.length > 2 || !(wrong[0] === undefined || prepositions.has(wrong[0]))) return null;
    const [last = '', previous = ''] = [before.at(-1), before.at(-2)];
    const said = pieceOf(blank.wrong).split(' ')[0] ?? '';
    const phrasal = particles.has(last) && previous !== '' ? `${lexicon.lemma(previous, 'verb')} ${last}` : '';
    const isAdjective = governsPreposition(last);
    const isPhrasal = phrasal !== '' && lexicon.isPhrase(phrasal) && verbForms(phrasal).base === phrasal;
    const word = isPhrasal ? phrasal : isAdjective ? last : lexicon.lemma(last, 'verb');
    if (word === 'be' || word === '' || /^(?:come|go|get|put|be|have|do|make|take|see|time|way|people)$/.test(word))
      return null;
    if (!isPhrasal && !governsPreposition(word)) return null;
    if (blank.right === nothing)
      return isPhrasal || isNoun(word, lexicon) || isTime(after)
        ? null
        : `“${word}” takes what it is about without a preposition, so no “${said}”.`;
    const [own = ''] = right;
    const object = objectPronouns.has(after[0] ?? '') ? 'somebody' : 'something';
    if (said === '') return `“${word}” needs “${own}” before a person or a thing: ${word} ${own} ${object}.`;
    return `“${word}” goes with “${own}”, not with “${said}”: ${word} ${own} ${object}.`;
  },
  examples: {
    explains: [
      [['You are responsible', 'of', 'for', 'this'], 'responsible for something'],
      [['We are running out', 'from', 'of', 'milk'], 'run out of something'],
      [['They paid', '', 'for', 'it'], 'needs “for”'],
    ],
    leaves: [
      ['The doctor will come', 'after', 'in', 'ten minutes'],
      ['It was', 'in', 'on', 'the map'],
    ],
  },
};
