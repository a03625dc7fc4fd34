import { z } from 'zod';
import { Id, label, text } from '../../http/fields.ts';

export const ListParams = z.strictObject({ list_id: Id });

/** What a caller may set of a list. */
export const listFields = {
  name: label(120),
  description: text(0, 2000).nullable(),
  class_id: Id.nullable(),
};

export const exampleList = {
  id: '019ab2c4-7f3e-7a51-9c1d-3f5b8a2e6d10',
  user_id: 'student-1',
  class_id: null,
  name: 'Words for travelling',
  description: null,
  word_count: 0,
  is_favorite: false,
  created_at: '2026-11-23T09:30:00.000Z',
  updated_at: '2026-11-23T09:30:00.000Z',
};

export const exampleWord = {
  id: '019ab2c4-9b1c-7d20-8f0e-5c7a1e9d4b32',
  word_list_id: exampleList.id,
  word: 'boarding pass',
  translation: 'tarjeta de embarque',
  notes: null,
  example_sentence: null,
  difficulty: 'medium',
  pronunciation_audio_url: null,
  practice_count: 0,
  correct_count: 0,
  accuracy: 0,
  is_favorite: false,
  last_practiced: null,
  created_at: '2026-11-23T09:31:00.000Z',
  updated_at: '2026-11-23T09:31:00.000Z',
};
