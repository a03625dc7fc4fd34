import { z } from 'zod';
import { exerciseKinds, type LessonExercises, setItemsOf } from '../exercises/index.ts';
import { Moment } from './moment.ts';
import type { ExerciseSetStatus } from './states.ts';

/** What can happen to a set. */
export const trailActions = [
  'edited',
  'approved',
  'published',
  'rejected',
  'reopened',
  'mended',
  'withdrawn',
  'assigned',
  'regenerated',
] as const;

const TrailItem = z.object({
  kind: z.enum(exerciseKinds),
  item_id: z.string(),
  what: z.enum(['added', 'changed', 'dropped']),
});
export type TrailItem = z.infer<typeof TrailItem>;

/** One thing that happened to a set. It names items by their ids, for their words may be what somebody said. */
export const TrailLine = z.object({
  at: Moment,
  /** Null for our own processes, and for people who were forgotten. */
  by: z.string().nullable(),
  what: z.enum(trailActions),
  reason: z.string().nullable(),
  items: z.array(TrailItem),
});
export type TrailLine = z.infer<typeof TrailLine>;

/** Who changes a set, and why. */
export interface ChangedBy {
  by: string | null;
  reason?: string | null;
  /** What it is called, where it is no edit by hand. */
  what?: 'regenerated';
}

/** The desk stores as one types: what one person edits without a longer rest is one line. */
const restMs = 10 * 60_000;
/** The eldest lines go first. */
const mostLines = 500;

/** A trail with one more line; edits that follow one another become one. */
export function withLine(trail: readonly TrailLine[], line: TrailLine): TrailLine[] {
  const last = trail.at(-1);
  const goesOn =
    last?.what === 'edited' &&
    line.what === 'edited' &&
    last.by === line.by &&
    last.reason === line.reason &&
    Date.parse(line.at) - Date.parse(last.at) < restMs;
  if (last && goesOn) return [...trail.slice(0, -1), { ...line, items: inSum(last.items, line.items) }];
  return [...trail, line].slice(-mostLines);
}

/** What two edits after one another come to. */
function inSum(first: readonly TrailItem[], then: readonly TrailItem[]): TrailItem[] {
  const sum = new Map(first.map((item) => [item.item_id, item]));
  for (const item of then) {
    const before = sum.get(item.item_id)?.what;
    if (before === 'added' && item.what === 'dropped') sum.delete(item.item_id);
    else if (before === 'dropped' && item.what === 'added') sum.set(item.item_id, { ...item, what: 'changed' });
    else sum.set(item.item_id, { ...item, what: before === 'added' ? 'added' : item.what });
  }
  return [...sum.values()];
}

/** Which items an edit adds, changes and drops. */
export function changedItems(before: LessonExercises, after: LessonExercises): TrailItem[] {
  const olds = byId(before);
  const news = byId(after);
  const added = [...news.values()].filter(({ id }) => !olds.has(id));
  const changed = [...news.values()].filter(({ id, text }) => olds.has(id) && olds.get(id)?.text !== text);
  const dropped = [...olds.values()].filter(({ id }) => !news.has(id));
  const say = (what: TrailItem['what']) => (one: NamedItem) => ({ kind: one.kind, item_id: one.id, what });
  return [...added.map(say('added')), ...changed.map(say('changed')), ...dropped.map(say('dropped'))];
}

type NamedItem = { id: string; kind: TrailItem['kind']; text: string };

const byId = (set: LessonExercises): Map<string, NamedItem> =>
  new Map(
    setItemsOf(set).flatMap(({ kind, item: { id, ...rest } }) =>
      id === undefined ? [] : [[id, { id, kind, text: JSON.stringify(rest, Object.keys(rest).sort()) }] as const],
    ),
  );

/** What it is called that a set goes from one state to another. */
export function actionOf(from: ExerciseSetStatus, to: ExerciseSetStatus): TrailLine['what'] {
  switch (to) {
    case 'approved':
      return 'approved';
    case 'published':
      return 'published';
    case 'rejected':
      return from === 'published' ? 'withdrawn' : 'rejected';
    case 'pending_review':
      return 'reopened';
  }
}
