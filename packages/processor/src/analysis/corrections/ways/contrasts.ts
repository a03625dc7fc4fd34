import { type Unit, unitsOf } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import { type Token, tokenise } from '../../../language/tokens.ts';
import { articles, isContent, possessives } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';
import type { Part } from '../compare/parts.ts';

const piece = String.raw`([\p{L}'’-]{1,40}(?: [\p{L}'’-]{1,40}){0,7}?)`;

const end = String.raw`(?=\s*(?:[.,;!?]|$|\bbecause\b|\bwhen\b))`;

const say = String.raw`(?:(?:we|you|people|i)(?: would|'d)? (?:just |always |usually |can )?(?:say|use)|it's|it is|it should be|should be|you should say|just say|say|i'd say|we'd say)`;

const notSay = String.raw`(?:(?:we|you|people) (?:don't|do not|never|can't|cannot|shouldn't) (?:say|use)|don't say|never say|not)`;

const patterns: readonly { pattern: RegExp; wrong: number; right: number }[] = [
  {
    pattern: new RegExp(
      String.raw`\b${notSay} ${piece}(?: (?:to|when|for|because) [^.?!,;]{2,40})?[.,;]? (?:but |so )?(?:(?:just )?${say}|just) ${piece}${end}`,
      'giu',
    ),
    wrong: 1,
    right: 2,
  },
  { pattern: new RegExp(String.raw`\b${say} ${piece},? (?:and )?not ${piece}${end}`, 'giu'), wrong: 2, right: 1 },
  { pattern: new RegExp(String.raw`(?:^|[.,;!?] )${piece}, not ${piece}${end}`, 'giu'), wrong: 2, right: 1 },
  {
    pattern: new RegExp(String.raw`\bnot ${piece}[,.;] (?:but |just |it's )?${piece}${end}`, 'giu'),
    wrong: 1,
    right: 2,
  },
  // "will becomes would"
  {
    pattern: /(?:^|[.,;!?] )([\p{L}']+) (?:becomes|changes to|turns into) ([\p{L}']+)(?=\s*(?:[.,;!?]|$))/giu,
    wrong: 1,
    right: 2,
  },
  { pattern: new RegExp(String.raw`\b${piece} instead of ${piece}${end}`, 'giu'), wrong: 2, right: 1 },
  { pattern: new RegExp(String.raw`\bnot ${piece},? (?:it's |we say |but )${piece}${end}`, 'giu'), wrong: 1, right: 2 },
];

/** Words that only lead on to what should be said. */
const leads = /^(?:(?:and|so|but|then|okay|ok)\s+)+/i;

const openedByNot = /^not /i;
const behindItsRight = /(?<!\b(?:no|so|well|yes|yeah|sorry|careful|remember|okay|ok|and|but)),\s*(?:and )?$/i;
const callsByName = /^[Nn]ot [^,.;]+, (?!I\b)\p{Lu}\p{Ll}+$/u;

/** What a teacher sets against each other in so many words: "by bus, not in bus". */
export function contrastsIn(text: string): { wrong: string; right: string }[] {
  const found: { wrong: string; right: string }[] = [];
  for (const { pattern, wrong, right } of patterns) {
    for (const match of text.matchAll(pattern)) {
      // "one basket, not the same basket. A detail.": what is refused behind a comma has its right version before it
      const isClosing = openedByNot.test(match[0]) && behindItsRight.test(text.slice(0, match.index));
      // "You're not late, Hugo": who is spoken to is no version of anything
      if (isClosing || callsByName.test(match[0])) continue;
      const pair = { wrong: match[wrong] ?? '', right: (match[right] ?? '').replace(leads, '') };
      if (pair.wrong !== '' && pair.right !== '' && pair.wrong.toLowerCase() !== pair.right.toLowerCase())
        found.push(pair);
    }
  }
  return found;
}

const normal = (text: string) => unitsOf(tokenise(text)).map((unit) => unit.norm);

/** Where a phrase stands in the learner's words, articles of the learner's in between allowed; null where it does not. */
function find(units: readonly Unit[], phrase: readonly string[]): { at: number; length: number } | null {
  for (let i = 0; i + phrase.length <= units.length; i += 1) {
    let j = i;
    let k = 0;
    while (k < phrase.length && j < units.length) {
      const word = units[j]?.norm ?? '';
      if (word === phrase[k]) k += 1;
      else if (k === 0 || !(articles.has(word) || possessives.has(word))) break;
      j += 1;
    }
    if (k === phrase.length) return { at: i, length: j - i };
  }
  return null;
}

