import { withoutDialect } from './spelling-variants.ts';
import { foldedText, withoutInvisible } from './text-forms.ts';

/** In front of a word that is asked for, these are not what is asked. */
const inFront = /^(?:to|the|an?) (?=\S)/u;
/** Here they are: "a lot" is not "lot". */
const phrases = /^a (?:bit|couple|few|little|lot|while)\b/u;

/** A typed word without what no learner would be taught: width, case, space, invisible signs, a stop at the end. */
export function typedForm(text: string): string {
  return foldedText(withoutInvisible(text.normalize('NFKC'))).replace(/\s*[.。]+$/u, '');
}

/** Whether two spellings of a word are one: dialect, dashes and spaces in compounds, `to` and articles in front. */
export function isSameWord(one: string, other: string): boolean {
  return one === other || plainest(one) === plainest(other);
}

function plainest(typed: string): string {
  const spaced = typed.replace(/\s*[-\u2010-\u2015\u2212]\s*/gu, ' ');
  return withoutDialect(phrases.test(spaced) ? spaced : spaced.replace(inFront, ''));
}
