import { UpstreamError } from '../errors/index.ts';

/**
 * Zoom no longer accepts our credentials: nothing works until a person acts, and the message says what to do.
 * It is retryable, because it ends by itself once new credentials are there; `retryAfterMs` says when Zoom is asked again.
 */
export class ZoomAuthorizationError extends UpstreamError {
  constructor(reason: string, mode: 'refresh_token' | 'account_credentials', retryAfterMs: number, cause?: unknown) {
    super(`Zoom refused our credentials (${reason}). ${remedies[mode]}`, { retryable: true, retryAfterMs, cause });
  }
}

const remedies = {
  refresh_token:
    'Authorize the Zoom app again and put the new ZOOM_REFRESH_TOKEN (and ZOOM_ACCESS_TOKEN) into the environment; ' +
    'check ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET as well.',
  account_credentials:
    'Check ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and that the Server-to-Server app is activated.',
};
