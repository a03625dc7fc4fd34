import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SupabaseClient } from '@supabase/supabase-js';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { ConflictError, DependencyUnavailableError, NotFoundError } from '../errors/index.ts';
import { dataOf } from './connect-supabase.ts';
import { Lesson, type LessonChanges, LessonSummary, type NewLesson, summaryColumns } from './lesson.ts';
import { now } from './moment.ts';
import type { LessonStatus } from './states.ts';

/** Which lessons to list. `classIds` limits to those classes; null means all, unassigned ones included. */
export interface LessonFilter {
  status?: LessonStatus | undefined;
  classIds: readonly string[] | null;
  page: number;
  limit: number;
}

/** zoom_summaries as people see it: storing what a source found, listing, assigning, trying again. */
export class LessonStore {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Stores a recording once, however often it is seen: returns the stored lesson and whether it is new. */
  async add(lesson: NewLesson): Promise<{ lesson: LessonSummary; added: boolean }> {
    const row = { id: uuidv7(), ...withoutNul(lesson), next_attempt_at: now(), created_at: now(), updated_at: now() };
    const answer = await this.supabase
      .from('zoom_summaries')
      .upsert(row, { onConflict: 'recording_id', ignoreDuplicates: true })
      .select(summaryColumns);
    const [added] = z.array(LessonSummary).parse(dataOf(answer, 'Storing a lesson'));
    if (added) return { lesson: added, added: true };
    const existing = await this.findByRecording(lesson.recording_id);
    if (!existing)
      throw new ConflictError('The recording was stored and removed at the same moment; try again.', {
        retryable: true,
      });
    return { lesson: existing, added: false };
  }

  async findByRecording(recordingId: string): Promise<LessonSummary | undefined> {
    const answer = await this.supabase.from('zoom_summaries').select(summaryColumns).eq('recording_id', recordingId);
    return z.array(LessonSummary).parse(dataOf(answer, 'Reading a lesson'))[0];
  }

  /** Those of these files of the store for sound that a lesson still waits to have transcribed. */
  async listAwaitedAudio(names: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const answer = await this.supabase
      .from('zoom_summaries')
      .select('audio_path')
      .in('audio_path', [...names]);
    const rows = z.array(z.object({ audio_path: z.string() })).parse(dataOf(answer, 'Looking for awaited sound'));
    return new Set(rows.map(({ audio_path }) => audio_path));
  }

  /** @throws NotFoundError for an id that no lesson has. */
  async get(id: string): Promise<Lesson> {
    if (!isUuid(id)) throw new NotFoundError('The lesson');
    const answer = await this.supabase.from('zoom_summaries').select('*').eq('id', id);
    // A long lesson has thousands of cues. Others get their turn between parsing and checking them, and before they are used.
    await nextTurn();
    const [row] = z.array(Lesson).parse(dataOf(answer, 'Reading a lesson'));
    if (!row) throw new NotFoundError('The lesson');
    await nextTurn();
    return row;
  }

  /** A page of lessons, newest first, and how many there are in all. */
  async list(filter: LessonFilter): Promise<{ lessons: LessonSummary[]; total: number }> {
    const from = (filter.page - 1) * filter.limit;
    let query = this.supabase.from('zoom_summaries').select(summaryColumns, { count: 'exact' });
    if (filter.status) query = query.eq('status', filter.status);
    if (filter.classIds) query = query.in('class_id', [...filter.classIds]);
    const answer = await query
      .order('created_at', { ascending: false })
      .order('id', { ascending: false })
      .range(from, from + filter.limit - 1);
    // A page past the end is an empty page, not an error.
    if (answer.error?.code === 'PGRST103') return { lessons: [], total: await this.count(filter) };
    const lessons = z.array(LessonSummary).parse(dataOf(answer, 'Listing lessons'));
    return { lessons, total: answer.count ?? lessons.length };
  }

  private async count(filter: LessonFilter): Promise<number> {
    const first = await this.list({ ...filter, page: 1, limit: 1 });
    return first.total;
  }

  /** Lessons by id, in no promised order; ids that no lesson has are left out. */
  async listById(ids: readonly string[]): Promise<LessonSummary[]> {
    if (ids.length === 0) return [];
    const answer = await this.supabase
      .from('zoom_summaries')
      .select(summaryColumns)
      .in('id', [...ids]);
    return z.array(LessonSummary).parse(dataOf(answer, 'Reading lessons'));
  }

  /** Whether any lesson is of this class. */
  async hasOfClass(classId: string): Promise<boolean> {
    const answer = await this.supabase.from('zoom_summaries').select('id').eq('class_id', classId).limit(1);
    return z.array(z.object({ id: z.string() })).parse(dataOf(answer, 'Looking for lessons of a class')).length > 0;
  }

  /** Lessons of one class on one day (UTC), oldest first, with their transcripts. */
  async findByClassAndDay(classId: string, from: Date, until: Date): Promise<Lesson[]> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .select('*')
      .eq('class_id', classId)
      .gte('started_at', from.toISOString())
      .lt('started_at', until.toISOString())
      .order('started_at')
      .limit(100);
    return z.array(Lesson).parse(dataOf(answer, 'Reading the lessons of a day'));
  }

  /** Changes what a person may change; an unassigned lesson that now has a class goes on where it stopped. */
  async assign(id: string, changes: LessonChanges): Promise<Lesson> {
    const lesson = await this.get(id);
    const goesOn = lesson.status === 'unassigned' && (changes.class_id ?? lesson.class_id) !== null;
    const row = {
      ...changes,
      ...(goesOn ? { status: lesson.resume_status, attempt_count: 0, next_attempt_at: now() } : {}),
    };
    return this.updateFrom(lesson, row, 'The lesson changed while it was being assigned; read it again and repeat.');
  }

  /** Tries a failed lesson again from where it stopped, with a fresh count of attempts. */
  async retry(id: string): Promise<Lesson> {
    const lesson = await this.get(id);
    if (lesson.status !== 'failed')
      throw new ConflictError(`Only a failed lesson can be tried again; this one is ${lesson.status}.`);
    const row = { status: lesson.resume_status, attempt_count: 0, next_attempt_at: now(), last_error: null };
    return this.updateFrom(lesson, row, 'The lesson changed at the same moment; read it again and repeat.');
  }

  private async updateFrom(lesson: Lesson, row: Record<string, unknown>, conflict: string): Promise<Lesson> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .update({ ...row, updated_at: now() })
      .eq('id', lesson.id)
      .eq('status', lesson.status)
      .select('*');
    const [changed] = z.array(Lesson).parse(dataOf(answer, 'Changing a lesson'));
    if (!changed) throw new ConflictError(conflict);
    return changed;
  }

  /** Lets a lesson that waits for its source be looked at again now: a webhook says there is news. */
  async wake(recordingId: string): Promise<void> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .update({ next_attempt_at: now(), updated_at: now() })
      .eq('recording_id', recordingId)
      .eq('status', 'pending_transcript');
    dataOf(answer, 'Waking a lesson');
  }

  /** One cheap read, to see whether the lessons database answers. */
  async ping(): Promise<void> {
    const answer = await this.supabase.from('zoom_summaries').select('id').limit(1);
    dataOf(answer, 'Reaching the lessons database');
    if (answer.data === null) throw new DependencyUnavailableError('The lessons database gave no answer.');
  }
}

/** PostgreSQL takes no U+0000 in text; recorders sometimes write one. */
export function withoutNul<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? part.replaceAll('\0', '') : part));
}
