import { addItem, changeItem, type Draft, listsOf, openDraft, setDropped } from './draft.ts';
import { differencesOf, mergeDrafts, ownChanges } from './merge.ts';

const card = (id: string, definition: string) => ({
  id,
  word: id,
  translation: null,
  definition,
  part_of_speech: 'noun',
  example_sentence: `A ${id}.`,
  difficulty: 'easy' as const,
  source_quote: `A ${id}.`,
});
const setOf = (revision: number, ...cards: [string, string][]): Draft =>
  openDraft(revision, {
    flashcards: cards.map(([id, definition]) => card(id, definition)),
    spelling: [],
    fill_in_blank: [],
    grammar: [],
    sentence_builder: [],
  });
const meanings = (draft: Draft) => listsOf(draft).flashcards?.map(({ id, definition }) => [id, definition]);

const base = setOf(3, ['ant', 'small'], ['bee', 'flies'], ['cow', 'big'], ['dog', 'barks']);
/** I changed the ant and the bee, and left the cow out. */
const mine = setDropped(
  changeItem(changeItem(base, 'ant', card('ant', 'mine')), 'bee', card('bee', 'mine')),
  'cow',
  true,
);
/** They changed the bee and the dog, and added an eel. */
const theirs = setOf(4, ['ant', 'small'], ['bee', 'theirs'], ['cow', 'big'], ['dog', 'theirs'], ['eel', 'long']);

test('what others did is told item by item, with one’s own version where both changed one', () => {
  expect(differencesOf(base, mine, theirs).map(({ id, what, mine: own }) => [id, what, own?.key ?? null])).toEqual([
    ['bee', 'changed', 'bee'],
    ['dog', 'changed', null],
    ['eel', 'added', null],
  ]);
  const without = setOf(4, ['ant', 'small'], ['cow', 'big'], ['dog', 'barks']);
  expect(differencesOf(base, mine, without)).toMatchObject([{ id: 'bee', what: 'dropped', now: null }]);
  expect(differencesOf(base, mine, setOf(4, ...(meanings(base) as [string, string][])))).toEqual([]);
});

test('both sides’ changes stand; where both changed an item theirs does, and mine is put aside', () => {
  const { draft, aside } = mergeDrafts(base, mine, theirs, new Set());
  expect(draft.revision).toBe(4);
  expect(meanings(draft)).toEqual([
    ['ant', 'mine'],
    ['bee', 'theirs'],
    ['dog', 'theirs'],
    ['eel', 'long'],
  ]);
  expect(aside.map(({ item }) => item)).toEqual([card('bee', 'mine')]);
});

test('my version stands where I say so, also of an item that they left out', () => {
  const kept = mergeDrafts(base, mine, setOf(4, ['ant', 'small'], ['cow', 'big'], ['dog', 'barks']), new Set(['bee']));
  expect(kept.aside).toEqual([]);
  expect(meanings(kept.draft)).toEqual([
    ['ant', 'mine'],
    ['dog', 'barks'],
    ['bee', 'mine'],
  ]);
});

test('an item that I left out and they changed comes back, and that I left it out is put aside', () => {
  const changed = setOf(4, ['ant', 'small'], ['bee', 'flies'], ['cow', 'huge'], ['dog', 'barks']);
  const { draft, aside } = mergeDrafts(base, mine, changed, new Set());
  expect(meanings(draft)).toContainEqual(['cow', 'huge']);
  expect(aside).toMatchObject([{ key: 'cow', dropped: true }]);
  expect(meanings(mergeDrafts(base, mine, changed, new Set(['cow'])).draft)).not.toContainEqual(['cow', 'huge']);
});

test('what was sent and stored, though the answer was lost, is no difference and is not there twice', () => {
  const { id: _, ...anonymous } = card('eel', 'long');
  const sent = addItem(changeItem(base, 'ant', card('ant', 'mine')), 'flashcards', anonymous).draft;
  const stored = setOf(4, ['ant', 'mine'], ['bee', 'flies'], ['cow', 'big'], ['dog', 'barks'], ['eel', 'long']);
  expect(differencesOf(base, sent, stored)).toEqual([]);
  const { draft, aside } = mergeDrafts(base, sent, stored, new Set());
  expect(aside).toEqual([]);
  expect(meanings(draft)).toEqual(meanings(stored));
});

test('the order of fields is no change', () => {
  const turned = { ...base, items: base.items.map((one) => ({ ...one, item: reversed(one.item) })) } as Draft;
  expect(ownChanges(base, turned)).toEqual([]);
  expect(differencesOf(base, base, turned)).toEqual([]);
});

const reversed = (item: object): object => Object.fromEntries(Object.entries(item).reverse());
