import { type ReactNode, useMemo, useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { type AnyItem, type DraftItem, kinds } from '../../review/draft.ts';
import { findingsOf } from '../../review/findings.ts';
import { placeQuote } from '../../review/place-quote.ts';
import { useMend } from '../../review/use-mend.ts';
import { useReview } from '../../review/use-review.ts';
import { ClipBar } from './clip-bar.tsx';
import { Compose } from './compose.tsx';
import { Conflict } from './conflict.tsx';
import { Decision } from './decision.tsx';
import { Findings } from './findings.tsx';
import { ItemCard } from './item-card.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Published } from './published.tsx';
import styles from './review.module.css';
import { Transcript } from './transcript.tsx';
import { useClips } from './use-clips.ts';
import { useCompose } from './use-compose.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** Items on one side, what was said on the other, and every key under one hand. */
export function ReviewTable(props: { set: Schema<'ExerciseSet'>; lesson: Schema<'Lesson'> | null }): ReactNode {
  const { t } = useSpeech();
  const { set, lesson } = props;
  const review = useReview(set);
  const { draft } = review;
  const [cursor, setCursor] = useState<string | null>(draft.items[0]?.key ?? null);
  const [editing, setEditing] = useState<string | null>(null);
  const [marked, setMarked] = useState('');
  const isOpen = set.status === 'pending_review';
  const isPublished = set.status === 'published';
  const mending = useMend(set, review);

  const findings = useMemo(() => findingsOf(set.exercises.analysis, draft), [set, draft]);
  const lines = useMemo(() => (lesson?.cues ?? []).map(({ text }) => text), [lesson]);
  const here = draft.items.find(({ key }) => key === cursor);
  const found = findings.find(({ key }) => key === cursor);
  const quote = here?.item.source_quote ?? found?.quote ?? '';
  const clips = useClips(set.id);
  const [clip] = clips.of(quote);
  const lit = useMemo(() => new Set(placeQuote(lines, quote)), [lines, quote]);
  const keys = [...draft.items.map(({ key }) => key), ...findings.map(({ key }) => key)];

  const move = (by: number): void => {
    const place = Math.max(0, Math.min(keys.length - 1, keys.indexOf(cursor ?? '') + by));
    const key = keys[place];
    if (key === undefined) return;
    setCursor(key);
    document.getElementById(key)?.scrollIntoView({ block: 'nearest' });
  };
  const composing = useCompose(set.id, review, (key) => {
    setCursor(key);
    requestAnimationFrame(() => document.getElementById(key)?.scrollIntoView({ block: 'nearest' }));
  });
  const promote = (key: string): void => {
    const finding = findings.find((one) => one.key === key);
    if (finding) composing.make(finding.wish, finding.key);
  };
  const decide = (dropped: boolean): void => {
    if (here === undefined || !isOpen) return;
    review.drop(here.key, dropped);
    move(1);
  };
  const save = async (one: DraftItem, item: AnyItem): Promise<void> => {
    if (isOpen) review.change(one.key, item);
    else if (!(await mending.mend(one, item))) return;
    setEditing(null);
  };
  useReviewKeys((isOpen || isPublished) && editing === null, {
    next: () => move(1),
    previous: () => move(-1),
    keep: () => {
      if (found && isOpen) return promote(found.key);
      decide(false);
    },
    drop: () => decide(true),
    edit: () => here && setEditing(here.key),
    undo: () => isOpen && review.undo(),
    play: () => clip && clips.play(clip),
    startEarlier: () => clip && clips.shift(clip, 'start_ms', -1),
    startLater: () => clip && clips.shift(clip, 'start_ms', 1),
    endEarlier: () => clip && clips.shift(clip, 'end_ms', -1),
    endLater: () => clip && clips.shift(clip, 'end_ms', 1),
    removeClip: () => clip && clips.remove(clip),
  });

  return (
    <div className={styles.table}>
      <div className={styles.items}>
        {review.state === 'conflict' && <Conflict setId={set.id} review={review} />}
        {kinds.map((kind) => {
          const ofKind = draft.items.filter((one) => one.kind === kind);
          if (ofKind.length === 0) return null;
          return (
            <section key={kind} aria-label={t(`desk.${kind}`)}>
              <h2>
                {t(`desk.${kind}`)} <small>{ofKind.filter(({ dropped }) => !dropped).length}</small>
              </h2>
              <ul className={styles.list}>
                {ofKind.map((one) => (
                  <ItemCard
                    key={one.key}
                    one={one}
                    isHere={one.key === cursor}
                    isOpen={isOpen}
                    isPublished={isPublished}
                    isEdited={editing === one.key}
                    problem={(isOpen ? review : mending).problems.get(one.key)}
                    choose={() => setCursor(one.key)}
                    edit={(open) => setEditing(open ? one.key : null)}
                    drop={(dropped) => review.drop(one.key, dropped)}
                    save={(item) => void save(one, item)}
                  />
                ))}
              </ul>
            </section>
          );
        })}
        <Findings
          findings={findings}
          cursor={cursor}
          isOpen={isOpen}
          refused={composing.refused}
          promote={promote}
          choose={setCursor}
        />
      </div>
      <aside className={styles.aside}>
        <Decision set={set} review={review} isOpen={isOpen} />
        <ClipBar clips={clips} quote={quote} />
        <Transcript cues={lesson?.cues ?? null} lit={lit} mark={setMarked} />
        {isOpen && lesson?.cues && <Compose marked={marked} change={setMarked} composing={composing} />}
        {set.status === 'published' && <Published set={set} />}
        <KeysHelp />
      </aside>
    </div>
  );
}
