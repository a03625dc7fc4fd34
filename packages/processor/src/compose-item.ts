import { type Issue, ValidationError } from '@tulkka/shared/errors';
import {
  type Analysis,
  brokenRule,
  type ExerciseLists,
  type FillInBlank,
  type Flashcard,
  fold,
  type GoodSentence,
  type GrammarQuestion,
  holdsWords,
  type SentenceBuilder,
  viewsOf,
} from '@tulkka/shared/exercises';
import { seededRandom } from '@tulkka/shared/random';
import type { Transcript } from '@tulkka/shared/transcripts';
import { kindOf } from './analysis/corrections/kinds/index.ts';
import { readLesson } from './analysis/read-lesson.ts';
import type { LessonReading } from './analysis/types.ts';
import { composeGap } from './composing/cloze.ts';
import { evidenceOf } from './composing/compose-exercises.ts';
import { asSentence, asStatement } from './composing/fit-sentence.ts';
import { composeCard } from './composing/flashcards.ts';
import { gatherMaterial, spokenText } from './composing/gather-material.ts';
import { composeQuestion } from './composing/grammar.ts';
import type { CorrectionMaterial, Material, TermMaterial } from './composing/material.ts';
import { differences, openTokens } from './composing/minimal-difference.ts';
import { buildSentence } from './composing/sentence-builder.ts';
import type { Lexicon } from './lexicon/index.ts';

/** What a teacher wants an item of. */
export interface ItemWish {
  make: 'card' | 'gap' | 'sentence' | 'correction';
  /** The word, the sentence or the learner's words that it is about. */
  text: string;
  /** Where in the lesson it stands; by itself where none is given. */
  quote?: string | undefined;
  /** What is right, for a correction that the lesson's own do not hold. */
  right?: string | undefined;
}

/** One item, and why the rules would not let it pass as it is. */
export type ComposedItem = { problem: string | null } & (
  | { kind: 'flashcards'; item: Flashcard }
  | { kind: 'fill_in_blank'; item: FillInBlank }
  | { kind: 'grammar'; item: GrammarQuestion }
  | { kind: 'sentence_builder'; item: SentenceBuilder }
);

/** What a lesson is known to hold. */
export interface KnownLesson {
  transcript: Transcript;
  analysis: Analysis;
}

const fewestWords = 2;
const mostWords = 25;

const refuse = (path: string, message: string): never => {
  const issue: Issue = { path, message };
  throw new ValidationError([issue]);
};

/**
 * Makes one item of what stands in a lesson, with its wrong answers and its explanation; the same wish gives the same item.
 * @throws ValidationError that says at the wish's field why there can be none
 */
export function composeItem({ transcript, analysis }: KnownLesson, wish: ItemWish, lexicon: Lexicon): ComposedItem {
  if (!holdsWords(spokenText(transcript), wish.quote ?? wish.text))
    refuse(wish.quote === undefined ? 'text' : 'quote', 'does not stand in the transcript');
  const reading = readLesson(transcript, {}, lexicon);
  const material = gatherMaterial(transcript, analysis, reading, lexicon);
  const random = seededRandom(`${wish.make} ${wish.text}`);
  const made = <T>(item: T | string): T => (typeof item === 'string' ? refuse('text', item) : item);
  switch (wish.make) {
    case 'card': {
      const item = made(composeCard(termOf(wish, material, reading, lexicon), lexicon));
      return { kind: 'flashcards', item, problem: problemOf({ flashcards: [item] }, material) };
    }
    case 'gap': {
      const item = made(composeGap(termOf(wish, material, reading, lexicon), material, lexicon, random));
      return { kind: 'fill_in_blank', item, problem: problemOf({ fill_in_blank: [item] }, material) };
    }
    case 'correction': {
      const correction = correctionOf(wish, material, reading, lexicon);
      const item = made(composeQuestion(correction, material, lexicon, random));
      return { kind: 'grammar', item, problem: problemOf({ grammar: [item] }, material) };
    }
    case 'sentence': {
      const item = buildSentence(sentenceOf(wish), material.corrections, lexicon);
      return { kind: 'sentence_builder', item, problem: problemOf({ sentence_builder: [item] }, material) };
    }
  }
}

const none: ExerciseLists = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };

