import { numberWord, wordValues } from './number-words.ts';
import type { PrivateSpan } from './private-span.ts';

/** A part of a number that is said in groups: "double seven" and "eighty-two" are one each. */
interface Group {
  digits: string;
  /** A digit alone, a teen or ten, or a numeral as it was written. */
  kind: 'digit' | 'pair' | 'numeral';
}

const part = String.raw`(?:${numberWord}|double|triple|hundred|thousand|\d{1,4})`;
const between = String.raw`(?:[\s,.\-–]+(?:and\s+)?)`;
const run = new RegExp(String.raw`\b(?:plus\s+)?${part}(?:${between}${part})+\b`, 'gi');

/** With fewer digits a number is a quantity, a year or a date; a leading zero or a plus shows more. */
const fewestDigits = 7;
const fewestMarked = 5;
const fewestBehindPlus = 3;
const fewestGroups = 4;

/** Numbers that somebody owns, said digit by digit or in groups, as telephone numbers are. */
export function findSpokenNumbers(text: string): PrivateSpan[] {
  return [...text.matchAll(run)]
    .filter(([match]) => isOwned(match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'phone' }));
}

function isOwned(match: string): boolean {
  const words = match.toLowerCase().split(/[\s,.\-–]+/);
  const groups = groupsOf(words.filter((word) => word !== 'plus' && word !== 'and' && word !== ''));
  const digits = groups.map((group) => group.digits).join('');
  if (isHarmless(groups, match)) return false;
  if (words[0] === 'plus') return groups.length >= fewestBehindPlus;
  if (digits.startsWith('0')) return digits.length >= fewestMarked && groups.length > 1;
  if (words.includes('thousand')) return false;
  const allSingle = groups.length >= fewestMarked && groups.every(({ kind }) => kind !== 'pair');
  return allSingle || (digits.length >= fewestDigits && groups.length >= fewestGroups);
}

function groupsOf(words: readonly string[]): Group[] {
  const groups: Group[] = [];
  let repeat = 1;
  for (const word of words) {
    const last = groups.at(-1);
    const value = wordValues.get(word);
    if (word === 'double' || word === 'triple') repeat = word === 'double' ? 2 : 3;
    else if (word === 'hundred' && last) last.digits += '00';
    else if (word === 'thousand' && last) last.digits += '000';
    else if (value === undefined) groups.push({ digits: word, kind: 'numeral' });
    else if (value > 0 && value < 10 && last?.kind === 'pair' && /^[2-9]0$/.test(last.digits)) {
      last.digits = `${last.digits[0]}${value}`;
    } else {
      groups.push({ digits: String(value).repeat(repeat), kind: value < 10 ? 'digit' : 'pair' });
      repeat = 1;
    }
  }
  return groups;
}

/** Counting aloud is practice, years are history, six–four is a score, and thirteen–thirty is pronunciation. */
function isHarmless(groups: readonly Group[], match: string): boolean {
  const numbers = groups.map(({ digits }) => Number(digits));
  const steps = new Set(numbers.slice(1).map((n, i) => Math.abs(n - (numbers[i] ?? 0))));
  const isCounting = steps.size === 1 && [...steps].every(isStep);
  return isCounting || areYears(groups) || areLookalikes(numbers) || isScore(match);
}

/** By what people count aloud: up to twelve, as in tables, or by round numbers. */
const isStep = (n: number): boolean => n > 0 && (n <= 12 || n % 5 === 0);

const isYear = (digits: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(digits);

function areYears(groups: readonly Group[]): boolean {
  const digits = groups.map((group) => group.digits);
  if (digits.every(isYear)) return true;
  const pairs = digits.flatMap((one, i) => (i % 2 === 0 ? [`${one}${digits[i + 1] ?? ''}`] : []));
  return pairs.every(isYear);
}

function areLookalikes(numbers: readonly number[]): boolean {
  const pairs = numbers.flatMap((n, i) =>
    i % 2 === 0 ? [[Math.min(n, numbers[i + 1] ?? 0), Math.max(n, numbers[i + 1] ?? 0)]] : [],
  );
  return numbers.length % 2 === 0 && pairs.every(([teen = 0, ty = 0]) => teen > 12 && ty === (teen - 10) * 10);
}

/** Whether a text is a list of results, as "6-4, 3-6, 7-5". */
export const isScore = (text: string): boolean =>
  /^\s*\d{1,2}[-–:]\d{1,2}(?:[\s,]+\d{1,2}[-–:]\d{1,2})*\s*$/.test(text);
