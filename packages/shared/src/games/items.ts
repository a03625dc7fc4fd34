import { z } from 'zod';
import { Picture } from '../exercises/index.ts';

const text = z.string().min(1);
const option = text;

/** The text around the blanks: with n blanks there are n + 1 parts, n lists of options and n answers. */
export const ClozeContent = z.strictObject({
  text_parts: z.array(z.string()).min(2),
  options: z.array(z.array(option).min(2)).min(1),
  correct_answers: z.array(option).min(1),
  hint: z.string(),
  explanation: z.string(),
});
export type ClozeContent = z.infer<typeof ClozeContent>;

/** `question` holds one `___`; an answer of `—` means that nothing belongs there. */
export const GrammarContent = z.strictObject({
  question: text,
  options: z.array(option).min(2),
  correct_answer: option,
  hint: z.string(),
  explanation: z.string(),
});
export type GrammarContent = z.infer<typeof GrammarContent>;

/** `distractors` are offered beside the tokens and belong in no accepted sequence. */
export const SentenceContent = z.strictObject({
  english_sentence: text,
  translation: z.string().nullable(),
  sentence_tokens: z.array(text).min(2),
  accepted_sequences: z.array(z.array(text)).min(1),
  distractors: z.array(z.string()),
  hint: z.string(),
});
export type SentenceContent = z.infer<typeof SentenceContent>;

/** A learner's own word as the word games see it. */
export const WordContent = z.strictObject({
  word: text,
  translation: z.string().nullable(),
  notes: z.string().nullable(),
  example_sentence: z.string().nullable(),
  picture: Picture.optional(),
});
export type WordContent = z.infer<typeof WordContent>;
