import { nothing } from '../resolve-option.ts';

/** A text with its gaps filled, as it is said: a gap that nothing belongs into leaves no trace. */
export function filledText(text: {
  readonly text_parts: readonly string[];
  readonly correct_answers: readonly string[];
}): string {
  const answerOf = (gap: number): string => text.correct_answers[gap] ?? '';
  return text.text_parts
    .map((part, gap) => part + (answerOf(gap) === nothing ? '' : answerOf(gap)))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,!?;:])/g, '$1')
    .trim();
}
