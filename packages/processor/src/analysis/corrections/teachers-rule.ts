import { wordsOf } from '../../language/tokens.ts';
import { irregularForm } from '../../language/verb-forms.ts';
import { articles, isContent } from '../../language/words.ts';
import type { CorrectionReading, Sentence } from '../types.ts';
import { namesItsForm } from './named-forms.ts';
import { hasGrammarWord, isPersonal, isWordedAsRule, reasonIn, saysOccasion, showsShape } from './rule-wording.ts';

/** How many sentences behind the right form the rule may follow it. */
const followsWithin = 3;
/** In feedback at the end the rule may stand between the learner's words and the right ones. */
const saidBefore = 2;
/** A mistake further back than this was taken up later: what stands between belongs to something else. */
const returnedToWithin = 8;
const length = { least: 3, most: 18 };
/** The shape of a phrase is short: "Want somebody to do something". */
const longestShape = 7;
const longestGeneral = 10;

/** Where a rule of form may follow without a word of the mistake in it. */
const formal: ReadonlySet<string> = new Set(['tense', 'agreement', 'article', 'conditional', 'parallelism']);

/** What was put right, and the kind of mistake. */
type Change = Pick<CorrectionReading, 'wrong' | 'right' | 'category'>;

/** A word without its ending, as a rule may name another form of it ("tell" where "told" was put right). */
const rootOf = (word: string): string =>
  irregularForm(word)?.base ?? word.replace(/(?<=\p{L}{3})(?:ing|ed|e?s|e)$/u, '');

