import type { Step, Unit } from '../../../language/align.ts';
import type { Token } from '../../../language/tokens.ts';
import { haveForms } from '../../../language/words.ts';
import type { Part } from './parts.ts';
import { fromTeachersPerson } from './phrases.ts';
import { norm } from './steps.ts';

/** The right words for a run of steps as written: the learner's own where nothing changed, the teacher's in the learner's person where it did. */
export function rightWords(
  steps: readonly Step[],
  part: Part,
  wrong: readonly Unit[],
  learner: readonly Token[],
  swapped: boolean,
): string[] {
  const words: string[] = [];
  const kept = (step: Step) => step.kind === 'same' || step.kind === 'person';
  let lastRight = -1;
  let lastWrong = -1;
  for (const step of steps) {
    if (step.right < 0) continue;
    const at = part.units[step.right]?.token ?? -1;
    const siblings = steps.filter((other) => other.right >= 0 && part.units[other.right]?.token === at);
    const own = wrong[step.wrong]?.token ?? -1;
    // "you're" beside "I am": the learner's spelling stays when only the person changed
    if (siblings.length > 1 ? siblings.every(kept) : step.kind === 'person') {
      const contracted =
        learner[own]?.text.includes("'") === true && !siblings.every((other) => wrong[other.wrong]?.token === own);
      if (!contracted) {
        if (own !== lastWrong) words.push(learner[own]?.text ?? '');
        lastWrong = own;
        lastRight = at;
        continue;
      }
    }
    // "she has fourteen" beside "she's fourteen": the learner is shown the two words
    const [stays, put] = siblings;
    const isOpened =
      siblings.length === 2 &&
      stays !== undefined &&
      put !== undefined &&
      kept(stays) &&
      haveForms.has(norm(wrong, put.wrong));
    if (isOpened && wrong[stays.wrong]?.token !== wrong[put.wrong]?.token) {
      const opened = norm(part.units, step.right);
      words.push(
        step === stays ? (learner[own]?.text ?? '') : swapped ? fromTeachersPerson(opened, words.at(-1)) : opened,
      );
      lastRight = at;
      continue;
    }
    if (at === lastRight) continue;
    lastRight = at;
    const written = part.tokens[at]?.text ?? '';
    words.push(swapped ? fromTeachersPerson(written, words.at(-1)) : written);
  }
  return words;
}
