import { type Token, tokenise } from './tokens.ts';
import { auxiliaries, conjunctions, isContent, subjectPronouns } from './words.ts';

/** A stretch of a text. */
export interface Span {
  start: number;
  end: number;
}

const abbreviation = /(?:^|\s)(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no|a\.m|p\.m)\.$/i;
const startsSentence = new Set(
  'the it she he we you they there this that and but so what when where why how who do does did is are can could would my your his her our their if because okay ok yes no well now then actually sorry great good perfect say'.split(
    ' ',
  ),
);
const neverBefore = new Set(
  "is are am was were be been sounds all it's that's everything not the a an my your his her our very more most to of in on at for with from by about and or but because if that which who as than it'll".split(
    ' ',
  ),
);
const openingWords = new Set(
  'okay ok yes yeah no so well right great perfect good exactly excellent lovely now sorry actually anyway'.split(' '),
);

/** How a sentence ends that a recorder marks. */
export const endMark = /[.?!…]["'”’)]*\s*$/u;

/** Cuts where the writer ended a sentence. */
function cutAtMarks(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.?!…؟。？！]+["'”’)]*(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(0, end - 8), end))) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Where a new sentence seems to begin in a stretch that carries no end mark; `pauses` are places where the speaker paused. */
function hiddenStarts(
  tokens: readonly Token[],
  text: string,
  pauses: ReadonlySet<number>,
  isMarked: boolean,
): number[] {
  const starts: number[] = [];
  const commas = /[,;:]/.test(text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0));
  const unmarked = tokens.length > 9 && !commas && !isMarked;
  const cased = tokens.some((token) => /\p{Lu}/u.test(token.text[0] ?? ''));
  let since = 0;
  for (let i = 1; i < tokens.length; i += 1) {
    since += 1;
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || before === undefined) continue;
    const gap = text.slice(before.end, token.start);
    const next = tokens[i + 1]?.lower ?? '';
    const capital =
      cased &&
      /^\p{Lu}/u.test(token.text) &&
      token.lower !== 'i' &&
      !token.lower.startsWith("i'") &&
      startsSentence.has(token.lower);
    const okay = (token.lower === 'ok' || token.lower === 'okay') && !neverBefore.has(before.lower) && since >= 1;
    const quiet = !/[,;:]/.test(gap);
    const bound = neverBefore.has(before.lower) || conjunctions.has(before.lower) || auxiliaries.has(before.lower);
    const opening = unmarked && openingWords.has(token.lower) && since >= 3 && !bound;
    const clause =
      unmarked &&
      since >= 4 &&
      !bound &&
      (subjectPronouns.has(token.lower) ||
        /^(?:i|you|he|she|it|we|they|there|that)'/.test(token.lower) ||
        (token.lower === 'there' && /^(is|are|was|were)$/.test(next))) &&
      (pauses.has(token.start) ||
        (isContent(before.lower) && (auxiliaries.has(next) || token.lower.includes("'")) && since >= 5));
    const paused =
      unmarked &&
      pauses.has(token.start) &&
      since >= 4 &&
      !bound &&
      (startsSentence.has(token.lower) || openingWords.has(token.lower));
    if ((capital && quiet && !neverBefore.has(before.lower)) || okay || opening || clause || paused) {
      starts.push(token.start);
      since = 0;
    }
  }
  return starts;
}

/**
 * The sentences of a speaker's turn. End marks are believed; where speech runs on without them, sentences are cut before
 * "OK", before a capital that no name explains, and where a new subject follows a complete clause; a careful recorder's
 * sentence that ends by a mark is one.
 */
export function splitSentences(text: string, pauses: ReadonlySet<number> = new Set(), isCareful = false): Span[] {
  const result: Span[] = [];
  for (const span of cutAtMarks(text)) {
    const tokens = tokenise(text.slice(span.start, span.end), span.start);
    if (tokens.length === 0) {
      // stray marks and emoji belong to the sentence before them
      const last = result.at(-1);
      if (last !== undefined) last.end = span.end;
      continue;
    }
    // who ends sentences by marks has ended this one: "how much money you have" is no second one
    const isMarked = isCareful && endMark.test(text.slice(span.start, span.end));
    let start = span.start;
    for (const cut of hiddenStarts(tokens, text, pauses, isMarked)) {
      result.push({ start, end: cut });
      start = cut;
    }
    result.push({ start, end: span.end });
  }
  return result.map(({ start, end }) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    return { start: start + lead, end: start + raw.trimEnd().length };
  });
}
