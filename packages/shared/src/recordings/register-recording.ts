import type { LessonStore, LessonSummary } from '../lessons/index.ts';
import type { ClassRepository, LessonClass } from '../repositories/index.ts';
import type { RecordedMeeting } from '../zoom/index.ts';
import { cutName } from './cut-name.ts';
import { matchClass } from './match-class.ts';

/** What is known of a recording beside what Zoom lists: who asked for it, or whose listing it stood in. */
export interface RecordingHints {
  hostEmail: string | null;
  class_id?: string;
  teacher_id?: string;
  user_id?: string;
}

/** Where recordings are registered. */
export interface Registry {
  lessons: LessonStore;
  classes: ClassRepository;
}

/**
 * Puts a Zoom recording into the queue, once for its uuid, with the class it belongs to; without one it waits as
 * `unassigned`. Polling, webhooks and people who ask all come through here.
 */
export async function registerRecording(
  { lessons, classes }: Registry,
  meeting: RecordedMeeting,
  hints: RecordingHints,
): Promise<{ lesson: LessonSummary; added: boolean }> {
  const hostEmail = (meeting.host_email ?? hints.hostEmail)?.toLowerCase() ?? null;
  const lessonClass = await findClass(classes, meeting, hostEmail, hints.class_id);
  const classId = lessonClass?.id ?? null;
  return lessons.add({
    recording_id: meeting.uuid,
    source: 'zoom',
    status: classId === null ? 'unassigned' : 'pending_transcript',
    resume_status: 'pending_transcript',
    topic: cutName(meeting.topic ?? 'Lesson', 200),
    started_at: (meeting.start_time ?? new Date()).toISOString(),
    duration_seconds: meeting.duration === null || meeting.duration === 0 ? null : meeting.duration * 60,
    class_id: classId,
    teacher_id: hints.teacher_id ?? lessonClass?.teacher_id ?? null,
    teacher_email: lessonClass?.teacher_email ?? hostEmail,
    user_id: hints.user_id ?? null,
    host_email: hostEmail,
    meeting_id: meeting.id,
    native_language: lessonClass?.native_language ?? null,
  });
}

async function findClass(
  classes: ClassRepository,
  meeting: RecordedMeeting,
  hostEmail: string | null,
  named: string | undefined,
): Promise<LessonClass | undefined> {
  if (named !== undefined) return classes.find(named);
  const candidates = await classes.listCandidates({ meetingId: meeting.id, hostEmail });
  return matchClass({ meetingId: meeting.id, hostEmail, topic: meeting.topic }, candidates);
}
