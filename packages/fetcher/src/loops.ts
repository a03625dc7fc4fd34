import { decideRetry, JobLoop } from '@tulkka/shared/jobs';
import { createLessonLoop, type Pipeline } from '@tulkka/shared/pipeline';
import type { ClaimedFetchRequest, FetchRequestRepository } from '@tulkka/shared/repositories';
import type { TranscriptSteps } from './advance.ts';
import { advanceLesson } from './advance-lesson.ts';
import type { InboxSource } from './sources/inbox.ts';
import type { InboxFile } from './sources/inbox-scan.ts';
import type { ZoomScan } from './sources/zoom-scan.ts';

/** What the fetcher's loops work with. */
export interface LoopParts {
  inbox: InboxSource;
  steps: TranscriptSteps;
  scan: ZoomScan | null;
  requests: FetchRequestRepository;
}

/** The inbox is a folder on this machine and a request has somebody waiting: both are looked at often. */
const inboxSeconds = 1;
const requestSeconds = 5;

/** All that the fetcher does again and again; each loop goes on whatever happens to the others. */
export function createLoops(pipeline: Pipeline, parts: LoopParts): Pick<JobLoop<unknown>, 'start' | 'stop'>[] {
  const { inbox, steps, scan, requests } = parts;
  const lessonLoop = createLessonLoop(pipeline, {
    claim: () => pipeline.queue.claim('pending_transcript'),
    handle: (lesson, log, signal) => advanceLesson(steps, lesson, log, signal),
  });
  const zoom = scan === null ? [] : [scanLoop(pipeline, scan), requestLoop(pipeline, requests, scan)];
  return [inboxLoop(pipeline, inbox), lessonLoop, ...zoom];
}

function inboxLoop({ config, log }: Pipeline, inbox: InboxSource): JobLoop<InboxFile> {
  const seconds = Math.min(inboxSeconds, config.jobs.fetchIntervalSeconds);
  return new JobLoop<InboxFile>({
    // A file that stayed the same from one look to the next, a whole pause later, is complete.
    claim: () => inbox.next(seconds * 1000),
    handle: (file) => inbox.take(file),
    onError: (error, file) => log.error('the inbox could not be read on', { error, file: file?.name }),
    idleDelay: ({ failures }) => seconds * 1000 * Math.min(30, 1 + failures * 2),
    drainMs: config.jobs.drainSeconds * 1000,
  });
}

/** One scan after the other, a fetch interval apart from start to start, with jitter. */
function scanLoop({ config, log }: Pipeline, scan: ZoomScan): JobLoop<'scan'> {
  const { fetchIntervalSeconds, drainSeconds } = config.jobs;
  let due = 0;
  const later = (): void => {
    due = Date.now() + fetchIntervalSeconds * 1000 * (0.9 + Math.random() / 5);
  };
  return new JobLoop<'scan'>({
    claim: async () => (Date.now() >= due ? 'scan' : undefined),
    handle: async (_, signal) => {
      later();
      await scan.run(signal);
    },
    onError: (error) => log.error('Zoom could not be read; the next scan takes up where this one began', { error }),
    idleDelay: () => Math.max(10, due - Date.now()),
    drainMs: drainSeconds * 1000,
  });
}

function requestLoop(
  { config, log }: Pipeline,
  requests: FetchRequestRepository,
  scan: ZoomScan,
): JobLoop<ClaimedFetchRequest> {
  const { leaseSeconds, drainSeconds, fetchIntervalSeconds } = config.jobs;
  const seconds = Math.min(requestSeconds, fetchIntervalSeconds);
  return new JobLoop<ClaimedFetchRequest>({
    claim: () => requests.claim(leaseSeconds * 1000),
    handle: async ({ id, attempt, request }, signal) => {
      try {
        const found = await scan.runRequest(request, signal);
        await requests.remove(id);
        log.info('request fetched', { request_id: id, found });
      } catch (error) {
        const { pauseMs, reason } = decideRetry(error, attempt, config.jobs, 'The recordings could not be listed');
        log.warn('a request could not be fetched', { request_id: id, error, reason, next_in_ms: pauseMs });
        if (pauseMs === null) await requests.remove(id);
        else await requests.retryLater(id, pauseMs);
      }
    },
    onError: (error) => log.error('requests could not be read', { error }),
    idleDelay: () => seconds * 1000,
    drainMs: drainSeconds * 1000,
  });
}
