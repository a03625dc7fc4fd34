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
  [/\b(i|you|he|she|it|we|they|there|that|who)'d\b/g, '$1 wouldhad'],
  // After these, `'s` is a verb; after a noun it may be a genitive.
  [/\b(he|she|it|that|there|here|this|what|who|where|when|how)'s\b/g, '$1 ishas'],
];

/** Which of two verbs a short form stands for, only the rest of the sentence tells: either is right. */
const either = new Map([
  ['ishas', ['is', 'has']],
  ['wouldhad', ['would', 'had']],
]);

/** A folded text with its contractions written out; what may be two verbs is one word that `verbsOf` reads. */
export const writtenOut = (folded: string): string =>
  contracted.reduce((text, [short, long]) => text.replace(short, long), folded);

/** The words that a word of `writtenOut` may stand for. */
export const verbsOf = (word: string): readonly string[] => either.get(word) ?? [word];
