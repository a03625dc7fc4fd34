import { type Token, tokenise } from '../language/tokens.ts';

/** A stretch where the learner's words and the right ones part. */
export interface Difference {
  /** Token positions in the right text; empty when something had to go. */
  from: number;
  to: number;
  wrong: string[];
  right: string[];
  /** True when both sides hold the same words in another order. */
  order: boolean;
}

/** Contractions that stand for one clear pair of words. */
const opened: [RegExp, string, string][] = [
  [/^(i)['’]m$/i, '$1', 'am'],
  [/^(you|we|they)['’]re$/i, '$1', 'are'],
  [/^(i|you|we|they)['’]ve$/i, '$1', 'have'],
  [/^(i|you|he|she|it|we|they|there)['’]ll$/i, '$1', 'will'],
];

/** "She's tall", not "she's got": where "'s" is "is". */
const isContractedIs =
  /^(?:he|she|it|that|there|what|where|who)['’]s(?! (?:got|had|gone|done|seen|made|taken|become|come|\p{L}{3,}ed|(?:lost|left|met|heard|felt|found|bought|sold|told|kept|sent|spent|brought|caught|paid|put|hurt|lent|cut|hit|read) (?:an?|the|my|your|his|her|its|our|their|me|him|it|us|them|some|this|that))\b)(?![\p{L}'’])/iu;

/** Opens contractions, so that "I'm" can differ from "I" by "am" alone; "'s" only where it is known to be "is". */
export function openContractions(text: string, opensIs = false): string {
  // "he's been" is never "he is been"
  const plain = text.replace(
    /\b(he|she|it|that|there|what|where|who)['’]s(?= (?:(?:not|never|always|just|already|only) )?been\b)/gi,
    '$1 has',
  );
  return plain.replace(/[\p{L}]+['’][\p{L}]+/gu, (word: string, at: number) => {
    if (opensIs && isContractedIs.test(`${word}${plain.slice(at + word.length)}`)) return word.replace(/['’]s$/, ' is');
    for (const [pattern, first, second] of opened) {
      if (pattern.test(word)) return word.replace(pattern, `${first} ${second}`);
    }
    return word;
  });
}

/** The longest common subsequence of two rows of words, as pairs of positions. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

const bag = (words: readonly string[]): string => [...words].sort().join(' ');
const widestOrder = 5;

/** Where in the wrong stretch the right words stand in another order; null when they do not. */
function moveOf(wrong: readonly string[], right: readonly string[]): number | null {
  if (right.length < 2 || right.length > widestOrder) return null;
  for (let start = 0; start + right.length <= wrong.length; start += 1) {
    const part = wrong.slice(start, start + right.length);
    if (bag(part) === bag(right) && part.join(' ') !== right.join(' ')) return start;
  }
  return null;
}

/** Where two versions of a phrase differ, word by word; a moved word counts as one change of order. */
export function differences(wrong: readonly Token[], right: readonly Token[]): Difference[] {
  const a = wrong.map((token) => token.lower);
  const b = right.map((token) => token.lower);
  const found: (Difference & { wrongFrom: number; wrongTo: number })[] = [];
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...commonWords(a, b), [a.length, b.length] as const]) {
    if (nextI > i || nextJ > j) {
      found.push({
        from: j,
        to: nextJ,
        wrongFrom: i,
        wrongTo: nextI,
        wrong: wrong.slice(i, nextI).map((token) => token.text),
        right: right.slice(j, nextJ).map((token) => token.text),
        order: false,
      });
    }
    i = nextI + 1;
    j = nextJ + 1;
  }
  const result: Difference[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const one = found[at];
    const two = found[at + 1];
    if (one === undefined) continue;
    const moved = two === undefined ? null : moveOf(a.slice(one.wrongFrom, two.wrongTo), b.slice(one.from, two.to));
    if (two !== undefined && moved !== null) {
      const wrongFrom = one.wrongFrom + moved;
      result.push({
        from: one.from,
        to: two.to,
        wrong: wrong.slice(wrongFrom, wrongFrom + two.to - one.from).map((token) => token.text),
        right: right.slice(one.from, two.to).map((token) => token.text),
        order: true,
      });
      at += 1;
      continue;
    }
    result.push({ from: one.from, to: one.to, wrong: one.wrong, right: one.right, order: false });
  }
  return result;
}

/** Where a phrase stands in a sentence, in tokens of the sentence; null when it does not. */
export function locate(sentence: readonly Token[], phrase: readonly Token[]): number | null {
  for (let at = 0; at + phrase.length <= sentence.length; at += 1) {
    if (phrase.every((token, i) => sentence[at + i]?.lower === token.lower)) return at;
  }
  return null;
}

/** The tokens of a text with its clear contractions opened. */
export function openTokens(text: string): Token[] {
  return tokenise(openContractions(text));
}
