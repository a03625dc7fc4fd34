import type { Unit } from '../../../language/align.ts';
import { plainWord } from '../../../language/apostrophes.ts';
import type { Token } from '../../../language/tokens.ts';

export const contracted: Record<string, string> = {
  "you're": "I'm",
  "you've": "I've",
  "you'll": "I'll",
  "you'd": "I'd",
  "you weren't": "I wasn't",
  "aren't": "I'm not",
};

const alone: Record<string, string> = { you: 'I', your: 'my', yours: 'mine', yourself: 'myself' };

/** A row of words as a phrase: "I" with a capital, names as they were, no end mark. */
export function phraseOf(words: readonly string[]): string {
  return words.map((word) => (/^i(?:['’]|$)/.test(word) ? `I${word.slice(1)}` : word)).join(' ');
}

/** The written words behind a range of opened units. */
export function writtenWords(tokens: readonly Token[], units: readonly Unit[], from: number, to: number): string[] {
  const words: string[] = [];
  let last = -1;
  for (const unit of units.slice(from, to)) {
    if (unit.token === last) continue;
    last = unit.token;
    const text = tokens[unit.token]?.text;
    if (text !== undefined) words.push(text);
  }
  return words;
}

/** A teacher's word in the learner's person: "you're" becomes "I'm", "your" becomes "my". */
export function fromTeachersPerson(word: string, previous: string | undefined): string {
  const lower = plainWord(word);
  const short = Object.hasOwn(contracted, lower) && lower !== "aren't" ? contracted[lower] : undefined;
  if (short !== undefined) return short;
  const own = Object.hasOwn(alone, lower) ? alone[lower] : undefined;
  if (own !== undefined) return own;
  if (previous?.toLowerCase() === 'i') {
    if (lower === 'are') return 'am';
    if (lower === 'were') return 'was';
    if (lower === "weren't") return "wasn't";
  }
  return word;
}
