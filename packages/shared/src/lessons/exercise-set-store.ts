import type { SupabaseClient } from '@supabase/supabase-js';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ConflictError, NotFoundError, StaleError } from '../errors/index.ts';
import { type LessonExercises, withItemIds } from '../exercises/index.ts';
import { dataOf } from './connect-supabase.ts';
import { ExerciseSet, type NewExerciseSet } from './exercise-set.ts';
import { StoredCue } from './lesson.ts';
import { withoutNul } from './lesson-store.ts';
import { now } from './moment.ts';
import { ExerciseSetStatus } from './states.ts';
import { actionOf, type ChangedBy, changedItems, type TrailLine, withLine } from './trail.ts';

/** Which sets to list. `classIds` null means of every class. */
export interface ExerciseSetFilter {
  classIds: readonly string[] | null;
  /** Sets that are for one of these learners, or for nobody in particular. */
  userIds?: readonly string[] | undefined;
  status?: ExerciseSetStatus | undefined;
  page: number;
  limit: number;
}

const ExerciseSetState = z.object({
  id: z.string(),
  zoom_summary_id: z.string(),
  status: ExerciseSetStatus,
  total_exercises: z.int(),
  revision: z.int(),
});
/** Where a set stands, without its exercises. */
export type ExerciseSetState = z.infer<typeof ExerciseSetState>;

/** lesson_exercises: one set for each recording, from generation through review to the games. */
export class ExerciseSetStore {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Stores a set once for each recording: a second worker with the same lesson gets the first one's set back. */
  async add(set: NewExerciseSet): Promise<{ set: ExerciseSet; added: boolean }> {
    const row = {
      id: uuidv7(),
      ...withoutNul({ ...set, exercises: withItemIds(set.exercises) }),
      engine: set.exercises.engine,
      total_exercises: set.exercises.total_exercises,
      quality_passed: set.exercises.quality_passed,
      created_at: now(),
      updated_at: now(),
    };
    const answer = await this.supabase
      .from('lesson_exercises')
      .upsert(row, { onConflict: 'recording_id', ignoreDuplicates: true })
      .select('*');
    const [added] = z.array(ExerciseSet).parse(dataOf(answer, 'Storing exercises'));
    if (added) return { set: added, added: true };
    const existing = await this.findByRecording(set.recording_id);
    if (!existing)
      throw new ConflictError('The set was stored and removed at the same moment; try again.', { retryable: true });
    return { set: existing, added: false };
  }

  async findByRecording(recordingId: string): Promise<ExerciseSet | undefined> {
    const answer = await this.supabase.from('lesson_exercises').select('*').eq('recording_id', recordingId);
    return z.array(ExerciseSet).parse(dataOf(answer, 'Reading exercises'))[0];
  }

  /** @throws NotFoundError for an id that no set has. */
  async get(id: string): Promise<ExerciseSet> {
    if (!isUuid(id)) throw new NotFoundError('The exercise set');
    const answer = await this.supabase.from('lesson_exercises').select('*').eq('id', id);
    const [row] = z.array(ExerciseSet).parse(dataOf(answer, 'Reading exercises'));
    if (!row) throw new NotFoundError('The exercise set');
    return row;
  }

  /** What was said in the lesson of a set, as far as it is kept. */
  async listCues(lessonId: string): Promise<z.infer<typeof StoredCue>[]> {
    const answer = await this.supabase.from('zoom_summaries').select('cues').eq('id', lessonId);
    const rows = z.array(z.object({ cues: z.array(StoredCue).nullable() }));
    return rows.parse(dataOf(answer, 'Reading the lesson'))[0]?.cues ?? [];
  }

  /** A page of sets, newest first, and how many there are in all. */
  async list(filter: ExerciseSetFilter): Promise<{ sets: ExerciseSet[]; total: number }> {
    const from = (filter.page - 1) * filter.limit;
    let query = this.supabase.from('lesson_exercises').select('*', { count: 'exact' });
    if (filter.classIds) query = query.in('class_id', [...filter.classIds]);
    if (filter.userIds) {
      const theirs = filter.userIds.map((id) => `user_id.eq."${id.replace(/["\\]/g, '\\$&')}"`);
      query = query.or(['user_id.is.null', ...theirs].join());
    }
    if (filter.status) query = query.eq('status', filter.status);
    const answer = await query
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .range(from, from + filter.limit - 1);
    if (answer.error?.code === 'PGRST103') {
      const first = await this.list({ ...filter, page: 1, limit: 1 });
      return { sets: [], total: first.total };
    }
    const sets = z.array(ExerciseSet).parse(dataOf(answer, 'Listing exercises'));
    return { sets, total: answer.count ?? sets.length };
  }

