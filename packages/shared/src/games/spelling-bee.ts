import { gradeSpelling } from '../grading/index.ts';
import { gradeHeardWord } from '../grading/listening/index.ts';
import { defineGame } from './game-definition.ts';
import { WordContent } from './items.ts';
import { wordHint } from './word-hint.ts';

/** A heard word is typed; case, surrounding space and the kind of apostrophe do not count. */
export const spellingBee = defineGame({
  type: 'spelling_bee',
  catalogue: null,
  content: WordContent,
  grade: gradeSpelling,
  hint: wordHint,
  correctAnswer: (content) => content.word,
  explanation: (content) => content.example_sentence ?? content.notes,
  listening: { heard: (content) => content.word, grade: gradeHeardWord },
});
