import { LessonExercises } from '@tulkka/shared/exercises';
import type { ExerciseSet, Lesson } from '@tulkka/shared/lessons';
import { z } from 'zod';
import { requireLessonClass } from '../../access/class-access.ts';
import type { ApiContext } from '../../context.ts';
import { defineRoute } from '../../http/route.ts';
import { processingAnswer, secondsSince } from '../processing/lesson-input.ts';
import { findStoredLesson, lessonOfDay, meetingTime, timeOfDay, ZoomMetadata, zoomMetadata } from './stored-lesson.ts';

const example = { user_id: 'demo-student', teacher_id: 'demo-teacher', class_id: 'demo', date: '2026-11-20' };

/** Makes and stores the exercises of a recording whose transcript is here already. */
export const processZoomLesson = defineRoute({
  method: 'post',
  path: '/api/v1/process-zoom-lesson',
  operationId: 'processZoomLesson',
  tag: 'zoom',
  summary: 'Turn a stored Zoom transcript into stored exercises',
  description: 'Dates and times are UTC. A recording that has its exercises already is answered with them.',
  access: 'lessons',
  limit: 'processing',
  body: z.strictObject({
    ...lessonOfDay,
    ...meetingTime,
    ...timeOfDay,
    lesson_number: z.int().min(1).max(100_000).optional(),
  }),
  response: {
    status: 200,
    schema: z.strictObject({ ...processingAnswer, lesson: LessonExercises, zoom_metadata: ZoomMetadata }),
  },
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { body: example },
}).handledBy(async ({ body, caller, context }) => {
  const started = performance.now();
  await requireLessonClass(context.classes, caller, body.class_id);
  const lesson = await findStoredLesson(context, body.class_id, body);
  const { exercises } = await storedSet(context, lesson, body);
  return {
    body: {
      success: true,
      message: `${exercises.total_exercises} exercises were made of “${lesson.topic}”.`,
      lesson: exercises,
      zoom_metadata: zoomMetadata(lesson),
      processing_time_seconds: secondsSince(started),
      timestamp: new Date().toISOString(),
    },
  };
});

/** The set of a recording: the stored one, or a new one, stored once whoever else makes it at the same time. */
async function storedSet(
  context: ApiContext,
  lesson: Lesson,
  asked: { class_id: string; teacher_id: string; user_id: string; lesson_number?: number | undefined },
): Promise<ExerciseSet> {
  const { sets } = context.lessonParts();
  const existing = await sets.findByRecording(lesson.recording_id);
  if (existing) return existing;
  const lessonClass = await context.classes.find(asked.class_id);
  const lessonNumber = asked.lesson_number ?? lesson.lesson_number ?? (await sets.countOfClass(asked.class_id)) + 1;
  const cues = lesson.cues ?? [];
  const { exercises, promptVersion } = await context.generation.generate({
    transcript: {
      format: cues.some((cue) => cue.start_ms !== null) ? 'vtt' : 'text',
      cues,
      speakers: lesson.speakers ?? [],
    },
    lessonNumber,
    nativeLanguage: lesson.native_language ?? lessonClass?.native_language ?? null,
    seed: lesson.recording_id,
  });
  const { set } = await sets.add({
    recording_id: lesson.recording_id,
    zoom_summary_id: lesson.id,
    class_id: asked.class_id,
    teacher_id: asked.teacher_id,
    user_id: asked.user_id,
    lesson_number: lessonNumber,
    title: lesson.topic,
    prompt_version: promptVersion,
    status: 'pending_review',
    exercises,
  });
  return set;
}

/** The stored transcript of a class's lesson on a day. */
export const getTranscript = defineRoute({
  method: 'get',
  path: '/api/v1/get-transcript',
  operationId: 'getTranscript',
  tag: 'zoom',
  summary: 'The stored transcript of a lesson',
  access: 'lessons',
  limit: 'default',
  query: z.strictObject({ ...lessonOfDay, ...meetingTime, ...timeOfDay }),
  response: {
    status: 200,
    schema: z.strictObject({
      success: z.literal(true),
      data: z.strictObject({ transcript: z.string(), zoom_metadata: ZoomMetadata }),
      timestamp: z.iso.datetime(),
    }),
  },
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example: { query: example },
}).handledBy(async ({ query, caller, context }) => {
  await requireLessonClass(context.classes, caller, query.class_id);
  const lesson = await findStoredLesson(context, query.class_id, query);
  const data = { transcript: lesson.transcript ?? '', zoom_metadata: zoomMetadata(lesson) };
  return { body: { success: true, data, timestamp: new Date().toISOString() } };
});
