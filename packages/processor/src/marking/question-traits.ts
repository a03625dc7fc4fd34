import type { GrammarQuestion } from '@tulkka/shared/exercises';
import type { CorrectionReading } from '../analysis/types.ts';
import { wordsOf } from '../language/tokens.ts';

/** A question about grammar, and how the lesson came to it. */
export interface AskedCorrection {
  question: GrammarQuestion;
  wrong: string;
  right: string;
  explicit: boolean;
  /** Whether the explanation is the teacher's own. */
  isTeachersRule: boolean;
  /** How sure the reader was, and by which rules it found the correction; null where another engine did. */
  found: Pick<CorrectionReading, 'confidence' | 'found'> | null;
  /** How likely a teacher lets its sentence stand alone. */
  sentence: number;
}

const mostWords = 4;
const openingWords = 3;

/** What can be seen of a question, each by a name: where its correction comes from, its sentence, its explanation, its options. */
export function questionTraits(asked: AskedCorrection): string[] {
  const { question, wrong, right, found, sentence } = asked;
  const [theirs, ours] = [wordsOf(wrong), wordsOf(right)];
  // "We say “X”, not “Y”": the two versions side by side, where no rule is known
  const isBesides = /^We say “/.test(question.explanation);
  const opening = isBesides ? 'side by side' : wordsOf(question.explanation).slice(0, openingWords).join(' ');
  const answer = wordsOf(question.correct_answer);
  return [
    ...new Set([
      `sentence ${Math.floor(10 * sentence)}`,
      ...(sentence < 0.4 ? ['unlikely sentence'] : []),
      `category ${question.category}`,
      `explained ${opening}`,
      `explained by ${asked.isTeachersRule ? 'the teacher' : 'us'}`,
      `explicit ${asked.explicit}`,
      `options ${question.options.length}`,
      `answer of ${Math.min(mostWords, answer.length)}`,
      `wrong of ${Math.min(mostWords, theirs.length)}`,
      `right of ${Math.min(mostWords, ours.length)}`,
      `longer by ${Math.max(-2, Math.min(2, ours.length - theirs.length))}`,
      ...(question.question.startsWith('___') ? ['blank first'] : []),
      `sentence of ${Math.min(5, Math.floor(wordsOf(question.question).length / 4))}`,
      ...(found === null
        ? []
        : [
            `sure ${Math.round(10 * found.confidence)}`,
            `way ${found.found.way}`,
            `kind ${found.found.kind}`,
            ...found.found.signs.map((sign) => `sign ${sign}`),
          ]),
      ...answer.map((word) => `answer ${word}`),
    ]),
  ];
}
