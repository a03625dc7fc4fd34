/** A text with a word, in whatever form it stands there, left out: who is to spell it must not read it. */
export function withoutWord(text: string, word: string): string {
  const stems = word.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = stems.filter((stem) => stem.length > 2);
  if (long.length === 0) return text;
  return text.replaceAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu, (found) =>
    long.some((stem) => sharesStem(found.toLowerCase(), stem)) ? '_____' : found,
  );
}

/** `complained` for `complain`, `cities` for `city`: the same beginning but for a letter or two at the end. */
function sharesStem(found: string, stem: string): boolean {
  const kept = stem.slice(0, Math.max(3, stem.length - (stem.length > 4 ? 2 : 1)));
  return found === stem || (found.startsWith(kept) && found.length <= stem.length + 4);
}
