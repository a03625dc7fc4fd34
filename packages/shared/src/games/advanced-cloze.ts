import { type Answer, unreadableAnswer } from './answer.ts';
import { clozeCatalogue } from './catalogue.ts';
import { choiceFacts, writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import type { BlankGrade, Grade } from './grade.ts';
import { ClozeContent } from './items.ts';
import { resolveOption } from './resolve-option.ts';
import { revealsAnswer } from './reveals-answer.ts';

/** Each blank of a text is filled with one of its options; part of the credit for part of the blanks. */
export const advancedCloze = defineGame({
  type: 'advanced_cloze',
  catalogue: clozeCatalogue,
  content: ClozeContent,
  grade: gradeCloze,
  hint: clozeHint,
  correctAnswer: (content) => content.correct_answers,
  explanation: (content) => content.explanation,
});

function gradeCloze(content: ClozeContent, answer: Answer): Grade {
  const given = Array.isArray(answer) ? answer : [answer];
  const blankCount = content.correct_answers.length;
  if (given.length > blankCount) {
    throw unreadableAnswer(`has ${given.length} entries, but the item has ${blankCount} blank(s)`);
  }
  const blanks = content.correct_answers.map((expected, index): BlankGrade => {
    const entry = given[index];
    const option = entry === undefined ? null : resolveOption(content.options[index] ?? [], entry);
    return { index, isCorrect: option === expected, given: option, expected };
  });
  const credit = blanks.filter((blank) => blank.isCorrect).length / blankCount;
  return { isCorrect: credit === 1, credit, blanks };
}

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
