import {
  type CorrectionCategory,
  fillBlank,
  foldAlike,
  foldedWords,
  type GrammarQuestion,
} from '@tulkka/shared/exercises';
import { nothing } from '@tulkka/shared/grading';
import { type Random, shuffled } from '@tulkka/shared/random';
import { type Token, tokenise } from '../language/tokens.ts';
import { articles, auxiliaries, isContent, prepositions, subjectPronouns } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { couldBeRight, timeCue } from './could-be-right.ts';
import { difficultyFrom, hardnessOf } from './difficulty.ts';
import { explainCorrection } from './explain-correction.ts';
import type { GrammarBlank } from './grammar-blank.ts';
import { grammarDistractors } from './grammar-distractors.ts';
import type { Composed, CorrectionMaterial, Material } from './material.ts';
import { type Difference, differences, locate, openContractions, openTokens } from './minimal-difference.ts';
import { isRightToo } from './right-too.ts';
import { cardFor } from './rule-cards.ts';

const longestPiece = 4;
const mostOptions = 4;

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

/** The corrected sentence with the piece that matters cut out; null with the reason where that cannot be done. */
export function cutBlank(correction: CorrectionMaterial, lexicon: Lexicon): GrammarBlank | string {
  const { sentence } = correction;
  if (sentence === null) return 'The lesson has no whole sentence with the right words.';
  const wrong = openTokens(correction.wrong);
  // "He's always late" and "He is late always" differ in their order alone once both are written out
  const opensIs = /\bis\b/i.test(correction.wrong) && !/\bis\b/i.test(correction.right);
  const text = openContractions(sentence.text, opensIs);
  const tokens = tokenise(text);
  const right = tokenise(openContractions(correction.right, opensIs));
  const at = locate(tokens, right);
  if (at === null) return 'The right words do not stand in the sentence as they are.';
  const chosen = differences(wrong, right)
    .filter(({ right: piece, wrong: error }) => piece.length <= longestPiece && error.length <= longestPiece)
    .sort((a, b) => suits(b, correction.category) - suits(a, correction.category))[0];
  if (chosen === undefined) return 'Too much of the sentence changed for one blank.';
  const found = widened(chosen, tokens, at, lexicon);
  const from = at + found.from;
  const to = at + found.to;
  const isEmpty = from === to || found.wrong.length === 0;
  const [left, right_] = isEmpty ? neighbour(tokens, from, to, correction.category, lexicon) : [from, to];
  if (left === right_) return 'There is no word beside the blank that could carry it.';
  const start = tokens[left]?.start ?? 0;
  const end = tokens[right_ - 1]?.end ?? start;
  const words = (a: number, b: number): string[] => tokens.slice(a, b).map((token) => token.text);
  if (/[,;:.!?]/.test(text.slice(start, end))) return 'The piece runs over a comma.';
  return {
    category: correction.category,
    sentence: `${text.slice(0, start)}___${text.slice(end)}`,
    right: from === to ? nothing : words(from, to).join(' '),
    wrong: found.wrong.length === 0 ? nothing : found.wrong.join(' '),
    before: words(0, from),
    after: words(to, tokens.length),
    frame: [words(left, from), words(to, right_)],
    order: found.order,
  };
}

/** Words that change by themselves; anything else that comes or goes belongs to its verb. */
function isSmall(words: readonly string[]): boolean {
  return words.every((word) => articles.has(word.toLowerCase()) || prepositions.has(word.toLowerCase()));
}

/**
 * Takes the next word in where a helping verb came or went ("am eat" → "eat"), and a verb in where two words changed
 * places ("What I should say" → "What should I say"): only together do they show the rule.
 */
