import { firstSafe, revealsAnswer, wordsOf } from '../grading/index.ts';

const readAgain = ['Read the whole sentence again and try each option aloud.', 'Listen closely.', 'Think twice.'];

/** The hint that came with an item, unless it gives the answer away. */
export function writtenHint(hint: string, answers: readonly string[]): string {
  const safe = [hint.trim(), ...readAgain].find(
    (text) => text !== '' && answers.every((answer) => !revealsAnswer(text, answer)),
  );
  return safe ?? '🔍';
}

/**
 * What can be said about a choice beyond its written hint, from vague to concrete: a wrong option struck out at the
 * second attempt, all but one of them and how the answer begins at the third. Never the answer itself, nor one of
 * `others`: the answers of the blanks beside this one.
 */
export function choiceFacts(
  options: readonly string[],
  answer: string,
  attempt: number,
  others: readonly string[] = [],
): string[] {
  if (attempt < 2) return [];
  const hidden = [answer, ...others];
  const wrong = options.filter((option) => hidden.every((one) => option !== one && !revealsAnswer(option, one)));
  const most = Math.max(1, options.length - 2);
  const struck = wrong.slice(0, attempt === 2 ? 1 : most);
  const facts: string[] = [];
  if (struck.length > 0) {
    const list = struck.map((option) => `“${option}”`).join(', ');
    facts.push(firstSafe([`Rule out ${list}.`, `Wrong: ${list}.`, `✗ ${list}`], answer));
  } else {
    // The options share their words and differ in their marks: speak about those.
    facts.push(marksFact(answer));
  }
  if (attempt > 2) facts.push(shapeFact(answer));
  return facts;
}

function marksFact(answer: string): string {
  const marks = [...answer].filter((sign) => /[\p{P}]/u.test(sign));
  return firstSafe([`Punctuation marks needed: ${marks.length}.`, `Marks: ${marks.length}.`], answer);
}

/** How the answer begins and how long it is; of a very short one only its length, since the first letter would be half of it. */
function shapeFact(answer: string): string {
  const words = wordsOf(answer);
  const first = words[0];
  if (first === undefined) return firstSafe(['Is a word missing here at all?'], answer);
  const letters = [...answer.replace(/[^\p{L}\p{N}]/gu, '')].length;
  const length = [`Letters: ${letters}.`, `${letters} × ▢`];
  if (letters < 3) return firstSafe(length, answer);
  const start = [...first][0] ?? '';
  return firstSafe([`First letter: ${start}. Letters: ${letters}.`, `${start}… (${letters})`, ...length], answer);
}
