import { addItem, changeItem, isSame, itemAt, listsOf, openDraft, setDropped, undo, withIds } from './draft.ts';

const card = (word: string) => ({
  word,
  translation: null,
  definition: 'something',
  part_of_speech: 'noun',
  example_sentence: `A ${word}.`,
  difficulty: 'easy' as const,
  source_quote: `A ${word}.`,
});
const spelled = (word: string) => ({
  word,
  sample_sentence: `A ${word}.`,
  hint: 'h',
  difficulty: 'easy' as const,
  source_quote: `A ${word}.`,
});
const noLists = { flashcards: [], spelling: [], fill_in_blank: [], grammar: [], sentence_builder: [] };
const draft = openDraft(3, {
  flashcards: [card('ant'), card('bee')],
  spelling: [spelled('ant')],
  fill_in_blank: [],
  grammar: [],
  sentence_builder: [],
});
const words = (one: typeof draft) => listsOf(one).flashcards?.map(({ word }) => word);

test('what the server named keeps its name, also what was changed while it was on its way', () => {
  const { draft: sent, key } = addItem(setDropped(draft, 'flashcards 0', true), 'flashcards', card('cow'));
  const stored = {
    ...listsOf(sent),
    flashcards: [
      { ...card('bee'), id: 'b' },
      { ...card('cow'), id: 'c' },
    ],
  };
  const now = withIds(changeItem(sent, key, card('cows')), sent, { ...noLists, ...stored });
  expect(listsOf(now).flashcards?.map(({ id, word }) => [id, word])).toEqual([
    ['b', 'bee'],
    ['c', 'cows'],
  ]);
});

test('what is dropped is not sent, and comes back by an undo', () => {
  const dropped = setDropped(draft, 'flashcards 0', true);
  expect(words(dropped)).toEqual(['bee']);
  expect(isSame(dropped, draft)).toBe(false);
  expect(undo(dropped)).toEqual(draft);
  expect(undo(draft)).toBe(draft);
});

test('a change keeps its place and its key; a problem finds its item past the dropped ones', () => {
  const changed = changeItem(setDropped(draft, 'flashcards 0', true), 'flashcards 1', card('bees'));
  expect(words(changed)).toEqual(['bees']);
  expect(itemAt(changed, 'flashcards.0.word')).toMatchObject({ key: 'flashcards 1', changed: true });
  expect(itemAt(changed, 'nonsense.0')).toBeUndefined();
});

test('an item is added at the end of its list, and the newest revision outlives an undo', () => {
  const added = addItem(draft, 'flashcards', card('cat'));
  expect(words(added.draft)).toEqual(['ant', 'bee', 'cat']);
  expect(added.draft.items.map(({ kind }) => kind)).toEqual(['flashcards', 'flashcards', 'flashcards', 'spelling']);
  expect(undo({ ...added.draft, revision: 9 })).toMatchObject({ revision: 9, items: draft.items });
});
