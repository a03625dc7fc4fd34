import { nothing } from '../../grading/resolve-option.ts';
import type { FillInBlank, Flashcard, GrammarQuestion, SentenceBuilder, SpellingWord } from '../items.ts';
import type { ExerciseKind, LessonExercises } from '../lesson-exercises.ts';

/** The five lists of a set, without what is said about them. */
export type ExerciseLists = Pick<LessonExercises, ExerciseKind>;

/** What the rules look at in an item, whatever its kind. */
export interface ItemView {
  kind: ExerciseKind;
  /** What people call the item by in a report. */
  name: string;
  /** Every string that the learner is shown as correct language; blanks filled. */
  shown: string[];
  /** The strings among them that must be whole sentences. */
  sentences: string[];
  /** Everything a reader can see of the item, faulty options included. */
  everything: string[];
  hint: string | null;
  /** What the learner has to find. */
  answer: string;
  quote: string;
  /** For questions with a blank. */
  blank: { text: string; count: number; options: string[] } | null;
  /** For cards and spelling: the word and the sentence that shows it. */
  word: { text: string; example: string } | null;
  /** For sentence building. */
  tokens: { all: string[]; sequences: string[][]; distractors: string[] } | null;
}

/** A question with its blank filled. */
export function fillBlank(text: string, answer: string): string {
  const filled = text.replace(/_{3,}/, () => (answer === nothing ? '' : answer));
  return filled
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,!?;:])/g, '$1')
    .trim()
    .replace(/^\p{Ll}/u, (letter) => (answer === nothing && /^_{3,}/.test(text) ? letter.toUpperCase() : letter));
}

/** What an item asks, its answer included: two items of a list that ask the same are one item. */
export const askedOf = ({ blank, answer, sentences, name }: ItemView): string =>
  blank === null ? answer : (sentences[0] ?? name);

function viewCard(card: Flashcard): ItemView {
  return {
    kind: 'flashcards',
    name: card.word,
    shown: [
      card.word,
      card.definition,
      card.example_sentence,
      ...(card.translation === null ? [] : [card.translation]),
    ],
    sentences: [card.example_sentence],
    everything: [card.word, card.definition, card.example_sentence, card.source_quote, card.translation ?? ''],
    hint: null,
    answer: card.word,
    quote: card.source_quote,
    blank: null,
    word: { text: card.word, example: card.example_sentence },
    tokens: null,
  };
}

function viewSpelling(item: SpellingWord): ItemView {
  return {
    kind: 'spelling',
    name: item.word,
    shown: [item.word, item.sample_sentence],
    sentences: [item.sample_sentence],
    everything: [item.word, item.sample_sentence, item.hint, item.source_quote],
    hint: item.hint,
    answer: item.word,
    quote: item.source_quote,
    blank: null,
    word: { text: item.word, example: item.sample_sentence },
    tokens: null,
  };
}

function viewQuestion(kind: 'fill_in_blank' | 'grammar', text: string, item: FillInBlank | GrammarQuestion): ItemView {
  const filled = fillBlank(text, item.correct_answer);
  return {
    kind,
    name: text,
    shown: [filled],
    sentences: [filled],
    everything: [filled, text, ...item.options, item.hint, item.explanation, item.source_quote],
    hint: item.hint,
    answer: item.correct_answer,
    quote: item.source_quote,
    blank: { text, count: (text.match(/_{3,}/g) ?? []).length, options: item.options },
    word: null,
    tokens: null,
  };
}

function viewBuilder(item: SentenceBuilder): ItemView {
  return {
    kind: 'sentence_builder',
    name: item.english_sentence,
    shown: [item.english_sentence],
    sentences: [item.english_sentence],
    everything: [item.english_sentence, item.hint, item.source_quote, item.translation ?? '', ...item.distractors],
    hint: item.hint,
    answer: item.english_sentence,
    quote: item.source_quote,
    blank: null,
    word: null,
    tokens: { all: item.sentence_tokens, sequences: item.accepted_sequences, distractors: item.distractors },
  };
}

/** The items of one list as the rules see them, in the same order. */
export function viewsOf(set: ExerciseLists, kind: ExerciseKind): ItemView[] {
  switch (kind) {
    case 'flashcards':
      return set.flashcards.map(viewCard);
    case 'spelling':
      return set.spelling.map(viewSpelling);
    case 'fill_in_blank':
      return set.fill_in_blank.map((item) => viewQuestion('fill_in_blank', item.sentence, item));
    case 'grammar':
      return set.grammar.map((item) => viewQuestion('grammar', item.question, item));
    case 'sentence_builder':
      return set.sentence_builder.map(viewBuilder);
  }
}
