import { type Answer, unreadableAnswer } from './answer.ts';
import { sentenceCatalogue } from './catalogue.ts';
import { writtenHint } from './choice-hint.ts';
import { defineGame } from './game-definition.ts';
import { type Grade, plainGrade } from './grade.ts';
import { SentenceContent } from './items.ts';
import { foldedText } from './text-forms.ts';

/** Tokens are put in order; any accepted order counts, capitals and the final mark do not. */
export const sentenceBuilder = defineGame({
  type: 'sentence_builder',
  catalogue: sentenceCatalogue,
  content: SentenceContent,
  grade: gradeSentence,
  hint: sentenceHint,
  correctAnswer: (content) => content.english_sentence,
  explanation: () => null,
});

function gradeSentence(content: SentenceContent, answer: Answer): Grade {
  // Where no token carries a comma, one that a learner types is no mistake.
  const closing = content.sentence_tokens.some((token) => /[,;:]/u.test(token)) ? /[.!?…]+$/u : /[.!?…,;:]+$/u;
  const given = comparableWords(answerText(answer), closing);
  const accepted = [content.sentence_tokens, ...content.accepted_sequences].map((tokens) =>
    comparableWords(tokens.join(' '), closing),
  );
  if (accepted.some((sequence) => sameWords(sequence, given))) return plainGrade(true);
  const misfits = accepted
    .map((sequence) => ({ missing: surplus(sequence, given), extra: surplus(given, sequence) }))
    .sort((one, other) => one.missing + one.extra - other.missing - other.extra);
  const { missing, extra } = misfits[0] ?? { missing: 0, extra: 0 };
  // A distractor in place of a word is both too many and one missing; the word too many is the one to see.
  const errorType = missing + extra === 0 ? 'word_order' : extra >= missing ? 'extra_words' : 'missing_words';
  return { ...plainGrade(false), errorType };
}

function answerText(answer: Answer): string {
  if (typeof answer === 'string') return answer;
  const tokens = Array.isArray(answer) ? answer.filter((token) => typeof token === 'string') : [];
  if (!Array.isArray(answer) || tokens.length < answer.length) {
    throw unreadableAnswer('is the list of tokens in the order that the learner chose');
  }
  return tokens.join(' ');
}

/** The words of a sentence as they are compared: case and closing marks taken away. */
function comparableWords(sentence: string, closing: RegExp): string[] {
  return foldedText(sentence)
    .split(' ')
    .map((word) => word.replace(closing, ''))
    .filter((word) => word !== '');
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, i) => word === other[i]);
}

/** How many words of the first list the second does not have. */
function surplus(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  }).length;
}

/** First what was written, then how the sentence begins, then how its first half goes and how it ends. */
function sentenceHint(content: SentenceContent, attempt: number): string {
  const tokens = content.sentence_tokens;
  const written = writtenHint(content.hint, [content.english_sentence]);
  if (attempt < 2) return written;
  const shown = attempt === 2 || tokens.length < 4 ? 1 : Math.floor(tokens.length / 2);
  const start = `${written} It starts with “${tokens.slice(0, shown).join(' ')} …”.`;
  return attempt > 2 && tokens.length > 2 ? `${start} It ends with “${tokens.at(-1)}”.` : start;
}
