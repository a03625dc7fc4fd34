const apostrophes = /[\u2018\u2019\u201B\u02BC\u2032\u00B4\u0060\uFF07]/gu;

/** One apostrophe for all the signs that keyboards and phones put in its place. */
export function plainApostrophes(text: string): string {
  return text.replace(apostrophes, "'");
}

/** Text without what a learner should never lose a point for: case, surrounding or doubled space, the kind of apostrophe. */
export function foldedText(text: string): string {
  return plainApostrophes(text.normalize('NFC')).trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** The words of a text in comparable form, without the punctuation around them. */
export function wordsOf(text: string): string[] {
  return foldedText(text).match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}
