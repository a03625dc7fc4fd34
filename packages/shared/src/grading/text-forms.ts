const apostrophes = /[\u2018\u2019\u201B\u02BC\u2032\u00B4\u0060\uFF07]/gu;

/** One apostrophe for all the signs that keyboards and phones put in its place. */
export function plainApostrophes(text: string): string {
  return text.replace(apostrophes, "'");
}

/** Text without the signs that nobody sees: zero-width ones, marks of direction, soft hyphens. */
export const withoutInvisible = (text: string): string =>
  text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');

/**
 * A text as a reader sees it: case, width, ligatures, kinds of space, apostrophe, quotation mark and hyphen, and signs that
 * nobody sees, make no other text of it.
 */
export const asRead = (text: string): string =>
  withoutInvisible(plainApostrophes(text).normalize('NFKC'))
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** Text without what a learner should never lose a point for: case, surrounding or doubled space, the kind of apostrophe. */
export function foldedText(text: string): string {
  return plainApostrophes(text.normalize('NFC')).trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** The words of a text in comparable form, without the punctuation around them. */
export function wordsOf(text: string): string[] {
  return foldedText(text).match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? [];
}
