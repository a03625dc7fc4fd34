import { wordsOf } from './text-forms.ts';

/** Whether a text holds the answer: its words, one after the other, whatever their case; for an answer without words, its signs. */
export function revealsAnswer(text: string, answer: string): boolean {
  const wanted = wordsOf(answer);
  if (wanted.length === 0) return text.includes(answer.trim());
  const words = wordsOf(text);
  return words.some((_, start) => wanted.every((word, i) => words[start + i] === word));
}

/** The first text that does not hold the answer. The last one is for when all do, so it should be without words. */
export function firstSafe(texts: readonly string[], answer: string): string {
  return texts.find((text) => !revealsAnswer(text, answer)) ?? '🔍';
}