  /** Where the sets of some lessons stand, by lesson. */
  async listStates(lessonIds: readonly string[]): Promise<Map<string, ExerciseSetState>> {
    if (lessonIds.length === 0) return new Map();
    const answer = await this.supabase
      .from('lesson_exercises')
      .select('id, zoom_summary_id, status, total_exercises, revision')
      .in('zoom_summary_id', [...lessonIds]);
    const rows = z.array(ExerciseSetState).parse(dataOf(answer, 'Listing exercises'));
    return new Map(rows.map((row) => [row.zoom_summary_id, row]));
  }

  /** How many sets a class has: the next lesson's number is one more. */
  async countOfClass(classId: string): Promise<number> {
    const answer = await this.supabase
      .from('lesson_exercises')
      .select('id', { count: 'exact' })
      .eq('class_id', classId)
      .limit(1);
    dataOf(answer, 'Counting exercises');
    return answer.count ?? 0;
  }

  /** Sets that were approved but not published yet: work left by a process that ended in between. */
  async listApproved(limit: number): Promise<ExerciseSet[]> {
    return (await this.list({ classIds: null, status: 'approved', page: 1, limit })).sets;
  }

  /** Replaces the exercises of a set; refuses when somebody changed it since `revision` was read. */
  async edit(set: ExerciseSet, exercises: LessonExercises, by: ChangedBy): Promise<ExerciseSet> {
    return this.replace(set, exercises, by, {});
  }

  /** The same for a set that is published: it is approved until the games have followed. */
  async mend(set: ExerciseSet, exercises: LessonExercises, by: ChangedBy): Promise<ExerciseSet> {
    return this.replace(set, exercises, by, { status: 'approved' });
  }

  /** Takes reasons out of the trail that repeat what somebody said. */
  async forgetReasons(set: ExerciseSet, isTheirs: (text: string) => boolean): Promise<ExerciseSet> {
    const repeats = (line: TrailLine): boolean => line.reason !== null && isTheirs(line.reason);
    if (!set.trail.some(repeats)) return set;
    return this.change(
      set,
      { trail: set.trail.map((line) => (repeats(line) ? { ...line, reason: null } : line)) },
      null,
    );
  }

  private replace(
    set: ExerciseSet,
    exercises: LessonExercises,
    by: ChangedBy,
    moved: { status?: ExerciseSetStatus },
  ): Promise<ExerciseSet> {
    const named = withItemIds(exercises, set.exercises);
    const what = by.what ?? (set.status === 'published' ? 'mended' : 'edited');
    const row = {
      ...moved,
      exercises: withoutNul(named),
      total_exercises: named.total_exercises,
      quality_passed: named.quality_passed,
    };
    return this.change(set, row, lineOf(what, by, changedItems(set.exercises, named)));
  }

  /** Gives a set to another class, with its teacher and learner; refuses when it changed since it was read. */
  async assign(
    set: ExerciseSet,
    owner: Pick<ExerciseSet, 'class_id' | 'teacher_id' | 'user_id'>,
    by: ChangedBy,
  ): Promise<ExerciseSet> {
    return this.change(set, owner, lineOf('assigned', by));
  }

  /** Moves a set to another state; refuses when it is no longer in the state that was read. */
  async move(
    set: ExerciseSet,
    status: ExerciseSetStatus,
    by: { reviewedBy?: string | null; reason?: string | null } = {},
  ): Promise<ExerciseSet> {
    const row = {
      status,
      ...(by.reviewedBy === undefined ? {} : { reviewed_by: by.reviewedBy, reviewed_at: now() }),
      ...(by.reason === undefined ? {} : { reject_reason: by.reason }),
      ...(status === 'published' && set.published_at === null ? { published_at: now() } : {}),
      ...(status === 'rejected' ? { published_at: null } : {}),
    };
    // That a mended set is published again goes without saying.
    const isMended = status === 'published' && set.published_at !== null;
    const { reviewedBy = null, reason = null } = by;
    return this.change(set, row, isMended ? null : lineOf(actionOf(set.status, status), { by: reviewedBy, reason }));
  }

  private async change(set: ExerciseSet, row: Record<string, unknown>, line: TrailLine | null): Promise<ExerciseSet> {
    const trail = line === null ? {} : { trail: withLine(set.trail, line) };
    const answer = await this.supabase
      .from('lesson_exercises')
      .update({ ...row, ...trail, revision: set.revision + 1, updated_at: now() })
      .eq('id', set.id)
      .eq('revision', set.revision)
      .select('*');
    const [changed] = z.array(ExerciseSet).parse(dataOf(answer, 'Changing exercises'));
    if (!changed) throw new StaleError('The set', (await this.get(set.id)).revision);
    return changed;
  }
}

const lineOf = (
  what: TrailLine['what'],
  { by, reason = null }: ChangedBy,
  items: TrailLine['items'] = [],
): TrailLine => ({ at: now(), by, what, reason, items });
