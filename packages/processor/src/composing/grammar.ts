import {
  type CorrectionCategory,
  foldAlike,
  foldedWords,
  type GrammarQuestion,
  nothing,
} from '@tulkka/shared/exercises';
import { tokenise } from '../language/tokens.ts';
import { articles, prepositions } from '../language/words.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { difficultyFrom, hardnessOf } from './difficulty.ts';
import { explainCorrection } from './explain-correction.ts';
import { couldBeRight, type GrammarBlank, grammarDistractors } from './grammar-distractors.ts';
import type { Composed, CorrectionMaterial, Material } from './material.ts';
import { type Difference, differences, locate, openContractions, openTokens } from './minimal-difference.ts';
import { type Random, shuffled } from './random.ts';

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
export function cutBlank(correction: CorrectionMaterial): GrammarBlank | string {
  const { sentence } = correction;
  if (sentence === null) return 'The lesson has no whole sentence with the right words.';
  const wrong = openTokens(correction.wrong);
  const right = openTokens(correction.right);
  const text = openContractions(sentence.text);
  const tokens = tokenise(text);
  const at = locate(tokens, right);
  if (at === null) return 'The right words do not stand in the sentence as they are.';
  const found = differences(wrong, right)
    .filter(({ right: piece, wrong: error }) => piece.length <= longestPiece && error.length <= longestPiece)
    .sort((a, b) => suits(b, correction.category) - suits(a, correction.category))[0];
  if (found === undefined) return 'Too much of the sentence changed for one blank.';
  const from = at + found.from;
  const to = at + found.to;
  const start = tokens[from]?.start ?? text.length;
  const end = to > from ? (tokens[to - 1]?.end ?? start) : start;
  const piece = to > from ? text.slice(start, end).replace(/\s+/g, ' ') : nothing;
  // with nothing in a blank at the head of the sentence, the capital after it would tell
  if (piece === nothing && (from === 0 || from >= tokens.length))
    return 'Nothing belongs at the edge of the sentence, which the capital would give away.';
  if (/[,;:.!?]/.test(piece)) return 'The piece runs over a comma.';
  return {
    category: correction.category,
    sentence:
      piece === nothing
        ? `${text.slice(0, start)}___ ${text.slice(start)}`
        : `${text.slice(0, start)}___${text.slice(end)}`,
    right: piece,
    wrong: found.wrong.length === 0 ? nothing : found.wrong.join(' '),
    before: tokens.slice(0, from).map((token) => token.text),
    after: tokens.slice(to).map((token) => token.text),
    order: found.order,
  };
}

function capitalised(option: string, model: string): string {
  return option !== nothing && /^\p{Lu}/u.test(model) ? option.charAt(0).toUpperCase() + option.slice(1) : option;
}

/** At the head of the sentence all options wear a capital; elsewhere none does but "I". */
function dressed(option: string, blank: GrammarBlank): string {
  if (blank.before.length === 0) return capitalised(option, 'A');
  return option.replace(/^\p{Lu}(?!['’\p{Lu}]|$)/u, (letter) =>
    /^\p{Lu}/u.test(blank.right) ? letter : letter.toLowerCase(),
  );
}

function compose(
  correction: CorrectionMaterial,
  known: ReadonlySet<string>,
  lexicon: Lexicon,
  random: Random,
): GrammarQuestion | string {
  const blank = cutBlank(correction);
  if (typeof blank === 'string') return blank;
  if (foldedWords(blank.sentence.replace('___', blank.right)).length < 4) return 'The sentence is too short to ask in.';
  if (couldBeRight(blank, lexicon)) return 'Without the talk around it the learner’s version could be right too.';
  const answer = dressed(blank.right, blank);
  const choices = grammarDistractors(blank, lexicon)
    .map((choice) => dressed(choice, blank))
    .filter(
      (choice, i, all) =>
        all.findIndex(
          (other) => foldAlike(other) === foldAlike(choice) && (other === nothing) === (choice === nothing),
        ) === i,
    )
    .filter((choice) => choice === nothing || answer === nothing || foldAlike(choice) !== foldAlike(answer))
    .filter((choice) => !known.has(foldAlike(blank.sentence.replace('___', choice === nothing ? '' : choice))));
  if (choices.length < 2) return 'There are not two more answers that are tempting and surely wrong.';
  const { hint, explanation } = explainCorrection(blank, correction, lexicon);
  const whole = blank.sentence.replace('___', blank.right);
  return {
    question: blank.sentence,
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

/** Grammar questions from what was corrected. */
export function composeGrammar(material: Material, lexicon: Lexicon, random: Random): Composed<GrammarQuestion> {
  const known = new Set(
    [
      ...material.sentences.map((sentence) => sentence.text),
      ...material.corrections.flatMap((one) => (one.sentence === null ? [] : [one.sentence.text])),
    ].map(foldAlike),
  );
  const items: GrammarQuestion[] = [];
  const unused: Composed<GrammarQuestion>['unused'] = [];
  // what the teacher stopped for comes first
  for (const correction of [...material.corrections].sort((a, b) => Number(b.explicit) - Number(a.explicit))) {
    const item = compose(correction, known, lexicon, random);
    if (typeof item === 'string')
      unused.push({ kind: 'grammar', what: `${correction.wrong} → ${correction.right}`, reason: item });
    else items.push(item);
  }
  return { items: inTurns(items), unused };
}
