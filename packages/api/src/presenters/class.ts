import { KeepAudio, type LessonClass } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Moment } from '../http/fields.ts';
import { Names } from './names.ts';

/** What a caller reads about keeping sound. */
export const keepAudioMeaning =
  'Whose voices are kept of the lessons to come: nobody’s; what the exercises quote (the recording goes once they are published, at most after 30 days); or the whole recordings. `none` again removes what was kept.';

/** A class as the API shows it. */
export const PresentedClass = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    teacher_id: z.string().nullable(),
    teacher_email: z.string().nullable(),
    zoom_meeting_id: z.string().nullable(),
    topic_pattern: z.string().nullable(),
    native_language: z.string().nullable(),
    auto_approve: z.boolean(),
    keep_audio: KeepAudio.meta({ description: keepAudioMeaning }),
    students: z.array(z.string()).meta({ description: 'User ids.' }),
    created_at: Moment,
    updated_at: Moment,
    names: Names.optional(),
  })
  .meta({ id: 'Class' });

/** Picks what leaves the system. */
export function presentClass(lessonClass: LessonClass): z.input<typeof PresentedClass> {
  return {
    id: lessonClass.id,
    name: lessonClass.name,
    teacher_id: lessonClass.teacher_id,
    teacher_email: lessonClass.teacher_email,
    zoom_meeting_id: lessonClass.zoom_meeting_id,
    topic_pattern: lessonClass.topic_pattern,
    native_language: lessonClass.native_language,
    auto_approve: lessonClass.auto_approve,
    keep_audio: lessonClass.keep_audio,
    students: lessonClass.students,
    created_at: lessonClass.created_at,
    updated_at: lessonClass.updated_at,
  };
}

/** Everybody whom a class names by an id. */
export const peopleOfClass = ({ teacher_id, students }: LessonClass): (string | null)[] => [teacher_id, ...students];
