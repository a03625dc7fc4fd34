import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Place } from '../../review/quote-placer.ts';
import styles from './review.module.css';
import { TranscriptPart } from './transcript-part.tsx';
import { useWhole } from './use-whole.ts';

type Cues = NonNullable<Schema<'Lesson'>['cues']>;

/** So many lines are laid out, and drawn again, together: more than the first picture shows. */
const linesOfPart = 30;

interface TranscriptProps {
  cues: Cues | null;
  /** The words of the item under the cursor. */
  lit: readonly Place[];
  /** The lines that something was made of, or found in. */
  quoted: ReadonlySet<number>;
  /** Moves the cursor to what was made of a line. */
  choose(line: number): void;
  mark(words: string): void;
}

/**
 * What was said; the words of the item under the cursor are lit up, and a line leads to what was made of it: by a click,
 * or by the arrow keys while the transcript has the focus. What is marked in it can become an item.
 */
function Cues(props: TranscriptProps): ReactNode {
  const { t } = useSpeech();
  const { cues, lit, quoted, choose, mark } = props;
  const parts = useMemo(() => partsOf(cues ?? []), [cues]);
  const drawn = useWhole() ? parts.length : 1;
  const list = useRef<HTMLDivElement>(null);
  const first = lit[0]?.line ?? null;
  useEffect(() => {
    const box = list.current;
    // A line that is still to be drawn is shown once it is.
    if (first === null || first >= drawn * linesOfPart || !box) return;
    // With the next picture, which is laid out anyway; lines that were never in view turn out as high as they are after it.
    let next = requestAnimationFrame(() => {
      showLine(box, first);
      next = requestAnimationFrame(() => showLine(box, first));
    });
    return () => cancelAnimationFrame(next);
  }, [first, drawn]);
  useEffect(() => {
    const read = (): void => {
      const selection = getSelection();
      const words = selection?.toString().replaceAll(/\s+/g, ' ').trim() ?? '';
      if (words !== '' && list.current?.contains(selection?.anchorNode ?? null)) mark(words);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [mark]);
  const latest = useRef(choose);
  latest.current = choose;
  const click = useCallback((line: number): void => {
    // Whoever marks words with the mouse does not want to go anywhere.
    if (getSelection()?.isCollapsed !== false) latest.current(line);
  }, []);
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const lines = [...quoted].sort((a, b) => (a - b) * by);
    const from = (by > 0 ? lit.at(-1)?.line : first) ?? (by > 0 ? -1 : Number.POSITIVE_INFINITY);
    const next = lines.find((line) => (line - from) * by > 0);
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) choose(next);
  };
  if (cues === null || cues.length === 0) return <p>{t('desk.noTranscript')}</p>;
  return (
    <section aria-label={t('desk.transcript')}>
      <h2>{t('desk.transcript')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from line to line while it has the focus */}
      <div ref={list} className={styles.cues} tabIndex={0} onKeyDown={press}>
        {parts.slice(0, drawn).map((part, place) => (
          <TranscriptPart
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a transcript stay in their places
            key={place}
            first={place * linesOfPart}
            cues={part}
            lit={litIn(lit, place)}
            quoted={quoted}
            choose={click}
          />
        ))}
      </div>
    </section>
  );
}

const partsOf = (cues: Cues): Cues[] =>
  Array.from({ length: Math.ceil(cues.length / linesOfPart) }, (_, place) =>
    cues.slice(place * linesOfPart, (place + 1) * linesOfPart),
  );

const dark: readonly Place[] = [];

/** What is lit up in a part: the same nothing for all parts without. */
function litIn(lit: readonly Place[], part: number): readonly Place[] {
  const found = lit.filter(({ line }) => Math.floor(line / linesOfPart) === part);
  return found.length === 0 ? dark : found;
}

/** Drawn again only where the lit words, what was made of the lesson, or the way to it are others. */
export const Transcript = memo(
  Cues,
  (a, b) => a.cues === b.cues && a.lit === b.lit && a.quoted === b.quoted && a.choose === b.choose,
);

/** Brings a line into view, a third from above; one that is in view stays where it is. */
function showLine(list: HTMLElement, line: number): void {
  const found = list.children[Math.floor(line / linesOfPart)]?.children[line % linesOfPart];
  if (!(found instanceof HTMLElement)) return;
  const [box, whole] = [found.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top >= whole.top && box.bottom <= whole.bottom) return;
  list.scrollTop += box.top - whole.top - whole.height / 3;
}
