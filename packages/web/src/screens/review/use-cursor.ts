import { useCallback, useMemo, useState } from 'react';
import type { DraftItem } from '../../review/draft.ts';
import type { Finding } from '../../review/findings.ts';
import { keysByLine, type Place, quotePlacer } from '../../review/quote-placer.ts';

/** Where one is among items and findings, and in what was said. */
export interface Cursor {
  key: string | null;
  here: DraftItem | undefined;
  found: Finding | undefined;
  quote: string;
  /** The words that the item under the cursor was made of. */
  lit: readonly Place[];
  /** The lines of the transcript that something was made of. */
  quoted: ReadonlySet<number>;
  set(key: string): void;
  /** The same, and brings it into view. */
  go(key: string): void;
  move(by: number): void;
  /** To what was made of a line; from one of several to the next. */
  toLine(line: number): void;
}

const nowhere: readonly Place[] = [];

/** @param lines what was said, line by line */
export function useCursor(items: readonly DraftItem[], findings: readonly Finding[], lines: readonly string[]): Cursor {
  const [key, setKey] = useState<string | null>(items[0]?.key ?? null);
  const place = useMemo(() => quotePlacer(lines), [lines]);
  const all = useMemo(
    () => [...items.map((one) => ({ key: one.key, quote: one.item.source_quote })), ...findings],
    [items, findings],
  );
  const byLine = useMemo(() => keysByLine(place, all), [place, all]);
  const quoted = useMemo(() => new Set(byLine.keys()), [byLine]);
  const go = useCallback((to: string): void => {
    setKey(to);
    // What was just made is there after the next drawing.
    requestAnimationFrame(() => document.getElementById(to)?.scrollIntoView({ block: 'nearest' }));
  }, []);
  const toLine = useCallback(
    (line: number): void => {
      const keys = byLine.get(line) ?? [];
      const next = keys[(keys.indexOf(key ?? '') + 1) % keys.length];
      if (next !== undefined) go(next);
    },
    [byLine, key, go],
  );
  const here = items.find((one) => one.key === key);
  const found = findings.find((one) => one.key === key);
  const quote = here?.item.source_quote ?? found?.quote ?? '';
  return {
    key,
    here,
    found,
    quote,
    lit: quote === '' ? nowhere : place(quote),
    quoted,
    set: setKey,
    go,
    move: (by) => {
      const from = all.findIndex((one) => one.key === key);
      const to = all[Math.max(0, Math.min(all.length - 1, from + by))];
      if (to !== undefined) go(to.key);
    },
    toLine,
  };
}
