import { gradeGrammar } from '../grading/index.ts';
import { grammarCatalogue } from './catalogue.ts';
import { choiceFacts, writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import { GrammarContent } from './items.ts';

/** One blank, one right option, named by its index or its text. */
export const grammarChallenge = defineGame({
  type: 'grammar_challenge',
  catalogue: grammarCatalogue,
  content: GrammarContent,
  grade: gradeGrammar,
  hint: (content, attempt) =>
    [
      writtenHint(content.hint, [content.correct_answer]),
      ...choiceFacts(content.options, content.correct_answer, attempt),
    ].join(' '),
  correctAnswer: (content) => content.correct_answer,
  explanation: (content) => content.explanation,
});
