import { addItem, changeItem, type Draft, listsOf, openDraft, setDropped } from './draft.ts';
import { differencesOf, joined, mergeDrafts, ownChanges } from './merge.ts';

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
  const sent = addItem(changeItem(base, 'ant', card('ant', 'mine')), 'flashcards', unnamed('eel')).draft;
  const stored = setOf(4, ['ant', 'mine'], ['bee', 'flies'], ['cow', 'big'], ['dog', 'barks'], ['eel', 'long']);
  expect(differencesOf(base, sent, stored)).toEqual([]);
  const { draft, aside } = mergeDrafts(base, sent, stored, new Set());
  expect(aside).toEqual([]);
  expect(meanings(draft)).toEqual(meanings(stored));
});

/** A card that the server has not named yet. */
const unnamed = (word: string) => {
  const { id: _, ...rest } = card(word, 'long');
  return rest;
};

test('two new items are never called the same, also where the set became shorter between them', () => {
  const first = addItem(setDropped(base, 'cow', true), 'flashcards', unnamed('eel'));
  const { draft } = mergeDrafts(
    base,
    first.draft,
    setOf(4, ['ant', 'small'], ['bee', 'flies'], ['dog', 'barks']),
    new Set(),
  );
  const second = addItem(draft, 'flashcards', unnamed('fox'));
  expect(draft.items).toHaveLength(base.items.length);
  expect(second.key).not.toBe(first.key);
  const changed = changeItem(second.draft, second.key, unnamed('fly'));
  expect(listsOf(changed).flashcards?.map(({ word }) => word)).toEqual(['ant', 'bee', 'dog', 'eel', 'fly']);
});

test('new items that make way one after the other are both kept; of one item its later version is', () => {
  const aside = ['eel', 'fox'].map((word) => ownChanges(base, addItem(base, 'flashcards', unnamed(word)).draft));
  const kept = joined(aside[0] ?? [], aside[1] ?? []);
  expect(kept.map(({ item }) => 'word' in item && item.word)).toEqual(['eel', 'fox']);
  const later = ownChanges(base, changeItem(base, 'ant', card('ant', 'later')));
  const both = joined(ownChanges(base, mine), later);
  expect(both.map(({ item }) => item)).toEqual([card('ant', 'later'), card('bee', 'mine'), card('cow', 'big')]);
});

test('the order of fields is no change', () => {
  const turned = { ...base, items: base.items.map((one) => ({ ...one, item: reversed(one.item) })) } as Draft;
  expect(ownChanges(base, turned)).toEqual([]);
  expect(differencesOf(base, base, turned)).toEqual([]);
});

const reversed = (item: object): object => Object.fromEntries(Object.entries(item).reverse());
