import { firstSafe, revealsAnswer } from '../grading/index.ts';
import type { WordContent } from './items.ts';

/** A hint for a learner's own word: what it means, then where it is used, then how it begins. */
export function wordHint(content: WordContent, attempt: number): string {
  const { word } = content;
  const given = [content.translation, content.notes].filter(
    (text): text is string => text !== null && text !== '' && !revealsAnswer(text, word),
  );
  const blanked = content.example_sentence ? blankOut(content.example_sentence, word) : null;
  const used = blanked !== null && !revealsAnswer(blanked, word) ? [blanked] : [];
  const letters = [...word];
  const shape = firstSafe([`Letters: ${letters.length}.`, `${letters.length} × ▢`], word);
  const start = letters.length < 3 ? shape : firstSafe([`First letter: ${letters[0]}. ${shape}`, shape], word);
  const steps = [[given[0] ?? used[0] ?? shape], [...given, ...used, shape], [...given, ...used, start]];
  return [...new Set(steps[Math.min(attempt, steps.length) - 1] ?? [shape])].join(' ');
}

/** The sentence with the word left open. */
function blankOut(sentence: string, word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return sentence.replace(new RegExp(escaped, 'giu'), '_____');
}
