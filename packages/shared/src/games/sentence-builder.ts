import { gradeSentence } from '../grading/index.ts';
import { gradeDictation } from '../grading/listening/index.ts';
import { sentenceCatalogue } from './catalogue.ts';
import { writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import { SentenceContent } from './items.ts';

/** Tokens are put in order; any accepted order counts, capitals and the final mark do not. By ear it is a dictation. */
export const sentenceBuilder = defineGame({
  type: 'sentence_builder',
  catalogue: sentenceCatalogue,
  content: SentenceContent,
  grade: gradeSentence,
  hint: sentenceHint,
  correctAnswer: (content) => content.english_sentence,
  explanation: () => null,
  listening: {
    heard: (content) => content.english_sentence,
    grade: (content, answer) => gradeDictation(content.english_sentence, answer),
  },
});

/** First what was written, then how the sentence begins, then how its first half goes and how it ends. */
function sentenceHint(content: SentenceContent, attempt: number): string {
  const tokens = content.sentence_tokens;
  const written = writtenHint(content.hint, [content.english_sentence]);
  if (attempt < 2) return written;
  const shown = attempt === 2 || tokens.length < 4 ? 1 : Math.floor(tokens.length / 2);
  const start = `${written} It starts with “${tokens.slice(0, shown).join(' ')} …”.`;
  return attempt > 2 && tokens.length > 2 ? `${start} It ends with “${tokens.at(-1)}”.` : start;
}
