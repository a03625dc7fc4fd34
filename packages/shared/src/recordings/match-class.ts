import type { LessonClass } from '../repositories/index.ts';
import { matchesTopic } from './topics/index.ts';

/** What a recording tells of where it belongs. */
export interface RecordingOrigin {
  meetingId: string | null;
  hostEmail: string | null;
  topic: string | null;
}

type Candidate = Pick<LessonClass, 'id' | 'zoom_meeting_id' | 'teacher_email' | 'topic_pattern'>;

/**
 * The class that a recording belongs to: by the meeting's number; else by its host and the topic; else by its host alone,
 * if the host has one class. Undefined when none or several fit: a person decides then.
 */
export function matchClass<C extends Candidate>(origin: RecordingOrigin, classes: readonly C[]): C | undefined {
  const byTopic = (list: readonly C[]) =>
    list.filter((c) => c.topic_pattern !== null && matchesTopic(c.topic_pattern, origin.topic ?? ''));
  const sameMeeting = classes.filter((c) => origin.meetingId !== null && c.zoom_meeting_id === origin.meetingId);
  // A personal meeting room serves several classes: then the topic tells them apart.
  if (sameMeeting.length > 0) return only(sameMeeting) ?? only(byTopic(sameMeeting));
  const email = origin.hostEmail?.toLowerCase();
  const sameHost = classes.filter((c) => email !== undefined && c.teacher_email?.toLowerCase() === email);
  return only(byTopic(sameHost)) ?? only(sameHost.length === 1 ? sameHost : []);
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
