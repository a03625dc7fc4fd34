import { foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import { hasLearnerError } from '../analysis/learner-errors/find-learner-errors.ts';
import type { CorrectionReading } from '../analysis/types.ts';
import { clausesOf, opensLikeClause } from '../language/clauses.ts';
import { type Token, wordsOf } from '../language/tokens.ts';
import { asSentence, asStatement, fewestWords, isClean, isWhole } from './fit-sentence.ts';
import { locate, openTokens } from './minimal-difference.ts';

/** A learner's own sentence longer than this holds more than its one mistake too often. */
const longestOwn = 12;

/** What a correction's sentence is looked for in. */
export interface SentenceSources {
  /** Sentences that may be shown, with their tokens. */
  pool: readonly { sentence: GoodSentence; tokens: Token[] }[];
  /** Everything that was put right in the lesson. */
  corrections: readonly { wrong: string; right: string }[];
  mayBeShown(sentence: GoodSentence): boolean;
}

/** The teacher's version of the whole sentence, as the reader heard it. */
function asHeard(known: CorrectionReading | undefined, right: string, sources: SentenceSources): GoodSentence | null {
  if (known === undefined || known.right_sentence === null) return null;
  const sentence = asStatement({ text: asSentence(known.right_sentence), quote: known.right_quote });
  const usable =
    isClean(sentence) &&
    foldedWords(sentence.text).length >= fewestWords &&
    locate(openTokens(sentence.text), openTokens(right)) !== null;
  return usable && sources.mayBeShown(sentence) ? sentence : null;
}

/** Any sentence of the lesson that holds the right words. */
function fromPool(right: string, quote: string, { pool }: SentenceSources): GoodSentence | null {
  const tokens = openTokens(right);
  // two words may stand anywhere: the sentence must then be the one in which they were put right
  const isNear = (theirs: string): boolean =>
    tokens.length > 2 || holdsWords(quote, theirs) || holdsWords(theirs, quote);
  const holding = pool.find((one) => locate(one.tokens, tokens) !== null && isNear(one.sentence.quote));
  return holding?.sentence ?? null;
}

/** Puts one phrase in another's place; null where it does not stand there exactly once. */
function replaced(text: string, wrong: string, right: string): string | null {
  const tokens = openTokens(text);
  const phrase = openTokens(wrong);
  const at = locate(tokens, phrase);
  if (at === null || phrase.length === 0 || locate(tokens.slice(at + 1), phrase) !== null) return null;
  const [from, to] = [tokens[at], tokens[at + phrase.length - 1]];
  // "the August" was heard with its capital, what is right of it may be noted without
  const heard = new Map(tokens.slice(at, at + phrase.length).map((token) => [token.lower, token.text]));
  const cased = right.replace(/[\p{L}\p{M}'’-]+/gu, (word) => heard.get(word) ?? word);
  return from === undefined || to === undefined ? null : `${text.slice(0, from.start)}${cased}${text.slice(to.end)}`;
}

/** Puts right whatever else of a sentence was put right in the lesson. */
function allPutRight(text: string, { corrections }: SentenceSources): string {
  return corrections.reduce(
    (mended, { wrong, right }) =>
      openTokens(wrong).length > 1 && !holdsWords(mended, right) ? (replaced(mended, wrong, right) ?? mended) : mended,
    text,
  );
}

/** A sentence made of a clause, where it is one that may be shown and holds what was put right. */
function fromClause(clause: string, right: string, quote: string, sources: SentenceSources): GoodSentence | null {
  const words = wordsOf(clause);
  if (words.length < fewestWords || words.length > longestOwn || !opensLikeClause(words)) return null;
  if (locate(openTokens(clause), openTokens(right)) === null) return null;
  const sentence = asStatement({ text: asSentence(clause), quote });
  return isClean(sentence) && sources.mayBeShown(sentence) ? sentence : null;
}

/** The clause of what the teacher said that holds the right words: "You fell down the stairs, without from." */
function fromAnswer(
  known: CorrectionReading | undefined,
  right: string,
  sources: SentenceSources,
): GoodSentence | null {
  if (known === undefined) return null;
  for (const clause of [known.right_quote.replace(/[.!?]+$/, ''), ...clausesOf(known.right_quote)]) {
    const sentence = fromClause(clause, right, known.right_quote, sources);
    if (sentence !== null) return sentence;
  }
  return null;
}

/** The learner's own sentence with everything in it put right, or the clause of it that holds the mistake. */
function ownPutRight(
  known: CorrectionReading | undefined,
  right: string,
  sources: SentenceSources,
): GoodSentence | null {
  // "tackle the → tackle" says nothing of the noun behind it
  if (known === undefined || /\b(?:an?|the)$/i.test(known.wrong)) return null;
  const mended = replaced(known.wrong_sentence, known.wrong, right);
  if (mended === null) return null;
  const whole = allPutRight(mended, sources);
  for (const clause of [whole.replace(/[.!?]+$/, ''), ...clausesOf(whole)]) {
    const sentence = fromClause(clause, right, known.right_quote, sources);
    if (sentence !== null && !hasLearnerError(wordsOf(clause))) return sentence;
  }
  return null;
}

/** The whole sentence in which a correction can be asked: the teacher's first, then any other, then the learner's own put right. */
export function wholeRightSentence(
  correction: { right: string; quote: string },
  known: CorrectionReading | undefined,
  sources: SentenceSources,
): GoodSentence | null {
  const { right, quote } = correction;
  const phrase = { text: asSentence(right), quote };
  return (
    asHeard(known, right, sources) ??
    fromPool(right, known?.right_quote ?? quote, sources) ??
    fromAnswer(known, right, sources) ??
    (isWhole(right) && isClean({ text: right, quote }) && sources.mayBeShown(phrase) ? phrase : null) ??
    ownPutRight(known, right, sources)
  );
}
