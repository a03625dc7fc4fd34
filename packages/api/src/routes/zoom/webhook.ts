import { DependencyUnavailableError, UnauthorizedError, ValidationError } from '@tulkka/shared/errors';
import { registerRecording } from '@tulkka/shared/recordings';
import { answerUrlValidation, RecordingEvent, UrlValidationEvent, verifyWebhook } from '@tulkka/shared/zoom';
import { z } from 'zod';
import type { ApiContext } from '../../context.ts';
import { defineRoute } from '../../http/route.ts';

/** The events that mean work; any other is accepted and left alone. */
const recordingEvents = ['recording.completed', 'recording.transcript_completed'];

const Received = z.union([
  z.strictObject({ success: z.literal(true), queued: z.boolean() }),
  z.strictObject({ plainToken: z.string(), encryptedToken: z.string() }),
]);

/** Zoom's own calls: signed, answered at once, worked on later. */
export const zoomWebhook = defineRoute({
  method: 'post',
  path: '/api/v1/webhooks/zoom',
  operationId: 'zoomWebhook',
  tag: 'zoom',
  summary: 'Events of Zoom',
  description:
    'Signed by Zoom over the raw body (x-zm-signature, x-zm-request-timestamp). Answers endpoint.url_validation; recording.completed and recording.transcript_completed queue the recording.',
  access: 'public',
  limit: null,
  bodyType: 'raw',
  bodyMediaType: 'application/json',
  bodyLimit: 1024 * 1024,
  response: { status: 200, schema: Received },
  errors: ['unauthorized', 'validation_error', 'dependency_unavailable', 'upstream_failed'],
}).handledBy(async ({ rawBody, request, context, log }) => {
  const secret = context.secrets.zoomWebhookSecret;
  if (secret === null) {
    throw new DependencyUnavailableError('Zoom webhooks are not configured: set ZOOM_WEBHOOK_SECRET.', {
      retryable: false,
    });
  }
  const [signature, timestamp] = [request.get('x-zm-signature'), request.get('x-zm-request-timestamp')];
  const verdict = verifyWebhook({ rawBody, signature, timestamp }, secret);
  if (!verdict.valid) {
    context.pipeline.countWebhook(verdict.reason);
    throw new UnauthorizedError(`This call cannot be believed to come from Zoom (${verdict.reason}).`);
  }
  context.pipeline.countWebhook('accepted');
  const body = parseJson(rawBody);
  const validation = UrlValidationEvent.safeParse(body);
  if (validation.success) return { body: answerUrlValidation(validation.data.payload.plainToken, secret) };
  const event = RecordingEvent.safeParse(body);
  if (!event.success || !recordingEvents.includes(event.data.event)) return { body: { success: true, queued: false } };
  await queue(context, event.data);
  log.info('recording announced', { event: event.data.event });
  return { body: { success: true, queued: true } };
});

async function queue(context: ApiContext, { payload: { object: meeting } }: RecordingEvent): Promise<void> {
  const { lessons } = context.lessonParts();
  const { added } = await registerRecording({ lessons, classes: context.classes }, meeting, {
    hostEmail: meeting.host_email,
  });
  // It may be waiting for just this news.
  if (!added) await lessons.wake(meeting.uuid);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ValidationError([{ path: 'body', message: 'is not JSON' }]);
  }
}
