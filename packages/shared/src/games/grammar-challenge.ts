import { unreadableAnswer } from './answer.ts';
import { grammarCatalogue } from './catalogue.ts';
import { choiceFacts, writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import { plainGrade } from './grade.ts';
import { GrammarContent } from './items.ts';
import { resolveOption } from './resolve-option.ts';

/** One blank, one right option, named by its index or its text. */
export const grammarChallenge = defineGame({
  type: 'grammar_challenge',
  catalogue: grammarCatalogue,
  content: GrammarContent,
  grade(content, answer) {
    const given = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
    if (given === undefined || Array.isArray(given)) throw unreadableAnswer('is one option, by its index or its text');
    return plainGrade(resolveOption(content.options, given) === content.correct_answer);
  },
  hint: (content, attempt) =>
    [
      writtenHint(content.hint, [content.correct_answer]),
      ...choiceFacts(content.options, content.correct_answer, attempt),
    ].join(' '),
  correctAnswer: (content) => content.correct_answer,
  explanation: (content) => content.explanation,
});
