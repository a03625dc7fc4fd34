import type { Schema } from '../api/client.ts';
import { newId } from '../api/new-id.ts';

/** The five lists of a set, in the order in which a teacher reads them. */
export const kinds = ['flashcards', 'spelling', 'fill_in_blank', 'grammar', 'sentence_builder'] as const;
export type Kind = (typeof kinds)[number];

/** What each list holds. */
export interface ItemOfKind {
  flashcards: Schema<'Flashcard'>;
  spelling: Schema<'SpellingWord'>;
  fill_in_blank: Schema<'FillInBlank'>;
  grammar: Schema<'GrammarExercise'>;
  sentence_builder: Schema<'SentenceBuilder'>;
}
export type AnyItem = ItemOfKind[Kind];

/** An item under review. Its key stays, whatever is changed around it. */
export type DraftItem = {
  [K in Kind]: { key: string; kind: K; item: ItemOfKind[K]; dropped: boolean; changed: boolean };
}[Kind];

/** A set as its teacher wants it, and how it was a step before. */
export interface Draft {
  revision: number;
  items: readonly DraftItem[];
  before: Draft | null;
}

type Exercises = Pick<Schema<'ReviewedExercises'>, Kind>;

/** So many steps can be undone. */
const mostSteps = 100;

/** A set as it comes from the server. */
export function openDraft(revision: number, exercises: Exercises): Draft {
  const items = kinds.flatMap((kind) =>
    exercises[kind].map((item, place) => toDraftItem(kind, item, item.id ?? `${kind} ${place}`)),
  );
  return { revision, items, before: null };
}

function toDraftItem(kind: Kind, item: AnyItem, key: string): DraftItem {
  // Each list holds items of its own kind: the document of the API says so.
  return { key, kind, item, dropped: false, changed: false } as DraftItem;
}

const step = (draft: Draft, items: readonly DraftItem[]): Draft => ({ ...draft, items, before: shorten(draft) });

/** Forgets the oldest step once there are too many. */
function shorten(draft: Draft): Draft {
  let depth = 0;
  for (let at: Draft | null = draft; at !== null; at = at.before) depth += 1;
  return depth < mostSteps ? draft : { ...draft, before: null };
}

/** Takes an item out, or back in. */
export const setDropped = (draft: Draft, key: string, dropped: boolean): Draft =>
  step(
    draft,
    draft.items.map((one) => (one.key === key ? { ...one, dropped } : one)),
  );

/** Changes an item. */
export const changeItem = (draft: Draft, key: string, item: AnyItem): Draft =>
  step(
    draft,
    draft.items.map((one) => (one.key === key ? ({ ...one, item, changed: true, dropped: false } as DraftItem) : one)),
  );

/** Adds an item at the end of its list. @param key what it is called in this draft, if it has a name already */
export function addItem(
  draft: Draft,
  kind: Kind,
  item: AnyItem,
  key = `${kind} new ${newId()}`,
): { draft: Draft; key: string } {
  const added = { ...toDraftItem(kind, item, key), changed: true };
  const last = draft.items.findLastIndex((one) => kinds.indexOf(one.kind) <= kinds.indexOf(kind));
  return { draft: step(draft, draft.items.toSpliced(last + 1, 0, added)), key };
}

/** Takes the last step back; the revision stays the newest that is known. */
export const undo = (draft: Draft): Draft =>
  draft.before === null ? draft : { ...draft.before, revision: draft.revision };

/** The items of one list that stay. */
const kept = (draft: Draft, kind: Kind): DraftItem[] => draft.items.filter((one) => one.kind === kind && !one.dropped);

/** The lists as the API takes them: all of them, so that what was undone is undone there, too. */
export function listsOf(draft: Draft): Pick<Schema<'EditExercisesRequest'>, Kind> {
  const list = <K extends Kind>(kind: K): ItemOfKind[K][] =>
    kept(draft, kind).flatMap((one) => (one.kind === kind ? [one.item as ItemOfKind[K]] : []));
  return {
    flashcards: list('flashcards'),
    spelling: list('spelling'),
    fill_in_blank: list('fill_in_blank'),
    grammar: list('grammar'),
    sentence_builder: list('sentence_builder'),
  };
}

/** A draft with the ids that the server gave to what was sent to it. */
export function withIds(draft: Draft, sent: Draft, stored: Exercises): Draft {
  const given = new Map(
    kinds.flatMap((kind) => kept(sent, kind).map(({ key }, place) => [key, stored[kind][place]?.id] as const)),
  );
  const items = draft.items.map((one) => {
    const id = given.get(one.key);
    return id === undefined || id === one.item.id ? one : ({ ...one, item: { ...one.item, id } } as DraftItem);
  });
  return { ...draft, items };
}

/** Whether two drafts hold the same. */
export const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(listsOf(one)) === JSON.stringify(listsOf(other));

/** The item that a problem of the API names by its place: `grammar.2.options`. */
export function itemAt(draft: Draft, path: string): DraftItem | undefined {
  const [kind, place] = path.split('.');
  const found = kinds.find((one) => one === kind);
  return found === undefined ? undefined : kept(draft, found)[Number(place)];
}
