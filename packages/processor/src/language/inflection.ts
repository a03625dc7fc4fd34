import { irregularForm } from './verb-forms.ts';

const plurals: Record<string, string> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  leaves: 'leaf',
  shelves: 'shelf',
  geese: 'goose',
};
const comparatives: Record<string, string> = {
  better: 'good',
  best: 'good',
  worse: 'bad',
  worst: 'bad',
  further: 'far',
  farther: 'far',
  less: 'little',
  least: 'little',
};

/** Undoes the doubling and the dropped e of "stopping" and "making"; every candidate, likeliest first. */
function beforeEnding(stem: string): string[] {
  const doubled = /([bdfgklmnprtz])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [...doubled, stem, `${stem}e`];
}

/** All the base forms that a word could be an inflection of, itself included, without a dictionary. */
export function possibleBases(word: string): string[] {
  const found = new Set<string>([word]);
  const irregular = irregularForm(word);
  if (irregular !== undefined) found.add(irregular.base);
  const plural = Object.hasOwn(plurals, word) ? plurals[word] : undefined;
  if (plural !== undefined) found.add(plural);
  const comparative = Object.hasOwn(comparatives, word) ? comparatives[word] : undefined;
  if (comparative !== undefined) found.add(comparative);
  if (word.length > 3) {
    if (word.endsWith('ies')) found.add(`${word.slice(0, -3)}y`);
    if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.add(word.slice(0, -2));
    if (/[^s]s$/.test(word)) found.add(word.slice(0, -1));
    if (word.endsWith('ied')) found.add(`${word.slice(0, -3)}y`);
    if (word.endsWith('ier')) found.add(`${word.slice(0, -3)}y`);
    if (word.endsWith('iest')) found.add(`${word.slice(0, -4)}y`);
    if (word.endsWith('ed')) for (const base of beforeEnding(word.slice(0, -2))) found.add(base);
    if (word.endsWith('ing') && word.length > 4) for (const base of beforeEnding(word.slice(0, -3))) found.add(base);
    if (word.endsWith('er')) for (const base of beforeEnding(word.slice(0, -2))) found.add(base);
    if (word.endsWith('est')) for (const base of beforeEnding(word.slice(0, -3))) found.add(base);
    if (word.endsWith('ly')) found.add(word.slice(0, -2));
    if (word.endsWith('ily')) found.add(`${word.slice(0, -3)}y`);
  }
  return [...found];
}

const isIrregular = (word: string): boolean =>
  irregularForm(word) !== undefined || Object.hasOwn(plurals, word) || Object.hasOwn(comparatives, word);

/** Whether two different words are forms of one: get and gets, boring and bored, cookie and cookies. */
export function sameBase(a: string, b: string): boolean {
  if (a === b) return true;
  // an ending leaves the beginning as it is: most pairs need no look at their bases
  if (a[0] !== b[0] && !isIrregular(a) && !isIrregular(b)) return false;
  const other = new Set(possibleBases(b));
  return possibleBases(a).some((base) => base.length > 1 && other.has(base));
}

/** Whether a word may be a form of a base: gets of get, itself included. */
export function isFormOf(word: string, base: string): boolean {
  return (word[0] === base[0] || isIrregular(word)) && possibleBases(word).includes(base);
}

/** The shape of a word's ending, as far as it can be seen. */
export function ending(word: string): 'ing' | 'ed' | 's' | 'er' | 'est' | 'ly' | 'base' {
  if (word.length > 4 && word.endsWith('ing')) return 'ing';
  if (word.length > 3 && word.endsWith('ed')) return 'ed';
  if (word.length > 4 && word.endsWith('est')) return 'est';
  if (word.length > 3 && word.endsWith('er')) return 'er';
  if (word.length > 3 && word.endsWith('ly')) return 'ly';
  if (word.length > 2 && /[^s]s$/.test(word)) return 's';
  return 'base';
}
