import { DependencyUnavailableError } from '@tulkka/shared/errors';
import { registerRecording } from '@tulkka/shared/recordings';
import { type FetchRequest, FetchRequestRepository } from '@tulkka/shared/repositories';
import { planRecording, type RecordedMeeting } from '@tulkka/shared/zoom';
import { z } from 'zod';
import { requireLessonClass } from '../../access/class-access.ts';
import { requireFreeClaims } from '../../access/class-claims.ts';
import type { ApiContext } from '../../context.ts';
import { defineRoute } from '../../http/route.ts';
import { dayWindow } from './day-window.ts';
import { lessonOfDay, timeOfDay } from './stored-lesson.ts';

/** The answer leaves within a second whatever Zoom takes: after this long the fetcher does the looking as well. */
const patienceMs = 600;

const Recording = z.strictObject({
  meeting_id: z.string().nullable(),
  topic: z.string().nullable(),
  meeting_time: z.iso.datetime().nullable(),
  processing_type: z.enum(['native_transcript', 'audio_transcription', 'pending']),
});

const Outcome = z.strictObject({
  success: z.boolean(),
  message: z.string(),
  status: z.enum(['processing_started', 'not_found']),
  data: z.strictObject({ recordings_count: z.int(), recordings: z.array(Recording) }),
  timestamp: z.iso.datetime(),
});

/** Queues a teacher's recordings of a day for the fetcher; the work is never done in the request. */
export const fetchZoomRecordings = defineRoute({
  method: 'post',
  path: '/api/v1/fetch-zoom-recordings',
  operationId: 'fetchZoomRecordings',
  tag: 'zoom',
  summary: 'Have a day’s recordings of a teacher fetched',
  description:
    'Dates and times are UTC. The recordings are queued for the fetcher. When Zoom does not list them within half a second, the fetcher looks for them itself, and the answer counts none yet.',
  access: 'lessons',
  limit: 'processing',
  body: z.strictObject({ teacher_email: z.email().max(255), ...lessonOfDay, ...timeOfDay }),
  response: { status: 202, schema: Outcome },
  otherResponses: [{ status: 200, schema: Outcome, description: 'Zoom has no recording of that time' }],
  errors: ['dependency_unavailable', 'upstream_failed'],
  example: {
    body: {
      teacher_email: 'maya@example.com',
      user_id: 'demo-student',
      teacher_id: 'demo-teacher',
      class_id: 'demo',
      date: '2026-11-20',
    },
  },
}).handledBy(async ({ body, caller, context }) => {
  if (context.zoom === null) {
    throw new DependencyUnavailableError('Zoom is not configured: set ZOOM_CLIENT_ID and its companions.', {
      retryable: false,
    });
  }
  await requireLessonClass(context.classes, caller, body.class_id);
  if (caller.role === 'teacher' && caller.userId !== null) {
    await requireFreeClaims(context.classes, caller, { teacher_email: body.teacher_email.toLowerCase() });
  }
  const { from, until } = dayWindow(body);
  const request: FetchRequest = {
    teacher_email: body.teacher_email.toLowerCase(),
    from: from.toISOString(),
    until: until.toISOString(),
    class_id: body.class_id,
    teacher_id: body.teacher_id,
    user_id: body.user_id,
  };
  const listed = await listQuickly(context, request);
  const timestamp = new Date().toISOString();
  if (listed?.length === 0) {
    const message = `Zoom has no recording of ${body.teacher_email} between ${request.from} and ${request.until}.`;
    return {
      status: 200,
      body: { success: false, message, status: 'not_found', data: { recordings_count: 0, recordings: [] }, timestamp },
    };
  }
  if (listed === null) await new FetchRequestRepository(context.db).add(request);
  else await registerAll(context, listed, request);
  const recordings = (listed ?? []).map((meeting) => describe(meeting, context));
  const message =
    listed === null
      ? 'Zoom is slow; the fetcher is looking for the recordings.'
      : `${recordings.length} recordings are queued.`;
  return {
    body: {
      success: true,
      message,
      status: 'processing_started',
      data: { recordings_count: recordings.length, recordings },
      timestamp,
    },
  };
});

/** What Zoom lists, or null when it takes too long or fails: the fetcher asks again then, with its own patience. */
async function listQuickly(context: ApiContext, request: FetchRequest): Promise<RecordedMeeting[] | null> {
  const { zoom } = context;
  if (zoom === null) return null;
  const [from, until] = [new Date(request.from), new Date(request.until)];
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), patienceMs);
  const gaveUp = new Promise<null>((resolve) => {
    timeout.signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const listing = Array.fromAsync(zoom.listRecordings(request.teacher_email, from, until, timeout.signal)).catch(
    () => null,
  );
  const meetings = await Promise.race([listing, gaveUp]);
  clearTimeout(timer);
  return meetings?.filter(({ start_time: start }) => start !== null && start >= from && start < until) ?? null;
}

async function registerAll(context: ApiContext, meetings: RecordedMeeting[], request: FetchRequest): Promise<void> {
  const { lessons } = context.lessonParts();
  const { class_id, teacher_id, user_id, teacher_email: hostEmail } = request;
  const hints = { hostEmail, class_id, teacher_id, user_id };
  for (const meeting of meetings) {
    const { added } = await registerRecording({ lessons, classes: context.classes }, meeting, hints);
    if (!added) await lessons.wake(meeting.uuid);
  }
}

function describe(meeting: RecordedMeeting, context: ApiContext): z.input<typeof Recording> {
  const plan = planRecording(meeting, { now: new Date(), graceMinutes: context.config.transcriptGraceMinutes });
  const ready =
    plan.kind === 'ready' ? (plan.needsTranscription ? 'audio_transcription' : 'native_transcript') : 'pending';
  return {
    meeting_id: meeting.id,
    topic: meeting.topic,
    meeting_time: meeting.start_time?.toISOString() ?? null,
    processing_type: ready,
  };
}
