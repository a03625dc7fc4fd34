import { gradeCloze, revealsAnswer } from '../grading/index.ts';
import { filledText, gradeHeardGaps } from '../grading/listening/index.ts';
import { clozeCatalogue } from './catalogue.ts';
import { choiceFacts, writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import { ClozeContent } from './items.ts';

/** Each blank of a text is filled with one of its options; part of the credit for part of the blanks. */
export const advancedCloze = defineGame({
  type: 'advanced_cloze',
  catalogue: clozeCatalogue,
  content: ClozeContent,
  grade: gradeCloze,
  hint: clozeHint,
  correctAnswer: (content) => content.correct_answers,
  explanation: (content) => content.explanation,
  listening: { heard: filledText, grade: gradeHeardGaps },
});

function clozeHint(content: ClozeContent, attempt: number): string {
  const answers = content.correct_answers;
  const several = answers.length > 1;
  const facts = answers.flatMap((answer, index) => {
    const about = choiceFacts(content.options[index] ?? [], answer, attempt, answers);
    return about.map((fact) => (several ? `(${index + 1}) ${fact}` : fact));
  });
  // A fact about one blank may happen to name the answer of another.
  const safe = facts.filter((fact) => answers.every((answer) => !revealsAnswer(fact, answer)));
  return [writtenHint(content.hint, answers), ...safe].join(' ');
}
