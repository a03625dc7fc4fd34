import { v7 as uuidv7 } from 'uuid';
import { toIso, toIsoOrNull, toNumber } from '../database/index.ts';
import { Difficulty } from '../exercises/index.ts';
import { fold, searchColumns } from './fold.ts';

/** A word in a list, and how its learner does with it. */
export interface Word {
  id: string;
  word_list_id: string;
  word: string;
  translation: string | null;
  notes: string | null;
  example_sentence: string | null;
  /** An emoji that shows what a published word means. */
  picture: string | null;
  difficulty: Difficulty;
  pronunciation_audio_url: string | null;
  practice_count: number;
  correct_count: number;
  is_favorite: boolean;
  last_practiced: string | null;
  created_at: string;
  updated_at: string;
}

export type WordFields = Pick<Word, 'word' | 'translation' | 'notes' | 'example_sentence' | 'difficulty'>;
export type WordChanges = Partial<WordFields & Pick<Word, 'is_favorite'>>;

/** The columns of a word, as it is shown. */
export const wordColumns = [
  'id',
  'word_list_id',
  'word',
  'translation',
  'notes',
  'example_sentence',
  'picture',
  'difficulty',
  'pronunciation_audio_url',
  'practice_count',
  'correct_count',
  'is_favorite',
  'last_practiced',
  'created_at',
  'updated_at',
] as const;
/** The same where other tables are joined. */
export const inWords = wordColumns.map((column) => `words.${column}`);

/** A word as it begins. */
export const newRow = (listId: string, fields: WordFields, at: Date) => ({
  id: uuidv7(),
  word_list_id: listId,
  ...fields,
  picture: null,
  pronunciation_audio_url: null,
  practice_count: 0,
  correct_count: 0,
  is_favorite: false,
  last_practiced: null,
  created_at: at,
  updated_at: at,
});

/** The columns by which a word is known and found. */
export const keysOf = (fields: WordFields) => ({ word_key: fold(fields.word), ...searchColumns(fields) });

const textOrNull = (value: unknown): string | null => (value === null ? null : String(value));

/** Reads a word. */
export function toWord(row: Record<string, unknown>): Word {
  return {
    id: String(row.id),
    word_list_id: String(row.word_list_id),
    word: String(row.word),
    translation: textOrNull(row.translation),
    notes: textOrNull(row.notes),
    example_sentence: textOrNull(row.example_sentence),
    picture: textOrNull(row.picture),
    difficulty: Difficulty.parse(row.difficulty),
    pronunciation_audio_url: textOrNull(row.pronunciation_audio_url),
    practice_count: toNumber(row.practice_count),
    correct_count: toNumber(row.correct_count),
    is_favorite: Boolean(row.is_favorite),
    last_practiced: toIsoOrNull(row.last_practiced),
    created_at: toIso(row.created_at),
    updated_at: toIso(row.updated_at),
  };
}
