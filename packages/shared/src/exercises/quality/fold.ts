/** A text reduced to its words: one case, one kind of apostrophe, no punctuation. Two texts that read alike fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'+@.-]+/gu, ' ')
    .replace(/(^|\s)[.'-]+|[.'-]+(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}

/** Whether `part` stands in `text` as whole words. An empty part stands nowhere. */
export function holdsWords(text: string, part: string): boolean {
  const wanted = fold(part);
  return wanted !== '' && ` ${fold(text)} `.includes(` ${wanted} `);
}

const contracted: [RegExp, string][] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'m\b/g, ' am'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/\b(he|she|it|that|there|here|what|where|who|how|let)'s\b/g, '$1 is'],
  [/'d\b/g, ' would'],
];

/** A folded text with its contractions opened and British spellings made American: what says the same then reads the same. */
export function foldAlike(text: string): string {
  let open = fold(text);
  for (const [short, long] of contracted) open = open.replace(short, long);
  return open
    .replace(/([a-z]{3,})our(s|ed|ing)?\b/g, '$1or$2')
    .replace(/([a-z]{3,})is(e|es|ed|ing)\b/g, '$1iz$2')
    .replace(/([a-z]{3,})re(s)?\b/g, '$1er$2');
}
