import { goesOverMistakes } from '../../conversation/moves/goes-over-mistakes.ts';
import type { Sentence } from '../../types.ts';

/** A learner who says more than this in a breath goes on talking: the feedback is over. */
const longestReply = 16;

/** The teacher's sentences that go over what the learner said before, from where it is announced until the talk goes on. */
export function feedbackStretches(sentences: readonly Sentence[]): ReadonlySet<number> {
  const found = new Set<number>();
  let isOpen = false;
  for (const sentence of sentences) {
    if (sentence.role === 'student') {
      if (sentence.words.length > longestReply) isOpen = false;
      continue;
    }
    if (sentence.role !== 'teacher') continue;
    if (isOpen) found.add(sentence.id);
    if (goesOverMistakes.isIn(sentence.raw)) {
      isOpen = true;
      found.add(sentence.id);
    }
  }
  return found;
}
