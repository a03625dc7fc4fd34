import { type AnyItem, addItem, type Draft, type DraftItem, type Kind, kinds } from './draft.ts';

/** What somebody else did to an item, beside what one did to it oneself. */
export interface Difference {
  id: string;
  kind: Kind;
  what: 'added' | 'changed' | 'dropped';
  before: AnyItem | null;
  now: AnyItem | null;
  /** One's own version, where both changed the item; one that is dropped was left out here. */
  mine: DraftItem | null;
}

/** The newest set with one's own changes in it, and those of one's own that made way. */
export interface Merged {
  draft: Draft;
  aside: DraftItem[];
}

/** What an item is called in every version of its set; its key is one tab's own. */
export const idOf = (one: DraftItem): string => one.item.id ?? one.key;

/** Versions of items and later ones beside them: of two versions of an item the later one is kept. */
export const joined = (before: readonly DraftItem[], later: readonly DraftItem[]): DraftItem[] => [
  ...new Map([...before, ...later].map((one) => [idOf(one), one])).values(),
];

const live = (draft: Draft): Map<string, DraftItem> =>
  new Map(draft.items.flatMap((one) => (one.dropped ? [] : [[idOf(one), one] as const])));

/** One's own new items with the ids that the server gave them, where the answer to what was sent was lost. */
function withTheirIds(mine: Draft, theirs: Draft): Draft {
  const given = new Map(theirs.items.map(({ item }) => [textOf({ ...item, id: undefined }), item]));
  const items = mine.items.map((one) => {
    const stored = one.item.id === undefined ? given.get(textOf(one.item)) : undefined;
    return stored ? ({ ...one, item: stored } as DraftItem) : one;
  });
  return { ...mine, items };
}

const isAlike = (one: DraftItem | undefined, other: DraftItem | undefined): boolean =>
  textOf(one?.item) === textOf(other?.item);

/** An item as a text; whoever wrote it may have had its fields in another order. */
const textOf = (item: AnyItem | undefined): string =>
  JSON.stringify(
    Object.entries(item ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * What one changed oneself since the set was as in `base`: items with their changes, new ones, and left out ones as
 * dropped.
 */
export function ownChanges(base: Draft, mine: Draft): DraftItem[] {
  const before = live(base);
  return mine.items.filter((one) => {
    const old = before.get(idOf(one));
    return one.dropped ? old !== undefined : !isAlike(old, one);
  });
}

/** What others changed since the set was as in `base`, and one did not change alike, in the order of the lists. */
export function differencesOf(base: Draft, mine: Draft, theirs: Draft): Difference[] {
  const [before, now] = [live(base), live(theirs)];
  const own = new Map(ownChanges(base, withTheirIds(mine, theirs)).map((one) => [idOf(one), one]));
  const ids = [...new Set([...now.keys(), ...before.keys()])];
  const found = ids.flatMap((id): Difference[] => {
    const [old, fresh] = [before.get(id), now.get(id)];
    const kind = (fresh ?? old)?.kind;
    if (kind === undefined || isAlike(old, fresh)) return [];
    const what = old === undefined ? 'added' : fresh === undefined ? 'dropped' : 'changed';
    const ownOne = own.get(id) ?? null;
    if (ownOne && (ownOne.dropped ? fresh === undefined : isAlike(ownOne, fresh))) return [];
    return [{ id, kind, what, before: old?.item ?? null, now: fresh?.item ?? null, mine: ownOne }];
  });
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/**
 * Puts one's own changes on top of what others made of the set. Where both changed an item theirs stands, and one's own
 * version is put aside, but for the items named in `keepMine`.
 */
export function mergeDrafts(base: Draft, own: Draft, theirs: Draft, keepMine: ReadonlySet<string>): Merged {
  const mine = withTheirIds(own, theirs);
  const clashes = new Set(
    differencesOf(base, mine, theirs).flatMap(({ id, mine: clashing }) => (clashing ? [id] : [])),
  );
  const keys = new Map(mine.items.map((one) => [idOf(one), one.key]));
  const aside: DraftItem[] = [];
  let draft: Draft = {
    ...theirs,
    // The cursor stays where it is.
    items: theirs.items.map((one) => ({ ...one, key: keys.get(idOf(one)) ?? one.key })),
  };
  for (const one of ownChanges(base, mine)) {
    const id = idOf(one);
    if (clashes.has(id) && !keepMine.has(id)) aside.push(one);
    else draft = withOwn(draft, one);
  }
  return { draft: { ...draft, before: null }, aside };
}

/** A set with one's own version of an item in it, at the end of its list where it is not there any more. */
export function withOwn(draft: Draft, own: DraftItem): Draft {
  const id = idOf(own);
  if (draft.items.some((one) => idOf(one) === id))
    return { ...draft, items: draft.items.map((one) => (idOf(one) === id ? { ...own, key: one.key } : one)) };
  return own.dropped ? draft : addItem(draft, own.kind, own.item, own.key).draft;
}