function widened(found: Difference, tokens: readonly Token[], at: number, lexicon: Lexicon): Difference {
  const next = tokens[at + found.to];
  const isVerb = (word: string | undefined): boolean =>
    word !== undefined && lexicon.partsOfSpeech(lexicon.lemma(word.toLowerCase(), 'verb')).includes('verb');
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

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * An option as the learner sees it: the piece with the neighbours that the blank took in. At the head of the sentence
 * all options wear a capital; elsewhere only what wears one in the sentence.
 */
function framed(piece: string, { frame, before, right }: GrammarBlank): string {
  const isHead = before.length === frame[0].length;
  const bare =
    /^\p{Lu}/u.test(right) && !isHead ? piece : piece.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  const behind =
    isHead && frame[0].length === 0 && piece !== nothing
      ? frame[1].map((word) => (subjectPronouns.has(word.toLowerCase()) && word !== 'I' ? word.toLowerCase() : word))
      : frame[1];
  const whole = [...frame[0], ...(piece === nothing ? [] : [bare]), ...behind].join(' ');
  return isHead ? capitalised(whole) : whole;
}

function compose(
  correction: CorrectionMaterial,
  known: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
): GrammarQuestion | string {
  const blank = cutBlank(correction, lexicon);
  if (typeof blank === 'string') return blank;
  const answer = framed(blank.right, blank);
  const whole = fillBlank(blank.sentence, answer);
  if (foldedWords(whole).length < 4) return 'The sentence is too short to ask in.';
  if (foldedWords(blank.sentence).filter((word) => !/^_+$/.test(word)).length < 2)
    return 'Too little of the sentence would be left beside the blank.';
  // "at the university" is good English too: without the teacher's word for it nobody can say that it was wrong
  if (blank.right === nothing && /^the$/i.test(blank.wrong) && !correction.explicit)
    return 'Without the talk around it the learner’s version could be right too.';
  const card = cardFor(blank);
  const isOpen = card?.never !== true && couldBeRight({ ...blank, sentence: whole }, lexicon);
  const cue = isOpen && correction.explicit ? timeCue(blank, lexicon) : null;
  if (isOpen && cue === null) return 'Without the talk around it the learner’s version could be right too.';
  const seen = new Set([foldAlike(answer)]);
  const [own, ...others] = grammarDistractors(blank, lexicon);
  const choices = [own ?? blank.wrong, ...(card?.options ?? []), ...others]
    .map((choice) => framed(choice, blank))
    .filter((choice) => {
      const alike = foldAlike(choice);
      const filled = fillBlank(blank.sentence, choice);
      if (choice === '' || seen.has(alike) || known.has(foldAlike(filled))) return false;
      if (isRightToo(whole, filled, lexicon)) return false;
      seen.add(alike);
      return true;
    });
  if (choices.length < 2) return 'There are not two more answers that are tempting and surely wrong.';
  const { hint, explanation } = explainCorrection(blank, correction, card, lexicon);
  return {
    question: cue === null ? blank.sentence : `${blank.sentence} (${cue})`,
    options: shuffled([answer, ...choices.slice(0, mostOptions - 1)], random),
    correct_answer: answer,
    category: blank.category,
    hint,
    explanation,
    difficulty: difficultyFrom(
      hardnessOf(whole, lexicon) + (blank.category === 'conditional' || blank.category === 'parallelism' ? 1 : 0),
    ),
    source_quote: correction.sentence?.quote ?? correction.quote,
  };
}

/** One question of each category before a second of any: the learner meets every kind of mistake of the lesson. */
function inTurns(items: readonly GrammarQuestion[]): GrammarQuestion[] {
  const rows = new Map<string, GrammarQuestion[]>();
  for (const item of items) rows.set(item.category, [...(rows.get(item.category) ?? []), item]);
  const result: GrammarQuestion[] = [];
  for (let round = 0; result.length < items.length; round += 1) {
    for (const row of rows.values()) {
      const item = row[round];
      if (item !== undefined) result.push(item);
    }
  }
  return result;
}

/** Sentences that are right, beside the corrected ones: no other option may make one of them. */
const knownSentences = (material: Material): ReadonlySet<string> =>
  new Set(
    [
      ...material.sentences.map((sentence) => sentence.text),
      ...material.corrections.flatMap((one) => (one.sentence === null ? [] : [one.sentence.text])),
    ].map(foldAlike),
  );

/** One question from a correction; else why there is none. */
export function composeQuestion(
  correction: CorrectionMaterial,
  material: Material,
  lexicon: Lexicon,
  random: Random,
): GrammarQuestion | string {
  return compose(correction, knownSentences(material), lexicon, random);
}

/** Grammar questions from what was corrected. */
export function composeGrammar(material: Material, lexicon: Lexicon, random: Random): Composed<GrammarQuestion> {
  const known = knownSentences(material);
  const [named, recast]: [GrammarQuestion[], GrammarQuestion[]] = [[], []];
  const unused: Composed<GrammarQuestion>['unused'] = [];
  for (const correction of material.corrections) {
    const item = compose(correction, known, lexicon, random);
    if (typeof item === 'string')
      unused.push({ kind: 'grammar', what: `${correction.wrong} → ${correction.right}`, reason: item });
    else (correction.explicit ? named : recast).push(item);
  }
  // what the teacher stopped for comes first
  return { items: [...inTurns(named), ...inTurns(recast)], unused };
}
