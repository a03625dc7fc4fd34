import { numberWord } from './number-words.ts';
import type { PrivateRule } from './private-span.ts';

const holdsNumber = new RegExp(String.raw`\d|\b${numberWord}\b`, 'i');

/** Passwords, and the numbers of papers and cards. */
export const secretRules: readonly PrivateRule[] = [
  {
    kind: 'password',
    pattern:
      /(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{1,40}\s+(?:underscore|hashtag|asterisk|ampersand|at sign|dollar sign|exclamation mark)\s+[\p{L}\p{N}]+(?:\s+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|underscore|\p{N}+))*/giu,
  },
  {
    kind: 'password',
    pattern:
      /\b(?:password|passcode|pass word|pin(?: code| number)?|access code|door code|login|security code|username|user name)\s*(?:for [\p{L}\p{N} '-]{1,30}?\s+)?(?:is|was|:|it's)\s+(?!(?:not|very|too|wrong|right|correct|important|long|short|weak|strong|safe|the|a|an|in|on|always|usually|different)\b)[^.?!\n]{2,60}/giu,
  },
  {
    kind: 'document',
    pattern:
      /\b(?:passport|card|visa|id|identity|account|licence|license|insurance|social security|iban|tax)\s*(?:number|no)\.?\s*(?:is|was|:|it's|(?:ends|starts|begins) (?:with|in))\s+[^.?!\n]{3,60}/giu,
    unless: (match) => !holdsNumber.test(match),
  },
  {
    kind: 'document',
    pattern:
      /\b(?:passport|identity card|id|driving licen[cs]e|licen[cs]e|visa|insurance|bank account)\b[^.?!\n]{0,20}?\b[A-Z]{0,3}\d{5,}[A-Z\d]*/giu,
  },
  { kind: 'document', pattern: /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b|\b(?:\d[ -]?){13,19}\b/g },
];