function replaced(
  learner: readonly Token[],
  units: readonly Unit[],
  at: number,
  length: number,
  right: string,
): Token[] {
  const from = units[at]?.token ?? 0;
  const to = units[at + length - 1]?.token ?? from;
  const put = tokenise(right);
  // "my cousin" for "cousin brother" after "my": the word is there already
  while (put.length > 1 && from > 0 && put[0]?.lower === learner[from - 1]?.lower) put.shift();
  return [...learner.slice(0, from), ...put, ...learner.slice(to + 1)];
}

/** The learner's sentence with the contrasted words put right, as if the teacher had said it whole. */
export function mendedByContrast(
  learner: readonly Token[],
  units: readonly Unit[],
  pair: { wrong: string; right: string },
  teacher: Sentence,
): Part | null {
  const wrong = normal(pair.wrong);
  const found = find(units, wrong);
  if (found === null || wrong.length > 6) return null;
  // a contrast of whole clauses may only show the difference: "in bus" against "by bus, by car"
  const right = normal(pair.right);
  if (right.length > wrong.length + 4) return null;
  const tokens = replaced(learner, units, found.at, found.length, pair.right);
  return { sentence: teacher, tokens, units: unitsOf(tokens), whole: true, full: true };
}

/** A teacher's one or two words that replace the learner's: "Fell." for "felt", "Sharply." for "sharp". */
export function mendedByFragment(learner: readonly Token[], units: readonly Unit[], fragment: Sentence): Part | null {
  if (fragment.core.length !== 1 || learner.length < 3) return null;
  const right = fragment.core[0]?.lower ?? '';
  if (!isContent(right) || units.some((unit) => unit.norm === right)) return null;
  const same = units.flatMap((unit, i) => (isContent(unit.norm) && sameBase(unit.norm, right) ? [i] : []));
  const close = same.length > 0 ? same : units.flatMap((unit, i) => (oneLetterApart(unit.norm, right) ? [i] : []));
  const at = close[0];
  if (at === undefined || close.length > 1) return null;
  // "more early": of the comparative that is one word nothing stays before it
  const isDoubled = /(?:er|est)$/.test(right) && ['more', 'most'].includes(units[at - 1]?.norm ?? '');
  const tokens = isDoubled ? replaced(learner, units, at - 1, 2, right) : replaced(learner, units, at, 1, right);
  return { sentence: fragment, tokens, units: unitsOf(tokens), whole: true, full: true };
}

function oneLetterApart(a: string, b: string): boolean {
  return (
    a.length > 3 &&
    Math.abs(a.length - b.length) <= 1 &&
    a.slice(0, 2) === b.slice(0, 2) &&
    a.at(-1) !== b.at(-1) &&
    a.slice(0, -2) === b.slice(0, a.length - 2)
  );
}

/** The learner's sentence without the one little word that the teacher wants out. */
export function mendedByOmission(
  learner: readonly Token[],
  units: readonly Unit[],
  omit: ReadonlySet<string>,
  teacher: Sentence,
): Part | null {
  const at = units.flatMap((unit, i) => (omit.has(unit.norm) ? [i] : []));
  const only = at[0];
  if (only === undefined || at.length > 1 || learner.length < 3) return null;
  const token = units[only]?.token ?? -1;
  const tokens = learner.filter((_each, i) => i !== token);
  return { sentence: teacher, tokens, units: unitsOf(tokens), whole: true, full: true };
}

const repair = new Set(['no', 'sorry', 'i mean', 'oh']);

/** A learner's own repair in mid-sentence: "next Monday I've been in Berlin, no, I will be in Berlin". */
export function ownRepair(sentence: Sentence): { wrong: Token[]; right: Part } | null {
  const tokens = sentence.words;
  for (let i = 2; i < tokens.length - 2; i += 1) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || before === undefined) continue;
    const two = `${token.lower} ${tokens[i + 1]?.lower ?? ''}`;
    const length = repair.has(token.lower) ? 1 : repair.has(two) ? 2 : 0;
    if (length === 0 || !/[,.–—-]/.test(sentence.raw.slice(before.end - sentence.start, token.start - sentence.start)))
      continue;
    const right = tokens.slice(i + length);
    return { wrong: tokens.slice(0, i), right: { sentence, tokens: right, units: unitsOf(right), whole: false } };
  }
  return null;
}
