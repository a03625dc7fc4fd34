import { isNumber, particles } from '../../language/words.ts';
import { type Explanation, wordsAround } from './explanation.ts';

/** "get up a cold → get over": a verb whose particle decides what it means. */
export const phrasalVerb: Explanation = {
  name: 'phrasal verb',
  rule(blank, lexicon) {
    const { right, wrong, before, after } = wordsAround(blank);
    const [particle = ''] = right;
    const isLittle = wrong.length === 0 || (wrong.length === 1 && particles.has(wrong[0] ?? ''));
    if (right.length !== 1 || !isLittle || !particles.has(particle) || isNumber(after[0] ?? '')) return null;
    const verb = `${lexicon.lemma(before.at(-1) ?? '', 'verb')} ${particle}`;
    const [entry, another] = lexicon.entries(verb);
    if (entry?.part !== 'phrasal verb' || another !== undefined) return null;
    return `“${verb}” means “${entry.meaning}”.`;
  },
  examples: {
    explains: [[['It takes a week to get', 'up', 'over', 'a cold'], '“get over” means']],
    leaves: [
      ['He sat', 'in', 'on', 'the sofa'],
      ['We talked', 'of', 'about', 'it'],
      ['The doctor will come', 'after', 'in', 'ten minutes'],
    ],
  },
};
