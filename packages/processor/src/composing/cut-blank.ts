import type { CorrectionCategory } from '@tulkka/shared/exercises';
import { nothing } from '@tulkka/shared/grading';
import { plainWord } from '../language/apostrophes.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import { articles, auxiliaries, determiners, isContent, prepositions } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import type { CorrectionMaterial } from './material.ts';
import { type Difference, differences, locate, openContractions, openTokens } from './minimal-difference.ts';
import { isPlainVerb, mayFollowTo, takesPlainVerb } from './slips/verb-phrase.ts';

const longestPiece = 4;
/** A verb with its helping verb and its subject may take so many words. */
const longestWhole = 5;
/** So many words may stand between a helping verb and its verb. */
const mostBetween = 3;

/** "She so tall → She's so tall": what came in is "is". */
function addsIs({ wrong, right }: CorrectionMaterial): boolean {
  const subject = /\b(he|she|it|that|there|what|where|who)['’]s\b/i.exec(right)?.[1];
  return subject !== undefined && new RegExp(`\\b${subject}\\b(?!['’])`, 'i').test(wrong) && !/\bis\b/i.test(wrong);
}

/** How well a difference shows what the correction is about. */
function suits(difference: Difference, category: CorrectionCategory): number {
  const words = [...difference.right, ...difference.wrong].map((word) => word.toLowerCase());
  const has = (set: ReadonlySet<string>): boolean => words.length > 0 && words.some((word) => set.has(word));
  const brief = 1 / (1 + difference.right.length + difference.wrong.length);
  if (category === 'article') return (has(articles) && words.every((word) => articles.has(word)) ? 2 : 0) + brief;
  if (category === 'preposition') return (has(prepositions) ? 2 : 0) + brief;
  if (difference.order) return 2;
  // the other categories live in words of meaning, not in a particle that changed beside them
  return (words.every((word) => articles.has(word) || prepositions.has(word)) ? 0 : 1) + brief;
}

/**
 * The corrected sentence with the piece that matters cut out; the reason where that cannot be done.
 * @param whole takes the verb into the blank with its helping verb, and whatever stands between them
 */
export function cutBlank(correction: CorrectionMaterial, lexicon: Lexicon, whole = false): GrammarBlank | string {
  const { sentence } = correction;
  if (sentence === null) return 'The lesson has no whole sentence with the right words.';
  const wrong = openTokens(correction.wrong);
  // "He's always late" and "He is late always" differ in their order alone once both are written out
  const opensIs = (/\bis\b/i.test(correction.wrong) && !/\bis\b/i.test(correction.right)) || addsIs(correction);
  const text = openContractions(sentence.text, opensIs);
  const tokens = tokenise(text);
  const right = tokenise(openContractions(correction.right, opensIs));
  const at = locate(tokens, right);
  if (at === null) return 'The right words do not stand in the sentence as they are.';
  const all = differences(wrong, right);
  const chosen = all
    .filter(({ right: piece, wrong: error }) => piece.length <= longestPiece && error.length <= longestPiece)
    .sort((a, b) => suits(b, correction.category) - suits(a, correction.category))[0];
  if (chosen === undefined) return 'Too much of the sentence changed for one blank.';
  const narrow =
    withInfinitive(chosen, tokens[at + chosen.to]?.lower, correction.category, lexicon) ??
    widened(chosen, tokens, at, lexicon);
  // "the the deposit": said twice while thinking
  if (narrow.right.length === 0 && articles.has(tokens[at + narrow.from - 1]?.lower ?? ''))
    return 'The article was only said twice.';
  const found = whole ? withItsVerb(narrow, all, tokens, at, lexicon) : narrow;
  if (found === null) return 'There is no helping verb in the blank whose verb could go with it.';
  const from = at + found.from;
  const to = at + found.to;
  const isEmpty = from === to || found.wrong.length === 0;
  const [left, right_] = isEmpty ? neighbour(tokens, from, to, correction.category, lexicon) : [from, to];
  if (left === right_) return 'There is no word beside the blank that could carry it.';
  const start = tokens[left]?.start ?? 0;
  const end = tokens[right_ - 1]?.end ?? start;
  const words = (a: number, b: number): string[] => tokens.slice(a, b).map((token) => token.text);
  // "the breakfast → breakfast" shows that the capital at the head of the sentence is no name's
  const heard = new Set(`${correction.wrong} ${correction.right}`.split(/[^\p{L}'’-]+/u));
  const uncapitalised = (word: string): string => (heard.has(word.toLowerCase()) ? word.toLowerCase() : word);
  if (/[,;:.!?]/.test(text.slice(start, end))) return 'The piece runs over a comma.';
  return {
    category: correction.category,
    sentence: `${text.slice(0, start)}___${text.slice(end)}`,
    right: from === to ? nothing : words(from, to).join(' '),
    wrong: found.wrong.length === 0 ? nothing : found.wrong.join(' '),
    before: words(0, from),
    after: words(to, tokens.length),
    frame: [words(left, from), words(to, right_).map((word, i) => (to + i === 0 ? uncapitalised(word) : word))],
    order: found.order,
  };
}

/** Words that change by themselves; anything else that comes or goes belongs to its verb. */
function isSmall(words: readonly string[]): boolean {
  return words.every((word) => articles.has(word.toLowerCase()) || prepositions.has(word.toLowerCase()));
}

/**
 * "must to go" and "for buy": the "to" of a verb is asked together with its verb, so that the other options are forms of
 * verbs too. Null where "to" is a preposition or something else changed.
 */
function withInfinitive(
  found: Difference,
  next: string | undefined,
  category: CorrectionCategory,
  lexicon: Lexicon,
): Difference | null {
  const words = [...found.right, ...found.wrong].map((word) => word.toLowerCase());
  const isOfVerb = words.includes('to') && words.every((word) => word === 'to' || word === 'for');
  const mayBeNoun = category === 'preposition' && lexicon.partsOfSpeech(next ?? '')[0] !== 'verb';
  if (mayBeNoun || !isOfVerb || next === undefined || !mayFollowTo(next, lexicon)) return null;
  return { ...found, to: found.to + 1, right: [...found.right, next], wrong: [...found.wrong, next] };
}

/**
 * Takes the next word in where a helping verb came or went ("am eat" → "eat"), and a verb in where two words changed
 * places ("What I should say" → "What should I say"): only together do they show the rule.
 */
function widened(found: Difference, tokens: readonly Token[], at: number, lexicon: Lexicon): Difference {
  const next = tokens[at + found.to];
  const isVerb = (word: string | undefined): boolean =>
    word !== undefined && lexicon.partsOfSpeech(lexicon.lemma(word.toLowerCase(), 'verb')).includes('verb');
  const isPreposition = (word: string): boolean => prepositions.has(word.toLowerCase());
  // "decision until → decision" before "by": one little word in the place of another
  if (found.right.length === 0 && found.wrong.every(isPreposition) && next !== undefined && isPreposition(next.text))
    return { ...found, to: found.to + 1, right: [next.text] };
  const isHalf = (found.right.length === 0 || found.wrong.length === 0) && !isSmall([...found.right, ...found.wrong]);
  const isHelper = isHalf && [...found.right, ...found.wrong].every((word) => auxiliaries.has(word.toLowerCase()));
  if (
    next !== undefined &&
    (isHelper || ((isHalf || (found.order && found.right.length === 2)) && isVerb(next.text)))
  ) {
    return { ...found, to: found.to + 1, right: [...found.right, next.text], wrong: [...found.wrong, next.text] };
  }
  const previous = tokens[at + found.from - 1];
  if (found.order && found.right.length === 2 && previous !== undefined) {
    return {
      ...found,
      from: found.from - 1,
      right: [previous.text, ...found.right],
      wrong: [previous.text, ...found.wrong],
    };
  }
  return found;
}

const isHelping = (word: string): boolean => auxiliaries.has(word) || /n['’]t$/.test(word);

/**
 * The piece together with the verb that its last helping verb belongs to: "did" in "did you start" becomes all three
 * words. The learner's side takes in what the learner said there. Null where no verb follows closely.
 */
function withItsVerb(
  found: Difference,
  all: readonly Difference[],
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): Difference | null {
  if (found.order || !isHelping(found.right.at(-1)?.toLowerCase() ?? '')) return null;
  const behind = tokens.slice(at + found.to, at + found.to + mostBetween + 1);
  const helper = plainWord(found.right.at(-1) ?? '');
  const isVerb = ({ lower }: Token, i: number): boolean => {
    if (determiners.has(behind[i - 1]?.lower ?? '') || (!isContent(lower) && lower !== 'like')) return false;
    return takesPlainVerb(helper)
      ? isPlainVerb(lower, lexicon)
      : lexicon.partsOfSpeech(lexicon.lemma(lower, 'verb')).includes('verb');
  };
  const place = behind.findIndex(isVerb);
  const to = found.to + place + 1;
  if (place < 0 || to - found.from > longestWhole) return null;
  const learners: string[] = [];
  for (let i = found.from; i < to; ) {
    const changed = all.find((one) => one.from === i && (one.to > i || !learners.includes(one.wrong[0] ?? '')));
    if (changed === undefined) learners.push(tokens[at + i]?.text ?? '');
    else learners.push(...changed.wrong);
    i = changed === undefined || changed.to === i ? i + 1 : changed.to;
  }
  const right = tokens.slice(at + found.from, at + to).map(({ text }) => text);
  // "How much costs the delivery?": the learner has said the verb already, in another place
  const verb = lexicon.lemma(right.at(-1)?.toLowerCase() ?? '', 'verb');
  if (learners.slice(0, -1).some((word) => lexicon.lemma(word.toLowerCase(), 'verb') === verb)) learners.pop();
  return { ...found, to, right, wrong: learners };
}

/**
 * A blank that one side would leave empty takes a neighbour in, so that every option is made of words: "I ___ music"
 * with "listen to" and "listen". A preposition leans on the word before it, an article on the word after it.
 */
function neighbour(
  tokens: readonly Token[],
  from: number,
  to: number,
  category: CorrectionCategory,
  lexicon: Lexicon,
): [number, number] {
  const before = tokens[from - 1]?.lower;
  const leans =
    before !== undefined &&
    (category === 'preposition' || category === 'collocation') &&
    isContent(before) &&
    lexicon.partsOfSpeech(lexicon.lemma(before, 'verb')).length > 0;
  if (leans) return [from - 1, to];
  return to < tokens.length ? [from, to + 1] : [Math.max(0, from - 1), to];
}
