import { Picture } from '@tulkka/shared/exercises';
import type { Word, WordList } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Difficulty, Moment } from '../http/fields.ts';

/** A word list as the API shows it. */
export const PresentedWordList = z
  .strictObject({
    id: z.string(),
    user_id: z.string(),
    class_id: z.string().nullable(),
    name: z.string(),
    description: z.string().nullable(),
    word_count: z.int().min(0),
    is_favorite: z.boolean(),
    created_at: Moment,
    updated_at: Moment,
  })
  .meta({ id: 'WordList' });

/** A word as the API shows it. */
export const PresentedWord = z
  .strictObject({
    id: z.string(),
    word_list_id: z.string(),
    word: z.string(),
    translation: z.string().nullable(),
    notes: z.string().nullable(),
    example_sentence: z.string().nullable(),
    picture: Picture.optional(),
    difficulty: Difficulty,
    pronunciation_audio_url: z.string().nullable(),
    practice_count: z.int().min(0),
    correct_count: z.int().min(0),
    accuracy: z.int().min(0).max(100).meta({ description: 'Correct answers in percent of all.' }),
    is_favorite: z.boolean(),
    last_practiced: Moment.nullable(),
    created_at: Moment,
    updated_at: Moment,
  })
  .meta({ id: 'Word' });

/** Picks what leaves the system. */
export function presentWordList(list: WordList): z.input<typeof PresentedWordList> {
  return {
    id: list.id,
    user_id: list.user_id,
    class_id: list.class_id,
    name: list.name,
    description: list.description,
    word_count: list.word_count,
    is_favorite: list.is_favorite,
    created_at: list.created_at,
    updated_at: list.updated_at,
  };
}

/** Picks what leaves the system. */
export function presentWord(word: Word): z.input<typeof PresentedWord> {
  const { practice_count, correct_count } = word;
  return {
    id: word.id,
    word_list_id: word.word_list_id,
    word: word.word,
    translation: word.translation,
    notes: word.notes,
    example_sentence: word.example_sentence,
    ...(word.picture !== null && { picture: word.picture }),
    difficulty: word.difficulty,
    pronunciation_audio_url: word.pronunciation_audio_url,
    practice_count,
    correct_count,
    accuracy: practice_count === 0 ? 0 : Math.round((100 * correct_count) / practice_count),
    is_favorite: word.is_favorite,
    last_practiced: word.last_practiced,
    created_at: word.created_at,
    updated_at: word.updated_at,
  };
}