/** Why the rules would drop the only item of some lists. */
function problemOf(one: Partial<ExerciseLists>, material: Material): string | null {
  const lists = { ...none, ...one };
  const evidence = evidenceOf(material);
  const views = [viewsOf(lists, 'flashcards'), viewsOf(lists, 'fill_in_blank'), viewsOf(lists, 'grammar')];
  const [view] = [...views.flat(), ...viewsOf(lists, 'sentence_builder')];
  return (view && brokenRule(view, evidence)?.reason) ?? null;
}

/** The sentences that hold some words, those of the quote first. */
function sentencesWith(words: string, quote: string | undefined, reading: LessonReading): GoodSentence[] {
  return reading.turns
    .flatMap(({ sentences }) => sentences)
    .filter(({ raw }) => holdsWords(raw, words))
    .map(({ text, raw }) => asStatement({ text, quote: raw }))
    .sort((a, b) => Number(near(b, quote)) - Number(near(a, quote)));
}

const near = (sentence: GoodSentence, quote: string | undefined): boolean =>
  quote !== undefined && (holdsWords(sentence.quote, quote) || holdsWords(quote, sentence.quote));

/** A term as the lesson knows it, or as it stands there. */
function termOf(wish: ItemWish, material: Material, reading: LessonReading, lexicon: Lexicon): TermMaterial {
  const known = material.terms.find(({ term }) => fold(term) === fold(wish.text));
  const said = sentencesWith(wish.text, wish.quote, reading);
  const term = wish.text.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const part = lexicon.partsOfSpeech(lexicon.lemma(term.toLowerCase()))[0];
  return {
    ...(known ?? {
      term: /^\p{Lu}\p{Ll}/u.test(term) && said.every(({ text }) => text.startsWith(term)) ? term.toLowerCase() : term,
      part_of_speech: term.includes(' ') ? 'phrase' : (part ?? 'noun'),
      definition: null,
      quote: said[0]?.quote ?? wish.quote ?? wish.text,
      explicit: true,
      weight: 1,
    }),
    examples: [...(known?.examples ?? []), ...said],
    spare: [],
    // who wishes for it decides: nothing is left out for what other teachers would think
    ...(known?.doubted === 'term' && { doubted: undefined }),
  };
}

/** A correction that the lesson holds, or one that the teacher makes now. */
function correctionOf(
  wish: ItemWish,
  material: Material,
  reading: LessonReading,
  lexicon: Lexicon,
): CorrectionMaterial {
  const { text, right } = wish;
  const known = material.corrections.find(
    (one) => fold(one.wrong) === fold(text) && (right === undefined || fold(one.right) === fold(right)),
  );
  if (known?.sentence) return known;
  const correct = right ?? known?.right ?? refuse('right', 'is needed: what should have been said');
  const [said] = sentencesWith(text, wish.quote, reading);
  const whole = said?.text.replace(text, correct) ?? correct;
  const [wrongWords, rightWords] = [openTokens(text), openTokens(correct)];
  const found = differences(wrongWords, rightWords);
  const lower = (tokens: typeof wrongWords) => tokens.map((token) => token.lower);
  const change = {
    removed: found.flatMap(({ wrong }) => wrong.map((word) => word.toLowerCase())),
    added: found.flatMap(({ right: added }) => added.map((word) => word.toLowerCase())),
    before: [],
    after: [],
    wrongClause: lower(wrongWords),
    rightClause: lower(rightWords),
  };
  return {
    wrong: text,
    right: correct,
    category: known?.category ?? kindOf(change, '', lexicon).category,
    explicit: true,
    quote: known?.quote ?? said?.quote ?? wish.quote ?? text,
    rule: known?.rule ?? null,
    sentence: { text: asSentence(whole), quote: said?.quote ?? known?.quote ?? wish.quote ?? text },
  };
}

/** A sentence as it can be put together. */
function sentenceOf({ text, quote }: ItemWish): GoodSentence {
  const count = text.trim().split(/\s+/).length;
  if (count < fewestWords) refuse('text', 'is too short to be put together');
  if (count > mostWords) refuse('text', `has ${count} words; at most ${mostWords} can be put together`);
  return asStatement({ text: asSentence(text), quote: quote ?? text });
}
