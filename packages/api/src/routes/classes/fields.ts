import { KeepAudio } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Id, label, UserId } from '../../http/fields.ts';
import { keepAudioMeaning } from '../../presenters/class.ts';

export const ClassParams = z.strictObject({ class_id: Id });

/** Students that one call may name. */
const mostStudents = 500;

/** What a caller may set of a class. */
export const classFields = {
  name: label(120),
  teacher_id: UserId.nullable(),
  teacher_email: z.email().max(255).toLowerCase().nullable(),
  zoom_meeting_id: z
    .string()
    .transform((id) => id.replaceAll(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{9,12}$/, { error: 'must be the 9 to 12 digits of a Zoom meeting number' }))
    .nullable(),
  topic_pattern: label(255).nullable(),
  native_language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: 'must be a language tag such as "es" or "pt-BR"' })
    .max(35)
    .nullable(),
  auto_approve: z.boolean(),
  keep_audio: KeepAudio.meta({ description: keepAudioMeaning }),
  students: z.array(UserId).max(mostStudents),
};

export const exampleClass = {
  id: 'tuesday-b1',
  name: 'Tuesday B1',
  teacher_id: 'ms-lee',
  teacher_email: 'lee@school.example',
  zoom_meeting_id: '85746065432',
  topic_pattern: null,
  native_language: 'es',
  auto_approve: false,
  keep_audio: 'none' as const,
  students: ['mia', 'tom'],
  created_at: '2026-11-23T09:30:00.000Z',
  updated_at: '2026-11-23T09:30:00.000Z',
};
