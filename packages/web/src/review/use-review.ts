import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useServices } from '../app/services.tsx';
import {
  type AnyItem,
  addItem,
  changeItem,
  type Draft,
  type DraftItem,
  isSame,
  type Kind,
  listsOf,
  openDraft,
  setDropped,
  undo,
  withIds,
} from './draft.ts';
import { mergeDrafts, ownChanges, withOwn } from './merge.ts';
import { type Problems, problemsOf } from './problems.ts';
import { useCurrent } from './use-current.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useOthers } from './use-others.ts';
import { useResending } from './use-resending.ts';

/** A set under review, and what can be done with it. */
export interface Review {
  draft: Draft;
  /** The set as the server has it, as far as is known here. */
  base: Draft;
  /** What the server's rules say, by item. */
  problems: Problems;
  /** `gone`: the set is no longer one's own to change. */
  state: 'saved' | 'saving' | 'unsent' | 'conflict' | 'refused' | 'gone';
  error: unknown;
  /** The newest revision that is known, also before it is drawn. */
  revision(): number;
  drop(key: string, dropped: boolean): void;
  change(key: string, item: AnyItem): void;
  add(kind: Kind, item: AnyItem): string;
  undo(): void;
  /** Puts a version of an item back that had made way. */
  apply(own: DraftItem): void;
  /** Sends what is not sent yet; whether the server has it all. */
  save(): Promise<boolean>;
  /** Takes the newest set of the server; what one changed oneself is put aside. */
  take(set: Schema<'ExerciseSet'>): void;
  /** The same, with one's own changes on top wherever nobody else changed the item, and of those named. */
  merge(set: Schema<'ExerciseSet'>, keepMine: ReadonlySet<string>): void;
}

/**
 * Reviews a set: every change is kept on this device at once, and sent when the hands rest.
 * @param putAside gets one's own changes that have no place in the set any more
 */
export function useReview(set: Schema<'ExerciseSet'>, putAside: (own: readonly DraftItem[]) => void): Review {
  const { api } = useServices();
  const [draft, mine, changeDraft] = useCurrent(() => openDraft(set.revision, set.exercises));
  const [base, known, changeBase] = useCurrent(() => draft);
  const [problems, setProblems] = useState<Problems>(new Map());

  useKeptDraft(set.id, { draft, base }, (kept) => {
    const own = ownChanges(kept.base, kept.draft);
    if (own.length === 0) return;
    if (set.status !== 'pending_review') return putAside(own);
    changeBase(() => kept.base);
    changeDraft(() => kept.draft);
  });

  const saving = useMutation({
    mutationFn: async (sent: Draft) => {
      const body = { revision: sent.revision, ...listsOf(sent) };
      const { data } = await answerOf(api.PATCH('/api/v1/exercises/{id}', { params: { path: { id: set.id } }, body }));
      return { sent, stored: data };
    },
    onSuccess: ({ sent, stored: { revision, exercises } }) => {
      changeBase(() => ({ ...withIds(sent, sent, exercises), revision }));
      changeDraft((now) => ({ ...withIds(now, sent, exercises), revision }));
      setProblems(new Map());
      // What was taken was made of the newest set.
      others.caughtUp();
    },
    onError: (error, sent) => setProblems(problemsOf(error, sent)),
  });

  // Not at each step of the cursor: both sets are written out for it.
  const unsent = useMemo(() => !isSame(draft, base), [draft, base]);
  const { mutateAsync, error } = saving;
  // One after the other: two at once would be in each other's way.
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  const send = (): Promise<unknown> => {
    const sending = flight.current.then(() => (isSame(mine.current, known.current) ? null : mutateAsync(mine.current)));
    flight.current = sending.catch(() => undefined);
    return sending;
  };
  const stand = (theirs: Draft, merged: Draft): void => {
    changeBase(() => theirs);
    changeDraft(() => merged);
    setProblems(new Map());
    saving.reset();
    others.caughtUp();
  };
  const take = (newest: Schema<'ExerciseSet'>): void => {
    const theirs = openDraft(newest.revision, newest.exercises);
    putAside(ownChanges(known.current, mine.current));
    stand(theirs, theirs);
  };
  const others = useOthers(set, { revision: draft.revision, unsent, isSaving: saving.isPending, take });
  const status = error instanceof ApiProblem ? error.status : null;
  const isConflict = others.isLate || status === 409;
  const isGone = status === 404 || status === 403;

  const isOpen = set.status === 'pending_review';
  useResending(draft, isOpen && unsent && !saving.isPending && !isConflict && !isGone, send);

  const stateOf = (): Review['state'] => {
    if (isConflict) return 'conflict';
    if (saving.isPending) return 'saving';
    if (!unsent) return 'saved';
    if (isGone) return 'gone';
    return status === 400 ? 'refused' : 'unsent';
  };
  return {
    draft,
    base,
    problems,
    error,
    state: stateOf(),
    revision: () => mine.current.revision,
    drop: (key, dropped) => changeDraft((now) => setDropped(now, key, dropped)),
    change: (key, item) => changeDraft((now) => changeItem(now, key, item)),
    add: (kind, item) => {
      const added = addItem(mine.current, kind, item);
      changeDraft(() => added.draft);
      return added.key;
    },
    undo: () => changeDraft(undo),
    apply: (own) => changeDraft((now) => ({ ...withOwn(now, own), before: now })),
    save: () =>
      send().then(
        () => true,
        () => false,
      ),
    take,
    merge: (newest, keepMine) => {
      const theirs = openDraft(newest.revision, newest.exercises);
      const merged = mergeDrafts(known.current, mine.current, theirs, keepMine);
      putAside(merged.aside);
      stand(theirs, merged.draft);
    },
  };
}
