import { unreadableAnswer } from './answer.ts';
import { defineGame } from './game-definition.ts';
import type { Grade } from './grade.ts';
import { WordContent } from './items.ts';
import { letterDifferences } from './letter-differences.ts';
import { foldedText } from './text-forms.ts';
import { wordHint } from './word-hint.ts';

const longestAnswer = 500;

/** A heard word is typed; case, surrounding space and the kind of apostrophe do not count. */
export const spellingBee = defineGame({
  type: 'spelling_bee',
  catalogue: null,
  content: WordContent,
  grade(content, answer): Grade {
    if (typeof answer !== 'string') throw unreadableAnswer('is the word as the learner typed it');
    // Every differing letter is stored; no word that was heard is half as long.
    if (answer.length > longestAnswer) throw unreadableAnswer(`is longer than ${longestAnswer} characters`);
    const differences = letterDifferences(foldedText(content.word), foldedText(answer));
    const isCorrect = differences.length === 0;
    return { isCorrect, credit: isCorrect ? 1 : 0, letterDifferences: differences };
  },
  hint: wordHint,
  correctAnswer: (content) => content.word,
  explanation: (content) => content.example_sentence ?? content.notes,
});
