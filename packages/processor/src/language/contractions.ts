const whole: Record<string, string[]> = {
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "shan't": ['shall', 'not'],
  "let's": ['let', 'us'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  gotta: ['got', 'to'],
  im: ['i', 'am'],
  dont: ['do', 'not'],
  doesnt: ['does', 'not'],
  didnt: ['did', 'not'],
  isnt: ['is', 'not'],
};
const endings: [string, string][] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];
const takesIs =
  /^(?:i|you|he|she|it|we|they|that|this|there|here|what|where|who|how|when|why|everybody|everyone|nobody|somebody|one)$/;

/** Splits a contraction into the words it stands for; a possessive stays whole. */
export function expandContraction(lower: string): string[] {
  const known = Object.hasOwn(whole, lower) ? whole[lower] : undefined;
  if (known !== undefined) return [...known];
  for (const [ending, full] of endings) {
    if (lower.endsWith(ending) && lower.length > ending.length) return [lower.slice(0, -ending.length), full];
  }
  if (lower.endsWith("'s") && takesIs.test(lower.slice(0, -2))) return [lower.slice(0, -2), 'is'];
  return [lower];
}
