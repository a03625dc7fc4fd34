import { JobLoop, keepLease, nextLookMs } from '../jobs/index.ts';
import type { Lesson } from '../lessons/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Pipeline } from './create-pipeline.ts';

/** What one process does with the lessons that it claims. */
export interface LessonWork {
  claim: () => Promise<Lesson | undefined>;
  /** Brings the lesson on and records the outcome. The signal ends it: the lease is lost, or the process is stopping. */
  handle: (lesson: Lesson, log: Logger, signal: AbortSignal) => Promise<void>;
}

/** The loop over claimed lessons: each keeps its lease while it is worked on, and has a log of its own. */
export function createLessonLoop({ name, config, log, queue }: Pipeline, work: LessonWork): JobLoop<Lesson> {
  const { leaseSeconds, pollIntervalSeconds, drainSeconds } = config.jobs;
  return new JobLoop<Lesson>({
    claim: work.claim,
    handle: (lesson, signal) => {
      const lessonLog = log.child({ lesson_id: lesson.id, job_id: `${lesson.id}:${lesson.attempt_count}` });
      return keepLease(
        () => queue.renew(lesson),
        leaseSeconds,
        signal,
        (stop) => work.handle(lesson, lessonLog, stop),
      );
    },
    onError: (error, lesson) => log.error(`the ${name} could not go on`, { error, lesson_id: lesson?.id }),
    idleDelay: (looks) => nextLookMs(looks, pollIntervalSeconds),
    drainMs: drainSeconds * 1000,
  });
}
