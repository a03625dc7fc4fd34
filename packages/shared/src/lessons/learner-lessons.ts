import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { isStoredName } from '../audio-store/index.ts';
import { ConflictError } from '../errors/index.ts';
import { transcriptText } from '../transcripts/index.ts';
import { dataOf } from './connect-supabase.ts';
import { forgetInTrails } from './forget-in-trails.ts';
import { Lesson, LessonSummary, summaryColumns } from './lesson.ts';
import { now } from './moment.ts';

/** Rows of one answer; below the thousand that a hosted project answers at most. */
const pageSize = 200;
/** Ids of one address line. */
const idsAtOnce = 100;

/** The topic of a lesson whose content is gone. Its row stays: without it the next scan would fetch the recording anew. */
export const erasedTopic = 'Erased at the learner’s request';

/** Which set belongs to which lesson, and to whom. */
export const OwnedSet = z.object({
  id: z.string(),
  recording_id: z.string(),
  zoom_summary_id: z.string(),
  class_id: z.string(),
  user_id: z.string().nullable(),
});
export type OwnedSet = z.infer<typeof OwnedSet>;

const Ids = z.array(z.object({ id: z.string() }));
const Rows = z.array(z.record(z.string(), z.unknown()));

/** What the lessons database knows of one learner: to be handed out to them, or forgotten. */
export class LearnerLessons {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Lessons that name the learner, or that belong to one of these classes. */
  async listLessons(userId: string, classIds: readonly string[]): Promise<LessonSummary[]> {
    const found = new Map<string, LessonSummary>();
    const add = (rows: unknown) => {
      for (const lesson of z.array(LessonSummary).parse(rows)) found.set(lesson.id, lesson);
    };
    add(await this.all('zoom_summaries', summaryColumns, { column: 'user_id', values: [userId] }));
    add(await this.all('zoom_summaries', summaryColumns, { column: 'class_id', values: classIds }));
    return [...found.values()];
  }

  /** Lessons by id, without what was said in them. */
  async listById(ids: readonly string[]): Promise<LessonSummary[]> {
    return z
      .array(LessonSummary)
      .parse(await this.all('zoom_summaries', summaryColumns, { column: 'id', values: ids }));
  }

  /** Lessons by the recordings that they were made of, without what was said in them. */
  async listByRecording(recordingIds: readonly string[]): Promise<LessonSummary[]> {
    const where = { column: 'recording_id', values: recordingIds };
    return z.array(LessonSummary).parse(await this.all('zoom_summaries', summaryColumns, where));
  }

  /** Lessons by id with all that was said. */
  async listWhole(ids: readonly string[]): Promise<Lesson[]> {
    return z.array(Lesson).parse(await this.all('zoom_summaries', '*', { column: 'id', values: ids }));
  }

  /** Sets that are the learner's own, and who owns the sets of these lessons. */
  async listSets(userId: string, lessonIds: readonly string[]): Promise<OwnedSet[]> {
    const columns = Object.keys(OwnedSet.shape).join(',');
    const own = await this.all('lesson_exercises', columns, { column: 'user_id', values: [userId] });
    const made = await this.all('lesson_exercises', columns, { column: 'zoom_summary_id', values: lessonIds });
    const sets = z.array(OwnedSet).parse([...own, ...made]);
    return [...new Map(sets.map((set) => [set.id, set])).values()];
  }

  /** The files of the store for sound in which lessons wait to be transcribed. */
  async listAwaitedAudio(ids: readonly string[]): Promise<string[]> {
    const rows = await this.all('zoom_summaries', 'id,audio_path', { column: 'id', values: ids });
    return rows.map(({ audio_path }) => String(audio_path)).filter(isStoredName);
  }

  /** Sets by id, as they are stored. */
  async listWholeSets(ids: readonly string[]): Promise<Record<string, unknown>[]> {
    return this.all('lesson_exercises', '*', { column: 'id', values: ids });
  }

  /**
   * Takes all content out of a lesson and ends its way through the pipeline. The learner's id stays, so that an erasure
   * that is interrupted finds the row again. Refuses while a process works on the lesson.
   */
  async blank(id: string, userId: string): Promise<void> {
    const changes = {
      status: 'completed',
      topic: erasedTopic,
      user_id: userId,
      transcript: null,
      cues: null,
      speakers: null,
      recording: null,
      audio_path: null,
      transcription: {},
      meeting_id: null,
      native_language: null,
      last_error: null,
      waiting_for: null,
      lease_owner: null,
      lease_expires_at: null,
      updated_at: now(),
    };
    await this.changeUnclaimed(id, changes);
  }

  /**
   * Takes what these speakers said out of a lesson that others were part of, and their names from its list of speakers.
   * Refuses while a process works on the lesson.
   */
  async silence(lesson: Lesson, labels: readonly string[]): Promise<void> {
    const isOthers = (speaker: string | null): boolean => speaker === null || !labels.includes(speaker);
    const cues = (lesson.cues ?? []).filter(({ speaker }) => isOthers(speaker));
    const speakers = (lesson.speakers ?? []).filter(isOthers);
    const transcript = lesson.transcript === null ? null : transcriptText({ format: 'text', cues, speakers });
    await this.changeUnclaimed(lesson.id, { cues, speakers, transcript, updated_at: now() });
  }

  async deleteSets(ids: readonly string[]): Promise<void> {
    for (const some of chunks(ids, idsAtOnce)) {
      const answer = await this.supabase.from('lesson_exercises').delete().in('id', some).select('id');
      dataOf(answer, 'Erasing exercises');
    }
  }

  /** The last step: blanked lessons belong to nobody any more, and what is shared no longer names the learner. */
  async detach(userId: string): Promise<void> {
    const nobody = { user_id: null, updated_at: now() };
    const lessons = () => this.supabase.from('zoom_summaries');
    const erased = lessons()
      .update({ ...nobody, class_id: null })
      .eq('user_id', userId)
      .eq('topic', erasedTopic);
    dataOf(await erased, 'Detaching erased lessons');
    dataOf(await lessons().update(nobody).eq('user_id', userId), 'Detaching lessons');
    const sets = this.supabase.from('lesson_exercises').update(nobody).eq('user_id', userId);
    dataOf(await sets, 'Detaching exercises');
    await forgetInTrails(this.supabase, userId);
  }

  /** @throws ConflictError while a process works on the lesson */
  private async changeUnclaimed(id: string, changes: Record<string, unknown>): Promise<void> {
    const answer = await this.supabase
      .from('zoom_summaries')
      .update(changes)
      .eq('id', id)
      .or(`lease_expires_at.is.null,lease_expires_at.lt."${now()}"`)
      .select('id');
    if (Ids.parse(dataOf(answer, 'Erasing a lesson')).length === 1) return;
    throw new ConflictError(`The lesson ${id} is being worked on right now. Repeat this in a few minutes.`, {
      retryable: true,
    });
  }

  private async all(
    table: 'zoom_summaries' | 'lesson_exercises',
    columns: string,
    where: { column: string; values: readonly string[] },
  ): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = [];
    for (const values of chunks(where.values, idsAtOnce)) {
      for (let last: string | null = null; ; ) {
        const question = this.supabase.from(table).select(columns).in(where.column, values);
        const answer = await (last === null ? question : question.gt('id', last)).order('id').limit(pageSize);
        const page = Rows.parse(dataOf(answer, 'Reading a learner’s lessons'));
        rows.push(...page);
        if (page.length < pageSize) break;
        last = String(page.at(-1)?.id);
      }
    }
    return rows;
  }
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
