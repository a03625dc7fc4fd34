import { clausesOf } from './clauses.ts';
import { unjoined } from './run-on.ts';
import { wordsOf } from './tokens.ts';
import { subjectPronouns } from './words.ts';

/** So many words may stand before a sentence that begins anew: "were higher if the price were higher …". */
const longestFalseStart = 4;
const opensAgain = (word: string, next: string): boolean =>
  /^(?:if|when|people|everybody|everyone|nobody)$/.test(word) ||
  subjectPronouns.has(word.split("'")[0] ?? '') ||
  (/^(?:the|a|an|my|your|his|her|our|their|this)$/.test(word) && next !== '');

/** What is left where a first try, an answer or a lone word stood before the sentence itself. */
function withoutFalseStart(text: string): string[] {
  const words = text.split(' ');
  const lower = wordsOf(text);
  if (words.length !== lower.length) return [];
  const at = lower.findIndex((word, i) => i > 0 && i <= longestFalseStart && opensAgain(word, lower[i + 1] ?? ''));
  return at > 0 && subjectPronouns.has(lower[0] ?? '') === false ? [words.slice(at).join(' ')] : [];
}

const links = /^(?:although|though|because|and|but|so|then|that|which)\s+/i;

/** What of a sentence could stand alone: its clauses, and what a recorder without marks has joined. Longest first. */
export function piecesOfSentence(sentence: string): string[] {
  const whole = sentence.replace(/[.!?…]+$/u, '').trim();
  const joined = unjoined(whole);
  const clauses = joined.flatMap(clausesOf);
  const pieces = [
    ...joined,
    ...clauses,
    ...joined.flatMap(withoutFalseStart),
    ...clauses.map((one) => one.replace(links, '')),
  ];
  return [...new Set(pieces)].filter((piece) => piece !== whole).sort((a, b) => b.length - a.length);
}
