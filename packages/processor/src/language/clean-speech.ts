import { type Token, tokenise } from './tokens.ts';
import { fillers, openers } from './words.ts';

/** Words that may follow each other twice in good English. */
const maybeTwice = new Set(['that', 'had', 'very', 'really', 'no', 'bye', 'so', 'ha', 'never', 'blah']);

/** The words of a stretch of speech without fillers, stutters ("the the", "I, I try") and spoken asides ("you know"). */
export function cleanTokens(tokens: readonly Token[], text: string): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (fillers.has(token.lower)) continue;
    const next = tokens[i + 1];
    const before = text.slice(0, token.start).trimEnd().at(-1) ?? ',';
    const after = text[token.end] ?? ',';
    // asides between commas: ", like," ", you know,"
    if (token.lower === 'like' && before === ',' && after === ',') continue;
    if (token.lower === 'you' && next?.lower === 'know' && (text[next.end] ?? '') === ',' && before === ',') {
      i += 1;
      continue;
    }
    if (
      next !== undefined &&
      next.lower === token.lower &&
      !maybeTwice.has(token.lower) &&
      !/[.?!]/.test(text.slice(token.end, next.start))
    )
      continue;
    const twoOn = tokens[i + 2];
    const threeOn = tokens[i + 3];
    // "I am, I am" and "on the, on the": the first try is dropped
    if (
      next !== undefined &&
      twoOn?.lower === token.lower &&
      threeOn?.lower === next.lower &&
      /,/.test(text.slice(next.end, twoOn.start)) &&
      tokens.length > 4
    ) {
      i += 1;
      continue;
    }
    kept.push(token);
  }
  return kept;
}

/** The tokens without the markers and answers that only open the sentence: "OK so", "Yes,", "And". */
export function withoutOpeners(tokens: readonly Token[], text: string): Token[] {
  let from = 0;
  while (from < tokens.length - 1) {
    const token = tokens[from];
    if (token === undefined || !openers.has(token.lower)) break;
    // "Right answers", "Good at", "Now is": an opener that the sentence needs stands before its verb or noun without a comma
    const comma = /^\s*[,.!?–-]/.test(text.slice(token.end, token.end + 2));
    const needed = [
      'right',
      'good',
      'great',
      'perfect',
      'fine',
      'nice',
      'no',
      'well',
      'now',
      'correct',
      'sure',
      'lovely',
      'excellent',
      'brilliant',
      'exactly',
      'super',
      'beautiful',
    ].includes(token.lower);
    if (needed && !comma) break;
    from += 1;
  }
  return tokens.slice(from);
}

/** Joins chosen words of a text to a presentable sentence: marks kept between neighbours, a capital, an end mark. */
export function presentable(tokens: readonly Token[], text: string, mark?: string): string {
  let out = '';
  let previous: Token | undefined;
  for (const token of tokens) {
    if (previous !== undefined) {
      const gap = text.slice(previous.end, token.start);
      const plain = tokenise(gap).length === 0;
      const sign = plain ? gap.replace(/\s+/gu, ' ') : ' ';
      out +=
        /^[,;:]?\s*$/.test(sign) || /^\s?[–—-]\s?$/.test(sign) ? (sign.trim() === '' ? ' ' : `${sign.trim()} `) : ' ';
    }
    out += /^i(?:['’]\p{L}+)?$/u.test(token.text) ? `I${token.text.slice(1)}` : token.text;
    previous = token;
  }
  const capital = out.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const given = previous === undefined ? '' : (/^["'”’)]*\s*([.?!])/.exec(text.slice(previous.end))?.[1] ?? '');
  return `${capital}${mark ?? (given === '' ? '.' : given)}`;
}
