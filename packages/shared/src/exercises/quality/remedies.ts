import type { ExerciseKind } from '../lesson-exercises.ts';

/** Where a rule is broken, and what to do about it. */
export interface Remedy {
  /** The field of the item. */
  field: string;
  advice: string;
}

type Place = string | ((kind: ExerciseKind) => string);

const question: Place = (kind) => (kind === 'grammar' ? 'question' : 'sentence');

/** The sentence that a kind shows. */
const sentence: Place = (kind) =>
  ({
    flashcards: 'example_sentence',
    spelling: 'sample_sentence',
    fill_in_blank: 'sentence',
    grammar: 'question',
    sentence_builder: 'english_sentence',
  })[kind];

const places: Readonly<Record<string, readonly [Place, string]>> = {
  'one-blank': [question, 'Leave one gap, written ___.'],
  'three-or-four-options': ['options', 'Give three or four of them.'],
  'distinct-options': ['options', 'Replace the one that stands there twice.'],
  'answer-among-options': ['correct_answer', 'Write it as it stands among the options, or add it to them.'],
  'capital-and-end-mark': [sentence, 'Write it as a whole sentence.'],
  'enough-words': [sentence, 'Write a longer one.'],
  'not-too-long': [sentence, 'Shorten it, or make two items of it.'],
  'no-fillers': [sentence, 'Take it out.'],
  'no-stutter': [sentence, 'Take one of the two out.'],
  'tokens-make-the-sentence': ['sentence_tokens', 'Send the words of the sentence, in its order.'],
  'orders-use-the-tokens': ['accepted_sequences', 'Use every token once in each order.'],
  'given-order-accepted': ['accepted_sequences', 'Add the order of the sentence itself.'],
  'distractor-is-no-token': ['distractors', 'Choose a word that the sentence does not have.'],
  'example-holds-the-word': [sentence, 'Write one that holds the word.'],
  'worth-learning': ['word', 'Choose another word, or drop the item.'],
  'can-be-spelled': ['word', 'Choose another word, or drop the item.'],
  'hint-keeps-the-secret': ['hint', 'Say it in other words.'],
  'options-differ-in-meaning': ['options', 'Replace one of them.'],
  'quote-stands-in-the-transcript': ['source_quote', 'Copy it from the transcript, word for word.'],
  'options-are-words': ['options', 'Replace the dash by a word.'],
  'nothing-private': [sentence, 'Choose another sentence.'],
  'nobody-named': [sentence, 'Leave the name out.'],
  'no-mistake-shown-as-right': [sentence, 'Write it as it should have been said.'],
  'one-right-answer': ['options', 'Replace the option that is right, too.'],
  'of-the-lesson': [sentence, 'Choose a sentence of the lesson’s own matter.'],
  'no-duplicates': [sentence, 'Change the other one, or drop this one.'],
};

/** What to do about a broken rule, and in which field of the item. */
export function remedyOf(rule: string, kind: ExerciseKind): Remedy | undefined {
  const found = places[rule];
  if (!found) return undefined;
  const [place, advice] = found;
  return { field: typeof place === 'string' ? place : place(kind), advice };
}
