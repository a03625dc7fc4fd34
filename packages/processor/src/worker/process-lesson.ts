import { decideRetry } from '@tulkka/shared/jobs';
import {
  type ExerciseSet,
  type ExerciseSetStore,
  type Lesson,
  type LessonQueue,
  transcriptOf,
} from '@tulkka/shared/lessons';
import type { Logger } from '@tulkka/shared/logging';
import type { PipelineMetrics } from '@tulkka/shared/metrics';
import { type Publisher, withoutUnplayable } from '@tulkka/shared/publishing';
import type { ClassRepository, LessonClass } from '@tulkka/shared/repositories';
import { type ClipParts, makeClips } from '../clips/make-clips.ts';
import type { Generation } from '../thread/index.ts';

/** What the worker needs to turn a lesson into a set. */
export interface LessonProcessing {
  queue: LessonQueue;
  sets: ExerciseSetStore;
  classes: ClassRepository;
  publisher: Publisher;
  clips: ClipParts;
  generation: Pick<Generation, 'generate'>;
  metrics: PipelineMetrics;
  maxAttempts: number;
  retryBaseSeconds: number;
}

/**
 * Turns one claimed lesson into its set of exercises and records the outcome. Every step may be repeated: a lesson whose
 * set is stored already is only moved on.
 * @param signal aborted when the drain time is over: the lesson is handed back
 */
export async function processLesson(
  parts: LessonProcessing,
  lesson: Lesson,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  try {
    const set = (await parts.sets.findByRecording(lesson.recording_id)) ?? (await makeSet(parts, lesson, signal));
    if (set === 'handed back') return void (await parts.queue.postpone(lesson, 0, null));
    await cutClips(parts, lesson, set, log, signal);
    if (!(await parts.queue.finish(lesson, 'completed')))
      log.warn('the lease was lost; another worker finishes this lesson');
    if (set.status === 'approved') await parts.publisher.publish(set);
    const ms = Math.round(performance.now() - started);
    parts.metrics.observeStage('generate', 'done', ms / 1000);
    log.info('lesson completed', {
      items: set.total_exercises,
      engine: set.engine,
      quality_passed: set.quality_passed,
      ms,
    });
  } catch (error) {
    if (signal.aborted) return void (await parts.queue.postpone(lesson, 0, null));
    parts.metrics.observeStage('generate', 'failed', (performance.now() - started) / 1000);
    const outcome = decideRetry(error, lesson.attempt_count, parts, 'The exercises could not be made');
    const fields = { error, attempt: lesson.attempt_count, next_in_ms: outcome.pauseMs };
    if (outcome.pauseMs === null) log.error('lesson failed for good', fields);
    else log.warn('lesson failed, will be tried again', fields);
    await parts.queue.recordFailure(lesson, outcome.reason, outcome.pauseMs);
  }
}

/** Nothing fails because of sound: a lesson without clips is practised as any other. */
async function cutClips(
  { clips }: LessonProcessing,
  { recording_id, cues }: Lesson,
  { class_id, exercises }: ExerciseSet,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { made, placed } = await makeClips(clips, { recording_id, class_id, cues: cues ?? [], exercises }, signal);
    if (placed > 0) log.info('clips cut', { made, placed });
  } catch (error) {
    log.warn('the lesson has no clips: its sound cannot be read', { error });
  }
}

async function makeSet(
  parts: LessonProcessing,
  lesson: Lesson,
  signal: AbortSignal,
): Promise<ExerciseSet | 'handed back'> {
  const lessonClass = lesson.class_id === null ? undefined : await parts.classes.find(lesson.class_id);
  const classId = lesson.class_id ?? lessonClass?.id ?? '';
  const lessonNumber = lesson.lesson_number ?? (await parts.sets.countOfClass(classId)) + 1;
  const request = {
    transcript: transcriptOf(lesson),
    lessonNumber,
    nativeLanguage: lesson.native_language ?? lessonClass?.native_language ?? null,
    // While attempts are left, an outage is worth waiting for; on the last one the rules take over.
    mayRetry: lesson.attempt_count < parts.maxAttempts,
    seed: lesson.recording_id,
  };
  const generated = await parts.generation.generate(request, signal);
  if (signal.aborted) return 'handed back';
  const { set } = await parts.sets.add({
    recording_id: lesson.recording_id,
    zoom_summary_id: lesson.id,
    class_id: classId,
    teacher_id: lesson.teacher_id ?? lessonClass?.teacher_id ?? null,
    user_id: lesson.user_id ?? onlyStudent(lessonClass),
    lesson_number: lessonNumber,
    title: lesson.topic,
    prompt_version: generated.promptVersion,
    status: lessonClass?.auto_approve ? 'approved' : 'pending_review',
    // A set that is approved as it is made has nobody to mend what its games could not take.
    exercises: withoutUnplayable(generated.exercises),
  });
  if (generated.usage) {
    parts.metrics.addTokens('input', generated.usage.input_tokens);
    parts.metrics.addTokens('output', generated.usage.output_tokens);
    await parts.queue.save(lesson, { cost: { ...lesson.cost, ...generated.usage } });
  }
  return set;
}

/** The set of a one-to-one lesson is its student's own; a group's belongs to all of them. */
function onlyStudent(lessonClass: LessonClass | undefined): string | null {
  const [first, second] = lessonClass?.students ?? [];
  return second === undefined ? (first ?? null) : null;
}
