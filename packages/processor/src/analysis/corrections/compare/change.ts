import { ending } from '../../../language/inflection.ts';
import { irregularForm } from '../../../language/verb-forms.ts';
import {
  articles,
  isContent,
  lightVerbs,
  modals,
  objectPronouns,
  possessives,
  prepositions,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';

/** What changed between a wrong and a right phrase, with the words around it. */
export interface Change {
  removed: string[];
  added: string[];
  before: string[];
  after: string[];
  /** All the learner's words and all the right words, for rules that look at the whole clause. */
  wrongClause: string[];
  rightClause: string[];
  /** True where the right words are joined by a hyphen: a six-hour layover. */
  hyphen?: boolean;
  /** True where one verb stands for another. */
  verbs?: boolean;
}

/** An infinitive's little words, and those that learners put in their place. */
const infinitiveWords = new Set(['to', 'for', 'that']);

/** The same words in another order; an article, or a subject said twice, may have gone with it. */
export function isReordering(change: Change): boolean {
  const { removed, added } = change;
  if (removed.length === 0 || added.length === 0 || !removed.some((word) => added.includes(word))) return false;
  if ([...removed].sort().join() === [...added].sort().join()) return true;
  const moved = (words: readonly string[]): string[] => words.filter((word) => !articles.has(word)).sort();
  const before = moved(removed.filter((word) => !subjectPronouns.has(word) || added.includes(word)));
  return before.length > 0 && before.join() === moved(added).join();
}

/** Whether a clause sets a condition; "she asked if I had a car" only reports a question. */
export function setsCondition(clause: readonly string[]): boolean {
  const at = clause.findIndex((word) => word === 'if' || word === 'unless');
  if (at < 0) return false;
  return !clause.slice(Math.max(0, at - 2), at).some((word) => /^(?:ask(?:ed|s)?|know|knew|wonder(?:ed)?)$/.test(word));
}

/** A verb that went wrong in an if-sentence. */
export function isConditional(change: Change): boolean {
  // of "if I had the chance" a teacher may say no more than "I had the chance"
  const isOfIf = change.before.at(-2) === 'if' || change.before.at(-1) === 'if';
  if (!setsCondition(change.rightClause) && !(isOfIf && setsCondition(change.wrongClause))) return false;
  const words = [...change.removed, ...change.added];
  return (
    words.some((word) => ['will', 'would', "'d", "'ll", 'had', 'were', 'was', 'could'].includes(word)) ||
    words.some((word) => irregularForm(word) !== undefined && change.before.includes('if'))
  );
}

/** Items of a list that do not match. */
export function isList(change: Change): boolean {
  const { removed, added, rightClause } = change;
  if (!rightClause.includes('and') || rightClause.length < 7) return false;
  const forms = [...removed, ...added].filter((word) => word === 'to' || ending(word) === 'ing');
  return forms.length >= 2 && removed.length >= 2;
}

/** A change in an if-sentence that is more than a preposition or an article. */
export function inCondition({ removed, added, rightClause }: Change): boolean {
  const words = [...removed, ...added];
  return setsCondition(rightClause) && !words.every((word) => prepositions.has(word) || articles.has(word));
}

/** "for hear", "let me to share", "wants that I clean": the infinitive is built wrongly. */
export function isInfinitive({ removed, added, before, after }: Change, lexicon: Lexicon): boolean {
  const verb = lexicon.partsOfSpeech(after[0] ?? '');
  const words = [...removed, ...added];
  // "can't to focus", "should to focus": after a modal it can be nothing else
  const governing = before.findLast((word) => word !== 'not' && word !== 'never');
  if (added.length === 0 && removed.join() === 'to' && modals.has(governing ?? '')) return true;
  if (ending(after[0] ?? '') !== 'base' || !verb.includes('verb') || !words.includes('to')) return false;
  if (!words.every((word) => infinitiveWords.has(word) || subjectPronouns.has(word) || objectPronouns.has(word)))
    return false;
  if (removed.length > 0 && added.includes('to')) return removed.some((word) => infinitiveWords.has(word));
  return removed.includes('to')
    ? modals.has(before.at(-1) ?? '') ||
        before.slice(-2).some((word) => ['let', 'make', 'made', 'makes'].includes(word))
    : verb[0] === 'verb';
}

const goesAlong = (word: string): boolean =>
  objectPronouns.has(word) || prepositions.has(word) || articles.has(word) || possessives.has(word);

/** "Did a party", "had a party": with a noun behind it neither of them helps another verb. */
const takesANoun = ([first = '', second = '']: readonly string[]): boolean =>
  (articles.has(first) || possessives.has(first)) && isContent(second);

/** One light verb for another before its noun: make homework, do homework. */
export function swapsLightVerbs({ removed, added, after }: Change, lexicon: Lexicon): boolean {
  // "did a quiz to us", "gave us a quiz": the person moves with the verb
  const [out, into] = [removed, added].map((words) => words.filter((word) => !goesAlong(word)));
  if (out?.length !== 1 || into?.length !== 1) return false;
  if (after.length === 0 && removed.length === 1) return false;
  const [a, b] = [lexicon.lemma(out[0] ?? '', 'verb'), lexicon.lemma(into[0] ?? '', 'verb')];
  const helpers = ['do', 'have', 'be'];
  const isOfNoun = a !== 'be' && b !== 'be' && takesANoun(after);
  return (
    a !== b && lightVerbs.has(a) && lightVerbs.has(b) && !(helpers.includes(a) && helpers.includes(b) && !isOfNoun)
  );
}

/** Say and tell, win and beat: which verb goes with a person is a matter of the verb, not of its noun. */
export function speaksOfPeople({ removed, added, after }: Change, lexicon: Lexicon): boolean {
  const bases = [...removed, ...added].filter(isContent).map((word) => lexicon.lemma(word, 'verb'));
  return bases.every((base) => ['say', 'tell', 'speak', 'talk'].includes(base)) || objectPronouns.has(after[0] ?? '');
}
