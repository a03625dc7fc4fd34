import { numberWord, ordinal } from './number-words.ts';
import type { PrivateRule } from './private-span.ts';

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const day = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?|${ordinal})`;
const date = String.raw`(?:(?:the\s+)?${day}(?:\s+of)?\s+${month}|${month}\s+(?:the\s+)?${day})`;
const year = String.raw`(?:(?:19|20)\d\d|(?:nineteen|twenty)[\s-]+${numberWord}(?:[\s-]+${numberWord})?|two thousand(?:(?:\s+and)?\s+${numberWord}(?:[\s-]+${numberWord})?)?)`;
const born = /\b(?:born|birth ?day|birth ?date|date of birth)\b[^.?!]{0,30}$/i;

/** Dates of birth: whole dates, and days that are called somebody's birthday. */
export const dateRules: readonly PrivateRule[] = [
  { kind: 'birthday', pattern: new RegExp(String.raw`\b${date},?\s+(?:in\s+)?${year}\b`, 'giu') },
  {
    kind: 'birthday',
    pattern: new RegExp(String.raw`\b${date}\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b`, 'giu'),
    unless: (_match, before) => !born.test(before),
  },
  { kind: 'birthday', pattern: /\b(?:my|his|her) (?:date of birth|birth ?date) (?:is|was)\s+[^.?!\n]{3,40}/giu },
];
