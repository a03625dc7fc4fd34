/** What a published item is known by: the id of its set's item, and what it asks. */
export interface Known {
  setItemId: string | null;
  asks: string;
}

/** What is published beside what should be. */
export interface Matched<Old, New> {
  pairs: { old: Old; now: New }[];
  gone: Old[];
  added: New[];
}

/**
 * Pairs what is published with what should be: by the id of the set's item, else by what is asked, for what was published
 * before items had ids, or was dropped and made anew.
 */
export function matchItems<Old, New>(
  olds: readonly (Known & { row: Old })[],
  news: readonly (Known & { row: New })[],
): Matched<Old, New> {
  const pairs: Matched<Old, New>['pairs'] = [];
  const free = new Set(olds);
  const waiting = new Set(news);
  const pair = (isSame: (old: Known, now: Known) => boolean): void => {
    for (const now of waiting) {
      const old = [...free].find((one) => isSame(one, now));
      if (old === undefined) continue;
      free.delete(old);
      waiting.delete(now);
      pairs.push({ old: old.row, now: now.row });
    }
  };
  pair((old, now) => old.setItemId !== null && old.setItemId === now.setItemId);
  pair((old, now) => old.asks === now.asks);
  return { pairs, gone: [...free].map(({ row }) => row), added: [...waiting].map(({ row }) => row) };
}
