/** A text with straight apostrophes: recorders write both, and our word lists only one. */
export function straight(text: string): string {
  return text.replaceAll('’', "'");
}

/** A word as our lists hold it: lower case, straight apostrophes. */
export function plainWord(word: string): string {
  return straight(word.toLowerCase());
}
