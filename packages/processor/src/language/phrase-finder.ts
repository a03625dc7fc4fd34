/**
 * Answers whether a row of words holds one of many phrases. Its time grows with the words alone, however many phrases
 * there are: a lesson of many hours holds thousands of both.
 * @param phrases words joined by single spaces
 */
export function phraseFinder(phrases: Iterable<string>): (words: readonly string[]) => boolean {
  const byLength = new Map<number, Set<string>>();
  for (const phrase of phrases) {
    if (phrase === '') continue;
    const length = phrase.split(' ').length;
    const known = byLength.get(length) ?? new Set<string>();
    byLength.set(length, known.add(phrase));
  }
  return (words) =>
    [...byLength].some(([length, known]) =>
      words.some((_, from) => from + length <= words.length && known.has(words.slice(from, from + length).join(' '))),
    );
}
