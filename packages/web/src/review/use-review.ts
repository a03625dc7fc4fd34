import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { usePerson } from '../app/person.tsx';
import { useServices } from '../app/services.tsx';
import { readCopy, writeCopy } from '../offline/copies.ts';
import {
  type AnyItem,
  addItem,
  changeItem,
  type Draft,
  isSame,
  itemAt,
  type Kind,
  listsOf,
  openDraft,
  setDropped,
  undo,
  withIds,
} from './draft.ts';
import { useOthers } from './use-others.ts';

/** Edits are sent once the teacher's hands rest. */
const restMs = 700;

/** A set under review, and what can be done with it. */
export interface Review {
  draft: Draft;
  /** What the server's rules say, by item. */
  problems: ReadonlyMap<string, string>;
  state: 'saved' | 'saving' | 'unsent' | 'conflict' | 'refused';
  error: unknown;
  drop(key: string, dropped: boolean): void;
  change(key: string, item: AnyItem): void;
  add(kind: Kind, item: AnyItem): string;
  undo(): void;
  /** Sends what is not sent yet; whether the server has it all. */
  save(): Promise<boolean>;
  /** Takes the newest set of the server, with or without one's own changes on top. */
  settle(set: Schema<'ExerciseSet'>, keepMine: boolean): void;
}

/** Reviews a set: every change is kept on this device at once, and sent when the hands rest. */
export function useReview(set: Schema<'ExerciseSet'>): Review {
  const { api } = useServices();
  const { id: userId } = usePerson();
  const fresh = openDraft(set.revision, set.exercises);
  const [draft, setDraft] = useState(fresh);
  const [saved, setSaved] = useState(fresh);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const copyName = `review ${set.id}`;
  const latest = useRef(draft);
  latest.current = draft;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a closed tab left is taken up once
  useEffect(() => {
    void readCopy<Draft>(userId, copyName).then((kept) => {
      if (kept && kept.revision === set.revision && set.status === 'pending_review')
        setDraft({ ...kept, before: null });
    });
  }, []);

  const saving = useMutation({
    mutationFn: async (sent: Draft) => {
      const body = { revision: sent.revision, ...listsOf(sent) };
      const { data } = await answerOf(api.PATCH('/api/v1/exercises/{id}', { params: { path: { id: set.id } }, body }));
      return { sent, stored: data };
    },
    onSuccess: ({ sent, stored: { revision, exercises } }) => {
      setSaved({ ...withIds(sent, sent, exercises), revision });
      setDraft((now) => ({ ...withIds(now, sent, exercises), revision }));
      setProblems(new Map());
    },
    onError: (error, sent) => {
      if (!(error instanceof ApiProblem)) return;
      const found = error.errors.flatMap(({ path, message }): [string, string][] => {
        const item = itemAt(sent, path);
        return item ? [[item.key, message]] : [];
      });
      setProblems(new Map(found));
    },
  });

  const unsent = !isSame(draft, saved);
  const { mutateAsync, error } = saving;
  const settle: Review['settle'] = (newest, keepMine) => {
    const theirs = openDraft(newest.revision, newest.exercises);
    setSaved(theirs);
    setProblems(new Map());
    setDraft((mine) => (keepMine ? { ...mine, revision: newest.revision } : theirs));
    saving.reset();
  };
  const own = { revision: draft.revision, unsent, isSaving: saving.isPending };
  const isLate = useOthers(set, { ...own, take: (newest) => settle(newest, false) });
  const isConflict = isLate || (error instanceof ApiProblem && error.status === 409);
  const isRefused = error instanceof ApiProblem && error.status === 400;

  useEffect(() => {
    void writeCopy(userId, copyName, { ...draft, before: null });
    if (!unsent || isConflict) return;
    const timer = setTimeout(() => void mutateAsync(latest.current).catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, [draft, unsent, isConflict, mutateAsync, userId, copyName]);

  return {
    draft,
    problems,
    error,
    state: isConflict ? 'conflict' : saving.isPending ? 'saving' : !unsent ? 'saved' : isRefused ? 'refused' : 'unsent',
    drop: (key, dropped) => setDraft((now) => setDropped(now, key, dropped)),
    change: (key, item) => setDraft((now) => changeItem(now, key, item)),
    add: (kind, item) => {
      const added = addItem(latest.current, kind, item);
      setDraft(added.draft);
      return added.key;
    },
    undo: () => setDraft(undo),
    save: async () => {
      if (isSame(latest.current, saved)) return true;
      return mutateAsync(latest.current).then(
        () => true,
        () => false,
      );
    },
    settle,
  };
}
