import { wordsOf } from '../../language/tokens.ts';
import { irregularForm } from '../../language/verb-forms.ts';

/** Both versions of a correction, each as its words. */
export interface Versions {
  wrong: readonly string[];
  right: readonly string[];
}

const some = (words: readonly string[], pattern: RegExp): boolean => words.some((word) => pattern.test(word));
const isPast = (word: string): boolean => /ed$/.test(word) || irregularForm(word)?.past === true || /^did/.test(word);
const have = /^(?:have|has|i've|you've|we've|they've|he's|she's|it's|haven't|hasn't)$/;
/** A word of one side that stands on the other with an ending more: "machine", "machines". */
const longerBy = (ending: RegExp, longer: readonly string[], shorter: readonly string[]): boolean =>
  longer.some(
    (word) =>
      ending.test(word) && !shorter.includes(word) && shorter.some((one) => one.slice(0, 3) === word.slice(0, 3)),
  );

/** What teachers call a form, and whether the right version has what the wrong one lacks. */
const named: readonly { name: RegExp; shows(versions: Versions): boolean }[] = [
  {
    name: /\bpresent perfect\b/,
    shows: ({ wrong, right }) => some(right, have) && !(some(wrong, have) && some(wrong, /(?:ed|en|ne)$/)),
  },
  {
    name: /\b(?:past simple|simple past|past tense|(?:if|as?) plus past|past after|past in the)\b/,
    shows: ({ wrong, right }) =>
      right.some((word) => isPast(word) && !wrong.includes(word)) || (some(wrong, have) && !some(right, have)),
  },
  {
    name: /\b(?:past perfect|had plus)\b/,
    shows: ({ wrong, right }) => some(right, /^had/) && !some(wrong, /^had/),
  },
  {
    name: /\b(?:present simple|simple present)\b/,
    shows: ({ wrong, right }) =>
      (some(wrong, /ing$/) && !some(right, /ing$/)) || (some(wrong, /^(?:will|would)$/) && !right.includes('will')),
  },
  {
    name: /\bno (?:i-n-g|ing)\b|\bdon't use in the (?:i-n-g|ing)\b|\bwithout (?:i-n-g|ing)\b/,
    shows: ({ wrong, right }) => some(wrong, /ing$/) && !some(right, /ing$/),
  },
  {
    name: /\b(?:i-n-g|ing|gerund)\b/,
    shows: ({ wrong, right }) => some(right, /ing$/) && !some(wrong, /ing$/),
  },
  {
    name: /\b(?:no s|no plural|n't have a plural|uncountable|isn't countable)\b/,
    shows: ({ wrong, right }) => longerBy(/s$/, wrong, right) || (some(wrong, /^an?$/) && !some(right, /^an?$/)),
  },
  {
    name: /(?<!no |have a )\bplural\b|\b(?:countable|add an? s|with s|the s)\b/,
    shows: ({ wrong, right }) => longerBy(/s$/, right, wrong),
  },
  {
    name: /\b(?:e-r|comparatives?)\b/,
    shows: ({ wrong, right }) => some(right, /er$/) && (wrong.includes('more') || !some(wrong, /er$/)),
  },
  {
    name: /\b(?:e-s-t|superlatives?)\b/,
    shows: ({ wrong, right }) => some(right, /^(?:most|\S+est|best|worst)$/) && wrong.join() !== right.join(),
  },
  {
    name: /\b(?:l-y|adverbs?)\b/,
    shows: ({ wrong, right }) => longerBy(/ly$/, right, wrong),
  },
  {
    name: /\b(?:indirect|reported) question\b/,
    shows: ({ wrong, right }) =>
      some(right, /^(?:what|where|when|who|why|how|which|if)$/) && wrong.join() !== right.join(),
  },
  {
    name: /\bconditional\b/,
    shows: ({ wrong, right }) =>
      [wrong, right].some((words) => some(words, /^(?:will|would|had|were|did|wouldn't|hadn't|didn't)/)),
  },
  {
    name: /\b(?:base form|basic (?:form|verb)|bare (?:form|verb|infinitive)|plain verb)\b/,
    shows: ({ wrong, right }) =>
      wrong.includes('to') !== right.includes('to') ||
      right.some((word) => !wrong.includes(word) && !/(?:s|ed|ing)$/.test(word)),
  },
  {
    name: /\b(?:articles?|(?:no|without|always|needs?|use|say|put|add) (?:the|an?)(?! \p{L}))\b/u,
    shows: ({ wrong, right }) => some([...wrong, ...right], /^(?:an?|the)$/) && wrong.length !== right.length,
  },
];

/**
 * Whether a teacher's sentence names the form that a correction is about: `true` where the right version has it and the
 * wrong one has not, `false` where it names another form, null where it names none.
 */
export function namesItsForm(text: string, { wrong, right }: { wrong: string; right: string }): boolean | null {
  const versions = { wrong: wordsOf(wrong), right: wordsOf(right) };
  const said = text.toLowerCase();
  const found = named.filter(({ name }) => name.test(said));
  return found.length === 0 ? null : found.some(({ shows }) => shows(versions));
}
