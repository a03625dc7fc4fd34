import { unitsOf } from '../../../language/align.ts';
import type { Token } from '../../../language/tokens.ts';
import { articles, auxiliaries, beForms, subjectPronouns } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';
import type { Part } from '../compare/parts.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that only lead to a version: it begins behind them, or ends before them. */
const leading = list(
  "be say says use want just simply so or and because but instead than rather means then here remember try like would we'd i'd you'd said that's",
);
/** Words that may lead to a version or belong to it. */
const either = list("it's it is that you we i with which it'd there's there need needs make makes to when if");
const refusing = list("not no don't never without instead");
/** A version stands again behind what was refused after one of these. */
const admitting = list("just say it's but so use we");

const longest = 16;
/** A sentence without marks has such words everywhere; more places than this are not tried. */
const mostPlaces = 14;

const talkOfWords = list(
  'plural singular verb noun adjective adverb preposition article tense infinitive gerund uncountable countable comma semicolon apostrophe past perfect continuous passive comparative superlative vowel said say says',
);
const hasMark = /[,;:–—"“”.?!]/;

/** Where a version may begin or end, and from which places on the words are what should not be said. */
function placesToCut(tokens: readonly Token[], text: string): { places: number[]; refused: ReadonlySet<number> } {
  const places = new Set([0]);
  const refused = new Set<number>();
  let isRefused = refusing.has(tokens[0]?.lower ?? '');
  let refusedAt = 0;
  if (isRefused) refused.add(0);
  for (let i = 1; i < tokens.length && places.size < mostPlaces; i += 1) {
    const [earlier, before, token, next] = [tokens[i - 2], tokens[i - 1], tokens[i], tokens[i + 1]];
    if (before === undefined || token === undefined) continue;
    const isMarked = hasMark.test(text.slice(before.end, token.start));
    // "a boring journey a journey is …": what is said again begins anew
    const isAgain =
      token.lower === earlier?.lower ||
      (articles.has(token.lower) && next !== undefined && next.lower === before.lower);
    // "without to I must prepare": what has a subject of its own is said anew
    const isAnew = subjectPronouns.has(token.lower) && i - refusedAt > 1;
    if (isMarked || isAnew || admitting.has(token.lower)) isRefused = false;
    if (refusing.has(token.lower) && !/n't$/.test(token.lower)) {
      isRefused = true;
      refusedAt = i;
    }
    // an infinitive is not cut through
    if (before.lower === 'to' && !isMarked) continue;
    if (
      isMarked ||
      isAgain ||
      [before.lower, token.lower].some((word) => leading.has(word) || either.has(word) || refusing.has(word))
    ) {
      places.add(i);
      if (isRefused) refused.add(i);
    }
  }
  places.add(tokens.length);
  return { places: [...places], refused };
}

/** Every stretch of a sentence that could be said in the learner's place, from one such place to another. */
export function versionPieces(sentence: Sentence, tokens: readonly Token[], text: string): Part[] {
  const { places, refused } = placesToCut(tokens, text);
  const pieces: Part[] = [];
  for (const [i, from] of places.entries()) {
    if (refused.has(from)) continue;
    for (const to of places.slice(i + 1)) {
      const piece = tokens.slice(from, to);
      const [first, next] = [piece[0]?.lower ?? '', tokens[to]?.lower ?? ''];
      if (piece.length < 2 || piece.length > longest || leading.has(first)) continue;
      // of "you were" the verb alone is no version
      if (beForms.has(first) && subjectPronouns.has(tokens[from - 1]?.lower ?? '')) continue;
      // "Take notes, not do notes" holds both
      const setsAgainst = piece.some(
        ({ lower }, at) => lower === 'not' && !auxiliaries.has(piece[at - 1]?.lower ?? ''),
      );
      if (setsAgainst || talkOfWords.has(next) || piece.some(({ lower }) => talkOfWords.has(lower))) continue;
      pieces.push({ sentence, tokens: piece, units: unitsOf(piece), whole: from === 0 && to === tokens.length });
    }
  }
  // of two that change the same the longer is the surer
  return pieces.sort((a, b) => b.tokens.length - a.tokens.length);
}
