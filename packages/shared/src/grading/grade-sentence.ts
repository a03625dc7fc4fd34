import { type GivenAnswer, UnreadableAnswer } from './given-answer.ts';
import { type Grade, plainGrade } from './grade.ts';
import { otherOrders } from './sentence-orders.ts';
import { areSpokenSame, spokenWords } from './spoken-words.ts';
import { foldedText } from './text-forms.ts';

interface SentenceAnswers {
  readonly sentence_tokens: readonly string[];
  readonly accepted_sequences: readonly (readonly string[])[];
}

/** The verdict on an order of tokens: any accepted one counts, and any that English allows (`sentence-orders.ts`). */
export function gradeSentence(content: SentenceAnswers, answer: GivenAnswer): Grade {
  // Where no token carries a comma, one that a learner types is no mistake.
  const closing = content.sentence_tokens.some((token) => /[,;:]/u.test(token)) ? /[.!?…]+$/u : /[.!?…,;:]+$/u;
  const given = comparableWords(answerText(answer), closing);
  const accepted = [content.sentence_tokens, ...content.accepted_sequences].map((tokens) =>
    comparableWords(tokens.join(' '), closing),
  );
  if (accepted.some((sequence) => sameWords(sequence, given))) return plainGrade(true);
  if (accepted.some((sequence) => isSameOtherwise(sequence, given))) return plainGrade(true);
  const misfits = accepted
    .map((sequence) => ({ missing: surplus(sequence, given), extra: surplus(given, sequence) }))
    .sort((one, other) => one.missing.length + one.extra.length - other.missing.length - other.extra.length);
  const { missing, extra } = misfits[0] ?? { missing: [], extra: [] };
  // A distractor in place of a word is both too many and one missing; the word too many is the one to see.
  const errorType =
    missing.length + extra.length === 0
      ? 'word_order'
      : extra.length >= missing.length
        ? 'extra_words'
        : 'missing_words';
  const tokens = [content.sentence_tokens, ...content.accepted_sequences].flat();
  return {
    ...plainGrade(false),
    errorType,
    missingWords: asWritten(missing, tokens.join(' '), closing),
    extraWords: asWritten(extra, answerText(answer), closing),
  };
}

/** Words in comparable form as they stand in a text: `Dana`, not `dana`. */
function asWritten(words: readonly string[], text: string, closing: RegExp): string[] {
  const written = new Map<string, string>();
  for (const word of text.split(/\s+/u)) {
    const [compared] = comparableWords(word, closing);
    if (compared !== undefined && !written.has(compared)) written.set(compared, word.replace(closing, ''));
  }
  return words.map((word) => written.get(word) ?? word);
}

/** Whether an answer is a sentence in another order that English allows, or typed with other contractions or numbers. */
function isSameOtherwise(sequence: readonly string[], given: readonly string[]): boolean {
  const typed = spokenWords(given);
  return [sequence, ...otherOrders(sequence)].some((order) => areSpokenSame(spokenWords(order), typed));
}

function answerText(answer: GivenAnswer): string {
  if (typeof answer === 'string') return answer;
  const tokens = typeof answer === 'object' ? answer.filter((token) => typeof token === 'string') : [];
  if (typeof answer === 'number' || tokens.length < answer.length) {
    throw new UnreadableAnswer('is the list of tokens in the order that the learner chose');
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

/** The words of the first list that the second does not have. */
function surplus(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
