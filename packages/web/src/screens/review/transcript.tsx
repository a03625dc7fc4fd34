import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './review.module.css';

type Cues = NonNullable<Schema<'Lesson'>['cues']>;
type Cue = Cues[number];

/** What was said; the lines of the item under the cursor are lit up. What is marked in it can become an item. */
export function Transcript(props: {
  cues: Cues | null;
  lit: ReadonlySet<number>;
  mark(words: string): void;
}): ReactNode {
  const { t } = useSpeech();
  const { cues, lit, mark } = props;
  const list = useRef<HTMLOListElement>(null);
  const first = Math.min(...lit);
  useEffect(() => {
    if (!Number.isFinite(first)) return;
    const line = list.current?.children[first];
    if (line instanceof HTMLElement && list.current) {
      list.current.scrollTop = line.offsetTop - list.current.offsetTop - list.current.clientHeight / 3;
    }
  }, [first]);
  useEffect(() => {
    const read = (): void => {
      const selection = getSelection();
      const words = selection?.toString().replaceAll(/\s+/g, ' ').trim() ?? '';
      if (words !== '' && list.current?.contains(selection?.anchorNode ?? null)) mark(words);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [mark]);
  if (cues === null || cues.length === 0) return <p>{t('desk.noTranscript')}</p>;
  return (
    <section aria-label={t('desk.transcript')}>
      <h2>{t('desk.transcript')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol ref={list} className={styles.cues} tabIndex={0}>
        {cues.map((cue, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a transcript stay in their places
          <Line key={place} cue={cue} isLit={lit.has(place)} />
        ))}
      </ol>
    </section>
  );
}

const Line = memo(({ cue, isLit }: { cue: Cue; isLit: boolean }): ReactNode => {
  const seconds = cue.start_ms === null ? null : Math.floor(cue.start_ms / 1000);
  const clock = seconds === null ? '' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <li data-lit={isLit || undefined}>
      <small>
        {clock} {cue.speaker && <Foreign>{cue.speaker}</Foreign>}
      </small>
      <p>
        {isLit ? (
          <mark>
            <English>{cue.text}</English>
          </mark>
        ) : (
          <English>{cue.text}</English>
        )}
      </p>
    </li>
  );
});
