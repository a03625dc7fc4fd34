import { asRead } from '../../grading/index.ts';

/**
 * Whether a topic fits a pattern: its words in their order, each a whole word, whatever their case, with `*` for anything
 * between. What looks the same is the same: how a letter is composed, which space, dash or apostrophe was typed.
 */
export function matchesTopic(pattern: string, topic: string): boolean {
  let rest = asRead(topic);
  for (const part of pattern.split('*').map(asRead)) {
    const end = endOfWords(rest, part);
    if (end < 0) return false;
    rest = rest.slice(end);
  }
  return true;
}

/** Letters and digits belong to one word; scripts that are written without spaces have no such bounds. */
const ofWord = /[\p{L}\p{M}\p{N}]/u;
const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const joins = (left: string | undefined, right: string | undefined): boolean =>
  [left, right].every((sign) => sign !== undefined && ofWord.test(sign) && !withoutSpaces.test(sign));

/** Where the first place ends that has these words whole; -1 where there is none. */
function endOfWords(text: string, words: string): number {
  const [first] = words;
  const last = [...words].at(-1);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
    const [after] = text.slice(end, end + 2);
    if (words === '' || !(joins(before, first) || joins(last, after))) return end;
  }
  return -1;
}
