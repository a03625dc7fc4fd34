import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { sameBase } from '../../../language/inflection.ts';
import {
  adverbs,
  articles,
  auxiliaries,
  beForms,
  haveForms,
  isContent,
  modals,
  negatives,
  objectPronouns,
  openers,
  possessives,
  prepositions,
  questionWords,
  subjectPronouns,
} from '../../../language/words.ts';
import type { Lexicon } from '../../../lexicon/types.ts';
import type { SignName } from '../../weighing/confidence.ts';
import type { Change } from '../compare/change.ts';
import { ownerOf } from '../compare/extend.ts';
import { openWords } from '../compare/steps.ts';

export function isVerbSwap({ removed, added, before }: Change, lexicon: Lexicon): boolean {
  const verb = (word: string) => lexicon.partsOfSpeech(lexicon.lemma(word, 'verb')).includes('verb');
  const subject = before.at(-1) ?? '';
  if (sameBase(removed[0] ?? '', added[0] ?? '')) return false;
  return (
    verb(removed[0] ?? '') &&
    verb(added[0] ?? '') &&
    (subjectPronouns.has(subject) || isContent(subject) || auxiliaries.has(subject) || subject === 'to')
  );
}

const shifted: Record<string, string> = { will: 'would', can: 'could', may: 'might', must: 'had' };

/** "She said that she will help" for "would help": reported speech goes one step back. */
function isBackshift({ removed, added, before }: Change): boolean {
  const [a = '', b = ''] = [removed[0], added[0]];
  return (
    removed.length === 1 &&
    Object.hasOwn(shifted, a) &&
    shifted[a] === b &&
    before.some((word) => ['said', 'told', 'asked', 'thought', 'promised', 'explained'].includes(word))
  );
}

/** "I am here since Monday" for "I have been here since Monday". */
function isPerfectOfDuration({ removed, added, rightClause }: Change): boolean {
  return (
    added.some((word) => haveForms.has(word)) &&
    removed.length > 0 &&
    !removed.some((word) => haveForms.has(word)) &&
    rightClause.some((word) => word === 'since' || word === 'for')
  );
}

const timeClause: ReadonlySet<string> = new Set(['when', 'after', 'before', 'until', 'once']);
const isOfTimeClause = ({ before, wrongClause }: Change): boolean =>
  before.slice(-3).some((word) => timeClause.has(word)) && wrongClause.length > before.length + 1;

/** "She name is", "her name is". */
function isOwnerForSubject({ removed, added, after }: Change): boolean {
  const [subject = '', owner = ''] = [removed.join(), added.join()];
  return Object.hasOwn(ownerOf, subject) && ownerOf[subject] === owner && isContent(after[0] ?? '');
}

/** "I hide in yoghurt", "maybe I will need": what is hidden or needed was not said. */
function isObjectLeftOut({ removed, added, before, after }: Change): boolean {
  if (removed.length > 0 || !['it', 'them', 'him', 'her'].includes(added.join())) return false;
  return isContent(before.at(-1) ?? '') && (after.length === 0 || prepositions.has(after[0] ?? ''));
}

/** "She has fourteen years", "she is fourteen". */
const isOfAge = ({ removed, added }: Change): boolean =>
  removed.some((word) => haveForms.has(word)) &&
  removed.some((word) => /^years?$/.test(word)) &&
  added.some((word) => beForms.has(word));

const ofAmounts: ReadonlySet<string> = new Set('much many less fewer little few'.split(' '));

