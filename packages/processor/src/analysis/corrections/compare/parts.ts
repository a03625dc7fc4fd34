import { type Unit, unitsOf } from '../../../language/align.ts';
import type { Token } from '../../../language/tokens.ts';
import { articles, isContent, isNumber, objectPronouns, openers, subjectPronouns } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';

/** A part of a sentence that may put a learner's words right. */
export interface Part {
  sentence: Sentence;
  tokens: Token[];
  units: Unit[];
  /** False for a part that was cut out of a longer sentence. */
  whole: boolean;
  /** True for the learner's own sentence put right: nothing outside the common part is free then. */
  full?: boolean;
  /** True where all that changed was put in at once: nothing is taken out of it again. */
  inPlace?: boolean;
  /** True where no mark tells which of the words belong together. */
  unmarked?: boolean;
}

const cutBefore = new Set(['because', 'and', 'but', 'so', 'when', 'if', 'or', 'that']);

const refusing = new Set(['not', 'no', 'never', "don't", 'without', 'instead', "can't", "doesn't"]);

const metalanguage = new Set(
  'plural singular verb noun adjective adverb preposition article tense infinitive gerund uncountable countable apostrophe comma i-n-g ing plus'.split(
    ' ',
  ),
);

/** "It's an adverb": what a word is, as a learner may have said it too. */
const isShortStatement = (words: readonly string[]): boolean =>
  words.length <= 4 &&
  /^(?:it|that|this)(?:'s| is)\b/.test(words.join(' ')) &&
  words.some((word) => articles.has(word));

/** Without the "Number one" or "Two" of a list. */
function numberless(tokens: Token[]): Token[] {
  const [first, second, third] = tokens.map((token) => token.lower);
  if (first === 'number' && third !== undefined && isNumber(second ?? '')) return tokens.slice(2);
  return isNumber(first ?? '') && subjectPronouns.has(second ?? '') ? tokens.slice(1) : tokens;
}

/** A teacher who mends a word or two goes on at once; without marks nothing tells where: so many words are tried. */
const heads = [2, 3, 4, 5, 6, 7, 8];

const mayClose = (word: string): boolean => isContent(word) || objectPronouns.has(word);

/** Whether nothing marks where a sentence's first words end. */
export function isUnmarked(tokens: readonly Token[], text: string): boolean {
  return tokens.length > 1 && !/[,;:.?!]/.test(text);
}

/** The parts of a sentence that could be a recast: the whole, and what commas and conjunctions cut. */
export function partsOf(sentence: Sentence, text: string): Part[] {
  const tokens = sentence.core;
  const parts: Part[] = [];
  const unmarked = isUnmarked(tokens, text);
  const add = (piece: Token[], whole: boolean, isHead = false) => {
    const words = piece.map((token) => token.lower);
    // what follows "not" or names a rule is no model to follow
    const without = words[0] === 'without' && words.length > 2 && /ing$/.test(words[1] ?? '');
    if (
      piece.length < 2 ||
      (refusing.has(words[0] ?? '') && !without) ||
      (words.some((word) => metalanguage.has(word)) && !isShortStatement(words))
    )
      return;
    parts.push({ sentence, tokens: piece, units: unitsOf(piece), whole, unmarked: (whole && unmarked) || isHead });
  };
  const contrast = tokens.some(
    (token, i) =>
      (token.lower === 'not' && /,/.test(text.slice(tokens[i - 1]?.end ?? token.start, token.start))) ||
      token.lower === 'instead',
  );
  if (!contrast) add(numberless(tokens), true);
  let from = 0;
  const push = (to: number) => {
    if (to - from < tokens.length) add(tokens.slice(from, to), false);
    from = to;
  };
  for (let i = 1; i < tokens.length; i += 1) {
    const before = tokens[i - 1];
    const token = tokens[i];
    if (before === undefined || token === undefined) continue;
    if (/[,;:–—]/.test(text.slice(before.end, token.start))) {
      push(i);
      if (openers.has(token.lower) || cutBefore.has(token.lower)) from = i + 1;
    } else if (
      (cutBefore.has(token.lower) || token.lower === 'not') &&
      i - from >= 2 &&
      (tokens.length - i > 3 || token.lower === 'not')
    ) {
      push(i);
      if (token.lower !== 'not') from = i + 1;
    }
  }
  if (from > 0) push(tokens.length);
  if (parts.length === 1 && unmarked && sentence.start === 0 && sentence.role !== 'student')
    for (const length of heads)
      if (length < tokens.length && mayClose(tokens[length - 1]?.lower ?? ''))
        add(tokens.slice(0, length), false, true);
  return parts;
}