/** "hadn't" speaks of "had" and of "not". */
const opened = (word: string): string[] => (/n't$/.test(word) ? [word, word.slice(0, -3), 'not'] : [word]);

const countIn = (words: readonly string[], word: string): number => words.filter((one) => one === word).length;

/** Words that tell which mistake a rule is about: those that changed, and those of meaning beside them. */
function wordsOfMistake({ wrong, right }: Change): { changed: Set<string>; beside: Set<string> } {
  const [before, after] = [wordsOf(wrong).flatMap(opened), wordsOf(right).flatMap(opened)];
  // articles stand in every sentence: whether a rule is about one, its wording tells
  const differing = [...before, ...after].filter(
    (word) => !articles.has(word) && countIn(before, word) !== countIn(after, word),
  );
  // where only the order changed, it is about all of them
  const isMoved = [...before].sort().join(' ') === [...after].sort().join(' ');
  const changed = isMoved ? after : differing;
  const rooted = (words: readonly string[]): string[] => words.flatMap((word) => [word, rootOf(word)]);
  return { changed: new Set(rooted(changed)), beside: new Set(rooted([...before, ...after].filter(isContent))) };
}

/** The right version said once more teaches nothing that the question does not show. */
const onlyRepeats = (words: readonly string[], { right, right_quote }: CorrectionReading): boolean => {
  const said = new Set([...wordsOf(right), ...wordsOf(right_quote)]);
  return words.filter((word) => said.has(word)).length / words.length > 0.7;
};

/** A rule without what links it to the talk: "And information is uncountable too." */
function tidied(said: string): string {
  const bare = (/[.!?]$/.test(said) ? said : `${said}.`)
    .replace(
      /^(?:(?:and|so|but|because|remember|careful|ok|okay|well|actually|yes|no(?=,)|exactly|first|second|third|mm+|hmm+),?\s+)+/i,
      '',
    )
    .replace(/,? and that's (?:it|all)([.!])$/i, '$1')
    .replace(/,?\s+(?:too|also|either|okay|right|yeah|remember)([.!])$/i, '$1');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a sentence stands with this correction: behind its right form, with no other right form in between. */
function standsWith(id: number, { right_id }: CorrectionReading, all: readonly CorrectionReading[]): boolean {
  const isBetween = (other: number): boolean =>
    id >= right_id ? other > right_id && other <= id : other <= id && other >= id - followsWithin;
  return !all.some((other) => other.right_id !== right_id && isBetween(other.right_id));
}

/** "We drink tea, but we take pills": a general sentence with the learner's word and the right one, each in its place. */
function setsApart(words: readonly string[], { wrong, right }: Change): boolean {
  const rooted = words.map(rootOf);
  const [learners, rights] = [wordsOf(wrong).map(rootOf), wordsOf(right).map(rootOf)];
  const has = (own: readonly string[], other: readonly string[]): boolean =>
    own.some((word) => isContent(word) && !other.includes(word) && rooted.includes(word));
  return /^(?:we|you)$/.test(words[0] ?? '') && words.length > 5 && has(learners, rights) && has(rights, learners);
}

/** How much a teacher's sentence tells about a correction; 0 where it is no rule, or the rule of something else. */
function worthOf(text: string, reading: Change, follows: boolean): number {
  const { changed, beside } = wordsOfMistake(reading);
  const words = wordsOf(text).flatMap(opened);
  // "is" and "has" stand in every sentence: only "be" and "have" are said of the verbs themselves
  const isHelping = (word: string): boolean => /^(?:be|have|do)$/.test(rootOf(word));
  const speaksOf = (set: ReadonlySet<string>): number =>
    words.filter((word) => set.has(word) || (!isHelping(word) && set.has(rootOf(word)))).length;
  const [ofChange, near] = [speaksOf(changed), speaksOf(beside)];
  const form = namesItsForm(text, reading);
  const worth = 2 * ofChange + near + (form === true ? 2 : 0) + (follows ? 1 : 0);
  if (isWordedAsRule(text)) {
    // a form that this change does not show is another correction's
    if (form === false && ofChange === 0) return 0;
    // "Agree is a verb" is said of "agree" alone
    const isOfOneWord = / is (?:already )?an? (?:verb|noun|adjective|adverb|preposition)\b/i.test(text);
    return ofChange + near > 0 || form === true || (follows && form !== false && !isOfOneWord) ? worth : 0;
  }
  const opensWithIt = changed.has(rootOf(words[0] ?? '')) || beside.has(rootOf(words[0] ?? ''));
  const roots = (version: string): string => wordsOf(version).map(rootOf).sort().join(' ');
  const isOnlyBent = roots(reading.wrong) === roots(reading.right) && reading.wrong.split(' ').length < 2;
  const isGeneral = /^(?:you|we|to)$/.test(words[0] ?? '') && words.length <= longestGeneral;
  if (!isOnlyBent && showsShape(text) && ((opensWithIt && words.length <= longestShape) || (isGeneral && ofChange > 0)))
    return ofChange + near > 0 ? worth : 0;
  if (setsApart(words, reading)) return worth;
  return opensWithIt && saysOccasion(text) && ofChange > 0 ? worth : 0;
}

/** "I lived, because it's finished": the right words with the reason for them, as far as it speaks of the language or the time. */
function reasonFor(text: string, { wrong, right, wrong_sentence }: CorrectionReading): string | null {
  const found = reasonIn(text);
  if (found === null) return null;
  const [wrongWords, rightWords] = [wordsOf(wrong), wordsOf(right)];
  const said = wordsOf(found.words);
  const known = new Set([...rightWords, ...wordsOf(wrong_sentence)]);
  const isOfRight =
    said.every((word) => known.has(word)) &&
    said.some((word) => rightWords.includes(word)) &&
    (said.some((word) => !wrongWords.includes(word)) || said.length < wrongWords.length);
  const isOfForm = namesItsForm(found.words, { wrong, right }) === true;
  return isOfRight || isOfForm ? `${found.words}, because ${found.reason}.` : null;
}

/** Whether a rule speaks of one of several changes. */
export function isRuleOf(rule: string, change: Change): boolean {
  const reasoned = reasonIn(rule);
  if (reasoned === null) return worthOf(rule, change, false) > 0;
  const { changed } = wordsOfMistake(change);
  return wordsOf(reasoned.words).some((word) => changed.has(word)) || namesItsForm(reasoned.words, change) === true;
}

/**
 * The rule that the teacher said within a correction, in the teacher's own words; null where none was said. It has to speak
 * of what changed, to name the form that changed, or to follow the right form of a single mistake at once.
 */
export function teachersRule(
  reading: CorrectionReading,
  all: readonly CorrectionReading[],
  spoken: readonly Sentence[],
  people: ReadonlySet<string>,
): string | null {
  const { wrong_id, right_id } = reading;
  const isFar = right_id - wrong_id > returnedToWithin;
  const from = isFar ? right_id - saidBefore : wrong_id + 1;
  const turn = spoken[right_id]?.turn;
  const isSingle = all.every((one) => one === reading || (one.right_id !== right_id && one.wrong_id !== wrong_id));
  const rules = spoken.slice(Math.min(from, right_id), right_id + 1 + followsWithin).flatMap((sentence) => {
    if (isFar && sentence.id < right_id && sentence.turn !== turn) return [];
    if (sentence.role !== 'teacher' || (sentence.aside !== null && sentence.aside !== 'classroom')) return [];
    // the words as said: of "No to after can" a sentence keeps no "no"
    const text = tidied(sentence.raw);
    const words = wordsOf(text);
    if (words.length < length.least || words.length > length.most || words.some((word) => people.has(word))) return [];
    if (!standsWith(sentence.id, reading, all)) return [];
    // a time or an amount is the reason for a form, never for another word
    const isOfMeaning = reading.category === 'wordChoice' || reading.category === 'collocation';
    const reason = isOfMeaning ? null : reasonFor(text, reading);
    if (reason !== null) return [{ text: reason, worth: 3 }];
    if (isPersonal(text) || (!hasGrammarWord(text) && onlyRepeats(words, reading))) return [];
    const follows = isSingle && sentence.id === right_id + 1 && formal.has(reading.category) && hasGrammarWord(text);
    const worth = worthOf(text, reading, follows);
    return worth > 0 ? [{ text, worth }] : [];
  });
  return rules.toSorted((a, b) => b.worth - a.worth)[0]?.text ?? null;
}