/** What a change is worth by itself; null where it is nothing that a teacher would put right. */
export function signOfChange(change: Change, category: CorrectionCategory): SignName | null {
  const { removed, added } = change;
  const meant = (word: string) => isContent(word) && !openWords.has(word);
  const words = [...removed, ...added];
  if (
    words.some((word) => negatives.has(word)) &&
    !(removed.some((w) => negatives.has(w)) && added.some((w) => negatives.has(w)))
  )
    return null;
  if (removed.length > 5 || added.length > 5) return null;
  // what was dropped begins a clause of its own: "this hotel or how do you call"
  if (removed.some((word) => ['or', 'but', 'because'].includes(word) && !added.includes(word))) return null;
  if (isPerfectOfDuration(change)) return 'perfect of a duration';
  if (category === 'modifier' && [...removed].sort().join() === [...added].sort().join())
    return 'same words in another order';
  // "less coins", "fewer coins"
  if (removed.length === 1 && added.length === 1 && words.every((word) => ofAmounts.has(word))) return 'agreement';
  const contentOut = removed.filter(meant);
  const contentIn = added.filter(meant);
  if (category === 'parallelism' || category === 'conditional') return 'conditional or list';
  if (isOfAge(change)) return 'have for be of an age';
  if (isObjectLeftOut(change)) return 'object left out';
  if (
    added.length > 0 &&
    added.every((word) => objectPronouns.has(word)) &&
    removed.every((word) => articles.has(word))
  )
    return 'pronoun for an article';
  // "the weather it was hot", "it was silence"
  if (
    added.length === 0 &&
    removed.length === 1 &&
    subjectPronouns.has(removed[0] ?? '') &&
    isContent(change.before.at(-1) ?? '')
  )
    return 'subject said twice';
  // "the coat that I bought it"
  if (
    added.length === 0 &&
    removed.length === 1 &&
    ['it', 'them', 'him', 'her'].includes(removed[0] ?? '') &&
    (isContent(change.before.at(-1) ?? '') || prepositions.has(change.before.at(-1) ?? '')) &&
    change.wrongClause.slice(0, change.before.length).some((word) => ['that', 'which', 'who', 'whom'].includes(word))
  )
    return 'object said twice';
  // "he should relax himself"
  if (
    added.length === 0 &&
    removed.length === 1 &&
    /^(?:my|your|him|her|it|our|them)sel(?:f|ves)$/.test(removed[0] ?? '')
  )
    return 'oneself too many';
  if (removed.join() === 'it' && added.join() === 'there') return 'there for it';
  // "then was a problem", "is a girl"
  const isBeforeBe = removed.length === 0 && beForms.has(change.after[0] ?? '');
  if (isBeforeBe && added.join() === 'there') return 'there for it';
  if (isBeforeBe && added.join() === 'it' && change.before.length === 0) return 'subject left out';
  // "she name is"
  if (isOwnerForSubject(change)) return 'owner for a subject';
  if ([...removed, ...added].sort().join() === 'another,other') return 'another article';
  // "the mess what we made"
  if (removed.join() === 'what' && ['that', 'which', 'who'].includes(added.join())) return 'what for that';
  // "when I will have time"
  if (removed.join() === 'will' && added.length === 0 && isOfTimeClause(change)) return 'conditional or list';
  if (
    contentOut.length === 1 &&
    contentIn.length === 1 &&
    removed.length === 1 &&
    added.length === 1 &&
    change.after.length >= 2 &&
    change.verbs === true
  )
    return 'one verb for another';
  if (contentOut.length > 0 && contentIn.length > 0 && category !== 'wordChoice' && category !== 'collocation')
    return category === 'agreement'
      ? 'agreement of a word'
      : category === 'tense'
        ? 'tense of a word'
        : 'form of a word';
  if (contentOut.length > 0 || contentIn.length > 0)
    return contentOut.length > 0 && contentIn.length > 0 ? 'one word for another' : null;
  if (words.every((word) => adverbs.has(word) || openers.has(word))) return null;
  if (isBackshift(change)) return 'reported one step back';
  // "for wait", "to wait"
  if (category === 'tense' && words.every((word) => prepositions.has(word))) return 'infinitive';
  if (
    words.every(
      (word) =>
        subjectPronouns.has(word) ||
        modals.has(word) ||
        questionWords.has(word) ||
        possessives.has(word) ||
        ['it', 'that', 'this', 'me', 'him', 'her', 'them', 'us'].includes(word),
    )
  )
    return 'pronoun or modal';
  if (
    words.every((word) => ['the', 'this', 'that', 'my', 'your', 'his', 'her'].includes(word)) &&
    removed.length > 0 &&
    added.length > 0
  )
    return 'another determiner';
  if (category === 'article') return removed.length > 0 && added.length > 0 ? 'another article' : 'article';
  if (category === 'preposition') return 'preposition';
  if (category === 'agreement') return 'agreement';
  if (category === 'modifier') return 'modifier';
  if (category === 'collocation') return 'collocation';
  return 'other little word';
}
