const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const contracted: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, 'can not'],
  [/\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/\bi'm\b/g, 'i am'],
  [/\blet's\b/g, 'let us'],
];
/** After these, `'s` is a verb; after a noun it may be a genitive. */
const verbal = /\b(he|she|it|that|there|here|this|what|who|where|when|how)'s\b/g;

/**
 * A folded sentence in the forms that typing gives it: contractions written out, small numbers in words. `'s` may be two
 * verbs, so there are two.
 */
export function typedSentences(folded: string): string[] {
  const written = contracted
    .reduce((text, [short, long]) => text.replace(short, long), folded)
    .replace(/\b\d{1,2}\b/g, (digits) => numbers[Number(digits)] ?? digits);
  return [...new Set(['is', 'has'].map((verb) => written.replace(verbal, `$1 ${verb}`)))];
}
