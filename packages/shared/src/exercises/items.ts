import { z } from 'zod';
import { CorrectionCategory } from './analysis.ts';
import { Difficulty } from './difficulty.ts';

/** Names an item inside its set, whatever is changed in or around it. */
export const ItemId = z
  .string()
  .regex(/^[\w-]{1,40}$/, { error: 'must be an id that the set gave' })
  .meta({
    description:
      'Of the item inside its set: it stays while the item is edited. An item that is sent without gets one.',
  });

/** One picture sign, as every device shows it. */
export const Picture = z
  .string()
  .max(16)
  .refine(
    (sign) => /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*$/u.test(sign),
    'must be an emoji',
  )
  .meta({ description: 'An emoji that shows what a concrete noun means here; not to be read aloud.' });

const shared = { id: ItemId.optional(), difficulty: Difficulty, source_quote: z.string().min(1) };
const text = z.string().trim().min(1);
const options = z.array(text).min(3).max(4);

export const Flashcard = z
  .strictObject({
    word: text,
    translation: text.nullable(),
    definition: text,
    picture: Picture.nullable().optional(),
    part_of_speech: text,
    example_sentence: text,
    ...shared,
  })
  .meta({ id: 'Flashcard' });
export type Flashcard = z.infer<typeof Flashcard>;

export const SpellingWord = z
  .strictObject({ word: text, sample_sentence: text, hint: text, ...shared })
  .meta({ id: 'SpellingWord' });
export type SpellingWord = z.infer<typeof SpellingWord>;

/** `sentence` holds exactly one `_____` where `correct_answer` belongs. */
export const FillInBlank = z
  .strictObject({
    sentence: text,
    options,
    correct_answer: text,
    hint: text,
    explanation: text,
    topic: text,
    ...shared,
  })
  .meta({ id: 'FillInBlank' });
export type FillInBlank = z.infer<typeof FillInBlank>;

/** `question` holds exactly one `___`; an answer of `—` means that nothing belongs there. */
export const GrammarQuestion = z
  .strictObject({
    question: text,
    options,
    correct_answer: text,
    category: CorrectionCategory,
    hint: text,
    explanation: text,
    ...shared,
  })
  .meta({ id: 'GrammarExercise' });
export type GrammarQuestion = z.infer<typeof GrammarQuestion>;

/** `sentence_tokens` in their order make `english_sentence`; every accepted sequence uses exactly those tokens. */
export const SentenceBuilder = z
  .strictObject({
    english_sentence: text,
    translation: text.nullable(),
    sentence_tokens: z.array(text).min(2),
    accepted_sequences: z.array(z.array(text)).min(1),
    distractors: z.array(text),
    hint: text,
    ...shared,
  })
  .meta({ id: 'SentenceBuilder' });
export type SentenceBuilder = z.infer<typeof SentenceBuilder>;
