import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Place } from '../../review/quote-placer.ts';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './review.module.css';
import { useWhole } from './use-whole.ts';

type Cues = NonNullable<Schema<'Lesson'>['cues']>;
type Cue = Cues[number];

/** More than the first picture shows of a transcript. */
const firstLines = 40;

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
  const drawn = useWhole() ? (cues?.length ?? 0) : firstLines;
  const list = useRef<HTMLOListElement>(null);
  const first = lit[0]?.line ?? null;
  useEffect(() => {
    const box = list.current;
    // A line that is still to be drawn is shown once it is.
    if (first === null || first >= drawn || !box) return;
    showLine(box, first);
    // Lines that were never in view are as high as they turn out to be.
    const again = requestAnimationFrame(() => showLine(box, first));
    return () => cancelAnimationFrame(again);
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
  const places = new Map(lit.map((place) => [place.line, place]));
  return (
    <section aria-label={t('desk.transcript')}>
      <h2>{t('desk.transcript')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol ref={list} className={styles.cues} tabIndex={0} onKeyDown={press}>
        {cues.slice(0, drawn).map((cue, line) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a transcript stay in their places
            key={line}
            line={line}
            cue={cue}
            lit={places.get(line)}
            isQuoted={quoted.has(line)}
            choose={click}
          />
        ))}
      </ol>
    </section>
  );
}

/** Drawn again only where the lit words, what was made of the lesson, or the way to it are others. */
export const Transcript = memo(
  Cues,
  (a, b) => a.cues === b.cues && a.lit === b.lit && a.quoted === b.quoted && a.choose === b.choose,
);

interface LineProps {
  line: number;
  cue: Cue;
  lit: Place | undefined;
  isQuoted: boolean;
  choose(line: number): void;
}

const Line = memo(({ line, cue, lit, isQuoted, choose }: LineProps): ReactNode => {
  const seconds = cue.start_ms === null ? null : Math.floor(cue.start_ms / 1000);
  const clock = seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the list do the same
    <li
      data-lit={lit !== undefined || undefined}
      data-quoted={isQuoted || undefined}
      onClick={isQuoted ? () => choose(line) : undefined}
    >
      {(clock !== '' || cue.speaker) && (
        <small>
          {clock} {cue.speaker && <Foreign>{cue.speaker}</Foreign>}
        </small>
      )}
      <p>
        <English>
          {lit === undefined ? (
            cue.text
          ) : (
            <>
              {cue.text.slice(0, lit.start)}
              <mark>{cue.text.slice(lit.start, lit.end)}</mark>
              {cue.text.slice(lit.end)}
            </>
          )}
        </English>
      </p>
    </li>
  );
});

/** Brings a line into view, a third from above; one that is in view stays where it is. */
function showLine(list: HTMLElement, line: number): void {
  const found = list.children[line];
  if (!(found instanceof HTMLElement)) return;
  const [box, whole] = [found.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top >= whole.top && box.bottom <= whole.bottom) return;
  list.scrollTop += box.top - whole.top - whole.height / 3;
}
