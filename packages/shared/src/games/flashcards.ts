import { defineGame } from './game-definition.ts';
import { WordContent } from './items.ts';
import { wordHint } from './word-hint.ts';

/** A card is turned over by the learner, who alone can tell whether they knew it. */
export const flashcards = defineGame({
  type: 'flashcards',
  catalogue: null,
  content: WordContent,
  grade: () => undefined,
  hint: wordHint,
  correctAnswer: (content) => (content.translation?.trim() ? content.translation : content.word),
  explanation: (content) => content.example_sentence ?? content.notes,
});
