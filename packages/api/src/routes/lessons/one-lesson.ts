import { ConflictError, NotFoundError, ValidationError } from '@tulkka/shared/errors';
import type { Lesson, LessonChanges, LessonSummary } from '@tulkka/shared/lessons';
import { RecordingAudioRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { requireClass, requireNamedClass, requireTeacherOf } from '../../access/class-access.ts';
import type { ApiContext } from '../../context.ts';
import { Id, UserId } from '../../http/fields.ts';
import { defineRoute } from '../../http/route.ts';
import { PresentedLesson, presentLesson } from '../../presenters/lesson.ts';
import { Names, namesIn } from '../../presenters/names.ts';
import { withSoundProblem } from '../../presenters/sound-problem.ts';

const params = z.strictObject({ id: Id });
const answer = z
  .strictObject({ success: z.literal(true), lesson: PresentedLesson, names: Names })
  .meta({ id: 'LessonAnswer' });
const common = {
  tag: 'lessons',
  access: 'staff',
  limit: 'default',
  params,
  response: { status: 200, schema: answer },
} as const;
async function answerOf(context: ApiContext, lesson: Lesson): Promise<z.input<typeof answer>> {
  const { report, names } = await aroundOf(context, lesson);
  return { success: true, lesson: presentLesson(lesson, report), names };
}

/** What an answer says beside the lesson itself. */
async function aroundOf(context: ApiContext, lesson: LessonSummary) {
  const set = await context.lessonParts().sets.findByRecording(lesson.recording_id);
  const names = await namesIn(context.people, [lesson.teacher_id, lesson.user_id]);
  const problem = await new RecordingAudioRepository(context.db).findProblem(lesson.recording_id);
  return { report: withSoundProblem(set?.exercises.report ?? null, problem), names };
}

const example = { params: { id: '01a20a47-54d7-73b0-a794-b6156f04914c' } };

/** One lesson with its transcript. */
export const getLesson = defineRoute({
  ...common,
  method: 'get',
  path: '/api/v1/lessons/{id}',
  operationId: 'getLesson',
  summary: 'One lesson with its transcript',
  errors: ['not_found', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const [lesson] = await context.lessonParts().lessons.listById(z.uuid().safeParse(id).success ? [id] : []);
  if (!lesson) throw new NotFoundError('The lesson');
  await requireClass(context.classes, caller, lesson.class_id, 'The lesson');
  return context.longLessons.write(id, await aroundOf(context, lesson));
});

const Assignment = z
  .strictObject({ class_id: Id.optional(), teacher_id: UserId.optional(), user_id: UserId.optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'needs at least one of class_id, teacher_id, user_id',
  });

/** Names the class, the teacher or the student of a lesson; an unassigned one goes on where it stopped. */
export const assignLesson = defineRoute({
  ...common,
  method: 'patch',
  path: '/api/v1/lessons/{id}',
  operationId: 'assignLesson',
  summary: 'Assign a lesson to its class, teacher or student',
  body: Assignment,
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example: { ...example, body: { class_id: 'demo' } },
}).handledBy(async ({ params: { id }, body, caller, context }) => {
  const { lessons } = context.lessonParts();
  const lesson = await lessons.get(id);
  await requireClass(context.classes, caller, lesson.class_id, 'The lesson');
  const changes = await ownersOf(context, caller, lesson, body);
  await moveSet(context, caller, lesson, changes);
  return { body: await answerOf(context, await lessons.assign(id, changes)) };
});

/** What an assignment changes: with another class come its teacher and its language, and the learner is nobody's yet. */
async function ownersOf(
  context: ApiContext,
  caller: Caller,
  lesson: Lesson,
  named: z.output<typeof Assignment>,
): Promise<LessonChanges> {
  if (named.class_id === undefined) {
    const own = lesson.class_id === null ? undefined : await context.classes.find(lesson.class_id);
    requireTeacherOf(caller, own, named.teacher_id);
    return named;
  }
  await requireNamedClass(context.classes, caller, named.class_id);
  const lessonClass = await context.classes.find(named.class_id);
  if (!lessonClass) {
    throw new ValidationError([
      { path: 'class_id', message: 'is no class; create it first with POST /api/v1/classes' },
    ]);
  }
  requireTeacherOf(caller, lessonClass, named.teacher_id);
  if (lesson.class_id === null || lesson.class_id === named.class_id) return named;
  const { teacher_id, teacher_email, native_language } = lessonClass;
  return { teacher_id, teacher_email, native_language, user_id: null, ...named };
}

/** The exercises go where their lesson goes, before it does: a call that breaks off in between is repeated. */
async function moveSet(context: ApiContext, caller: Caller, lesson: Lesson, changes: LessonChanges): Promise<void> {
  const { sets } = context.lessonParts();
  const set = await sets.findByRecording(lesson.recording_id);
  if (!set) return;
  const { class_id = set.class_id, teacher_id = set.teacher_id, user_id = set.user_id } = changes;
  if (class_id === null || class_id === set.class_id) return;
  if (set.status === 'approved' || set.status === 'published') {
    throw new ConflictError(`The exercises of this lesson are ${set.status}: it stays with its class.`);
  }
  await sets.assign(set, { class_id, teacher_id, user_id }, { by: caller.userId });
}

/** Tries a failed lesson again from where it stopped. */
export const retryLesson = defineRoute({
  ...common,
  method: 'post',
  path: '/api/v1/lessons/{id}/retry',
  operationId: 'retryLesson',
  summary: 'Try a failed lesson again',
  errors: ['not_found', 'conflict', 'dependency_unavailable', 'upstream_failed'],
  example,
}).handledBy(async ({ params: { id }, caller, context }) => {
  const { lessons } = context.lessonParts();
  const lesson = await lessons.get(id);
  await requireClass(context.classes, caller, lesson.class_id, 'The lesson');
  return { body: await answerOf(context, await lessons.retry(id)) };
});
