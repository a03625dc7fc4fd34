import { NotFoundError } from '@tulkka/shared/errors';
import type { Lesson } from '@tulkka/shared/lessons';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { Id, UserId } from '../../http/fields.ts';
import { dayWindow, type LessonTime, nearest } from './day-window.ts';

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:30' });

/** How the Zoom routes name a lesson: its people, its class and its day (UTC). */
export const lessonOfDay = {
  user_id: UserId,
  teacher_id: UserId,
  class_id: Id,
  date: z.iso.date({ error: 'must be a date that exists, as YYYY-MM-DD' }),
};

/** The time within the day; ranges may cross midnight. */
export const timeOfDay = { start_time: Time.optional(), end_time: Time.optional() };
export const meetingTime = { meeting_time: Time.optional() };

/** The class's lesson of that day and time that has a transcript. @throws NotFoundError when there is none */
export async function findStoredLesson(context: ApiContext, classId: string, time: LessonTime): Promise<Lesson> {
  const { from, until } = dayWindow(time);
  const lessons = await context.lessonParts().lessons.findByClassAndDay(classId, from, until);
  const lesson = nearest(
    lessons.filter((found) => found.transcript !== null),
    time,
  );
  if (!lesson) throw new NotFoundError('A transcript of this class at that time');
  return lesson;
}

/** What the answers say of the recording. */
export const ZoomMetadata = z.strictObject({
  lesson_id: z.string(),
  recording_id: z.string(),
  meeting_id: z.string().nullable(),
  topic: z.string(),
  start_time: z.iso.datetime(),
  duration_seconds: z.int().nullable(),
  speakers: z.array(z.string()),
  host_email: z.string().nullable(),
});

export function zoomMetadata(lesson: Lesson): z.input<typeof ZoomMetadata> {
  return {
    lesson_id: lesson.id,
    recording_id: lesson.recording_id,
    meeting_id: lesson.meeting_id,
    topic: lesson.topic,
    start_time: lesson.started_at,
    duration_seconds: lesson.duration_seconds,
    speakers: lesson.speakers ?? [],
    host_email: lesson.host_email,
  };
}
