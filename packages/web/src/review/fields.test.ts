import type { DraftItem } from './draft.ts';
import { fieldsOf, readField, writeFields } from './fields.ts';

const item = {
  word: 'bat',
  translation: null,
  definition: 'an animal that flies at night',
  part_of_speech: 'noun',
  example_sentence: 'A bat flew by.',
  difficulty: 'easy' as const,
  source_quote: 'A bat flew by.',
};
const card = (more: { picture?: string }): DraftItem => ({
  key: 'flashcards 0',
  kind: 'flashcards',
  item: { ...item, ...more },
  dropped: false,
  changed: false,
});
const typed = (one: DraftItem) =>
  Object.fromEntries(fieldsOf.flashcards.map((field) => [field.name, readField(one.item, field)]));

test('a card that has no picture gets none by being opened and kept', () => {
  expect(writeFields(card({}), typed(card({})))).toEqual(item);
});

test('a picture is kept, changed and taken away', () => {
  const pictured = card({ picture: '🦇' });
  expect(writeFields(pictured, typed(pictured))).toEqual({ ...item, picture: '🦇' });
  expect(writeFields(pictured, { ...typed(pictured), picture: '🏏' })).toEqual({ ...item, picture: '🏏' });
  expect(writeFields(pictured, { ...typed(pictured), picture: '' })).toEqual({ ...item, picture: null });
  expect(writeFields(card({}), { ...typed(pictured), picture: '🦇' })).toEqual({ ...item, picture: '🦇' });
});
