import type { Sentence } from '../../types.ts';

/** How a teacher begins the next point of a list. */
export const numbered =
  /^(?:(?:and|okay|ok|so|right)[, ]+)?(?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|first|second|third|next(?: one)?|last(?: one)?|another one)\b[,.:]?/i;

/** Whether a sentence belongs to a point of the teacher's list: "Two. In April we have launched a new product." */
export function isNumbered(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  if (numbered.test(sentence.raw)) return true;
  for (let id = sentence.id - 1; id >= Math.max(0, sentence.id - 3); id -= 1) {
    const before = sentences[id];
    if (before === undefined || before.turn !== sentence.turn) return false;
    if (numbered.test(before.raw)) return true;
  }
  return false;
}
