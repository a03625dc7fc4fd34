import { type Explanation, isVerb, wordsAround } from './explanation.ts';

const helper = /^(?:do|does|did|don't|doesn't|didn't)$/;

/** "What eat cows?": a question needs "do", "does" or "did" before its subject. */
export const questionHelper: Explanation = {
  name: 'question helper',
  rule(blank, lexicon) {
    if (!blank.sentence.trim().endsWith('?')) return null;
    const { right, wrong, before } = wordsAround(blank);
    const has = (words: readonly string[]): boolean => words.some((word) => helper.test(word));
    // the blank may hold the verb alone: "What do cows ___?"
    const isHelped = helper.test(before.at(-1) ?? '') || (wrong.length === 0 && has(before.slice(-3)));
    const isLacking = has(right) ? !has(wrong) : isHelped && right.length > wrong.length;
    if (!isLacking || ![...right, ...blank.after].some((word) => isVerb(word, lexicon))) return null;
    if (wrong.some((word) => /^(?:am|is|are|was|were|have|has|had|will|would|can)$/.test(word))) return null;
    return 'A question needs “do”, “does” or “did” before its subject, and the plain verb after it.';
  },
  examples: {
    explains: [
      [['How much', 'costs the ticket', 'does the ticket cost', '?'], 'before its subject'],
      [['What do cows', '', 'eat', '?'], 'before its subject'],
      [['Where', 'he works', 'does he work', '?'], 'plain verb'],
    ],
    leaves: [
      ['I', "don't know", 'do not know', ''],
      ['Where', 'he is', 'is he', '?'],
    ],
  },
};
