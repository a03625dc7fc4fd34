import { foldedWords, type GoodSentence, holdsWords } from '@tulkka/shared/exercises';
import { hasLearnerError } from '../analysis/learner-errors/find-learner-errors.ts';
import { sureBases } from '../analysis/learner-errors/word-lists.ts';
import type { CorrectionReading, Sentence } from '../analysis/types.ts';
import { clausesOf, opensLikeClause } from '../language/clauses.ts';
import { piecesOfSentence } from '../language/pieces.ts';
import { type Token, tokenise, wordsOf } from '../language/tokens.ts';
import { auxiliaries, isContent, subjectPronouns } from '../language/words.ts';
import { asSentence, asStatement, fewestWords, isClean, isWhole } from './fit-sentence.ts';
import { locate, openContractions, openTokens } from './minimal-difference.ts';

/** A learner's own sentence longer than this holds more than its one mistake too often. */
const longestOwn = 12;
/** So many words a time or place before the subject may have, behind its first. */
const longestPlace = 3;

/** A sentence that somebody said rightly may have so many words. */
const longestSaid = 20;
/** So many sentences behind the mistake its right version may be said again. */
const saidWithin = 14;

/** What a correction's sentence is looked for in. */
export interface SentenceSources {
  /** Everything that was said, in order. */
  spoken: readonly Sentence[];
  /** Whether nobody said it better. */
  isTrusted(sentence: GoodSentence): boolean;
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
function replaced(said: string, wrong: string, right: string): string | null {
  // "I'm" is two words where it changes, and one where it stays as it was said
  if (locate(tokenise(said), tokenise(wrong)) === null)
    return replacedIn(openContractions(said), openContractions(wrong), right);
  return replacedIn(said, wrong, right);
}

function replacedIn(text: string, wrong: string, right: string): string | null {
  const tokens = tokenise(text);
  const phrase = tokenise(wrong);
  const at = locate(tokens, phrase);
  if (at === null || phrase.length === 0 || locate(tokens.slice(at + 1), phrase) !== null) return null;
  // "at the phone → at at their phone": what is put in may bring along what stands there
  if (tokens[at - 1] !== undefined && tokens[at - 1]?.lower === tokenise(right)[0]?.lower) return null;
  const [from, to] = [tokens[at], tokens[at + phrase.length - 1]];
  // "the August" was heard with its capital, what is right of it may be noted without
  const heard = new Map(tokens.slice(at, at + phrase.length).map((token) => [token.lower, token.text]));
  const cased = right.replace(/[\p{L}\p{M}'’-]+/gu, (word) => {
    const isHead = at === 0 || word === 'I' || isContent(word.toLowerCase());
    return heard.get(word) ?? (isHead ? word : word.toLowerCase());
  });
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

/** "In Oslo everybody says so": a time or place may stand before the subject. */
function opensBehindPlace([first = '', ...rest]: readonly string[]): boolean {
  const subject = rest.findIndex(
    (word) => subjectPronouns.has(word.split("'")[0] ?? '') || /^(?:every|some|no)body$/.test(word),
  );
  return /^(?:in|on|at|after|before|for)$/.test(first) && subject > 0 && subject <= longestPlace;
}

/** "Give her a ladder": somebody is told to do something. */
const tellsToDo = ([first = '', second = '']: readonly string[]): boolean =>
  sureBases.has(first) && /^(?:me|him|her|it|us|them|a|an|the|my|your|some|this|to|at|up|on|off|in)$/.test(second);

/** "If the price were higher people would …": the condition, and behind it what depends on it. */
function opensWithIf([first = '', ...rest]: readonly string[]): boolean {
  return (
    /^(?:if|when)$/.test(first) && rest.filter((word) => auxiliaries.has(word) || subjectPronouns.has(word)).length > 1
  );
}

/** The clauses of a sentence, and after them each with the one before it: what is too short alone may do with its reason. */
function piecesOf(sentence: string): string[] {
  const whole = sentence.replace(/[.!?]+$/, '');
  const clauses = clausesOf(whole);
  const pairs = clauses.slice(1).map((clause, i) => {
    const start = whole.indexOf(clauses[i] ?? '');
    return whole.slice(start, whole.indexOf(clause, start) + clause.length);
  });
  return [...new Set([whole, ...clauses, ...pairs, ...piecesOfSentence(whole)])];
}

/** A sentence made of a clause, where it is one that may be shown and holds what was put right. */
function fromClause(
  clause: string,
  right: string,
  quote: string,
  sources: SentenceSources,
  longest = longestOwn,
): GoodSentence | null {
  const words = wordsOf(clause);
  const opens =
    opensLikeClause(words) || opensBehindPlace(words) || isWhole(clause) || tellsToDo(words) || opensWithIf(words);
  if (words.length < fewestWords || words.length > longest || !opens) return null;
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
  for (const clause of piecesOf(known.right_quote)) {
    const sentence = fromClause(clause, right, known.right_quote, sources);
    if (sentence !== null) return sentence;
  }
  return null;
}

/** What anybody said after the mistake that holds the right words, whole or the part of it that stands alone. */
function saidAgain(known: CorrectionReading | undefined, right: string, sources: SentenceSources): GoodSentence | null {
  if (known === undefined || openTokens(right).length < 2) return null;
  const tokens = openTokens(right);
  for (const said of sources.spoken.slice(known.wrong_id + 1, known.wrong_id + 1 + saidWithin)) {
    if (said.aside === 'private' || locate(openTokens(said.text), tokens) === null) continue;
    const whole = said.text.replace(/[.!?]+$/, '');
    for (const piece of [...(said.question ? [] : [whole]), ...piecesOfSentence(whole)]) {
      const sentence = fromClause(piece, right, said.raw, sources, longestSaid);
      if (sentence !== null && sources.isTrusted(sentence)) return sentence;
    }
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
  for (const clause of piecesOf(whole)) {
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
    saidAgain(known, right, sources) ??
    (isWhole(right) && isClean({ text: right, quote }) && sources.mayBeShown(phrase) ? phrase : null) ??
    ownPutRight(known, right, sources)
  );
}
