import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Schema } from '../../api/client.ts';
import type { AnyItem, DraftItem } from '../../review/draft.ts';
import { findingsOf } from '../../review/findings.ts';
import { idOf } from '../../review/merge.ts';
import { useAside } from '../../review/use-aside.ts';
import { useMend } from '../../review/use-mend.ts';
import { useReview } from '../../review/use-review.ts';
import { AsideCard } from './aside-card.tsx';
import { ClipBar } from './clip-bar.tsx';
import { Compose } from './compose.tsx';
import { Conflict } from './conflict.tsx';
import { Decision } from './decision.tsx';
import { Findings } from './findings.tsx';
import { History } from './history.tsx';
import { ItemLists } from './item-lists.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Published } from './published.tsx';
import { Remake } from './remake.tsx';
import styles from './review.module.css';
import { SoundNote } from './sound-note.tsx';
import { Transcript } from './transcript.tsx';
import { useClips } from './use-clips.ts';
import { useCompose } from './use-compose.ts';
import { useCursor } from './use-cursor.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** Items on one side, what was said on the other, and every key under one hand. */
export function ReviewTable(props: { set: Schema<'ExerciseSet'>; lesson: Schema<'Lesson'> | null }): ReactNode {
  const { set, lesson } = props;
  const queries = useQueryClient();
  const aside = useAside(set.id);
  const review = useReview(set, aside.put);
  const { draft } = review;
  const [editing, setEditing] = useState<string | null>(null);
  const [marked, setMarked] = useState('');
  const isOpen = set.status === 'pending_review';
  const isPublished = set.status === 'published';
  const isChangeable = isOpen || isPublished;
  const mending = useMend(set, review);

  const { analysis } = set.exercises;
  const findings = useMemo(() => findingsOf(analysis, draft), [analysis, draft]);
  // Whoever no longer teaches the class reads no more of what was said in it.
  const cues = review.state === 'gone' ? null : (lesson?.cues ?? null);
  const lines = useMemo(() => (cues ?? []).map(({ text }) => text), [cues]);
  const cursor = useCursor(draft.items, findings, lines);
  const { here, found, quote } = cursor;
  const clips = useClips(set.id);
  const [clip] = clips.of(quote);

  const add = isPublished ? mending.add : review.add;
  const composing = useCompose(set.id, add, cursor.go);
  const promote = (key: string): void => {
    const finding = findings.find((one) => one.key === key);
    if (finding) composing.make(finding.wish, finding.key);
  };
  const decide = (dropped: boolean): void => {
    if (here === undefined || !isOpen) return;
    review.drop(here.key, dropped);
    cursor.move(1);
  };
  const save = async (one: DraftItem, item: AnyItem): Promise<void> => {
    if (isOpen) review.change(one.key, item);
    else if (!(await mending.mend(one, item))) return;
    setEditing(null);
  };
  /** Makes a change again that had made way; whether it was taken. */
  const applyAgain = async (own: DraftItem): Promise<boolean> => {
    if (isOpen) {
      review.apply(own);
      return true;
    }
    const now = draft.items.find((one) => idOf(one) === idOf(own));
    if (now && !own.dropped) return mending.mend(now, own.item);
    if (now) await mending.drop(now);
    else if (!own.dropped) await mending.add(own.kind, own.item);
    return true;
  };
  useReviewKeys(isChangeable && editing === null, {
    next: () => cursor.move(1),
    previous: () => cursor.move(-1),
    keep: () => (found ? isChangeable && promote(found.key) : decide(false)),
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
        {review.state === 'conflict' && (
          <Conflict
            setId={set.id}
            review={review}
            lookAgain={() => void queries.invalidateQueries({ queryKey: ['review', set.id] })}
          />
        )}
        <AsideCard aside={aside} items={draft.items} apply={isChangeable ? applyAgain : null} />
        <ItemLists
          items={draft.items}
          cursor={cursor.key}
          editing={editing}
          isOpen={isOpen}
          isPublished={isPublished}
          problems={(isOpen ? review : mending).problems}
          choose={cursor.set}
          edit={setEditing}
          drop={review.drop}
          save={(one, item) => void save(one, item)}
        />
        <Findings
          findings={findings}
          cursor={cursor.key}
          isOpen={isChangeable}
          refused={composing.refused}
          promote={promote}
          choose={cursor.set}
        />
      </div>
      <aside className={styles.aside}>
        <Decision set={set} review={review} isOpen={isOpen} />
        <ClipBar clips={clips} quote={quote} />
        <SoundNote report={lesson?.report ?? null} />
        <Transcript cues={cues} lit={cursor.lit} quoted={cursor.quoted} choose={cursor.toLine} mark={setMarked} />
        {isChangeable && cues && (
          <Compose marked={marked} change={setMarked} composing={composing} isPublished={isPublished} />
        )}
        {isPublished && <Published set={set} />}
        {isChangeable && cues && <Remake set={set} review={review} />}
        <History setId={set.id} revision={draft.revision} items={draft.items} />
        <KeysHelp />
      </aside>
    </div>
  );
}
