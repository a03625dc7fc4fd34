import got from 'got';
import { UpstreamError } from '../errors/index.ts';
import { type OnVendorCall, parseRetryAfter, type VendorOutcome } from '../upstream/index.ts';
import { TokenGrant, TokenRefusal } from './schemas.ts';

/** Zoom said no to the grant itself: asking again with the same credentials is pointless. */
export class GrantRefused extends Error {
  readonly reason: string;
  /** Whether the refresh token is what Zoom did not like, rather than the app's own id or secret. */
  readonly tokenIsDead: boolean;

  constructor(error: string, reason: string | undefined) {
    super(`${error}: ${reason ?? 'no reason given'}`);
    this.name = 'GrantRefused';
    this.reason = this.message;
    this.tokenIsDead = error === 'invalid_grant';
  }
}

export interface Grant {
  accessToken: string;
  /** null: Zoom sent none; the one in hand stays in use. */
  refreshToken: string | null;
  expiresInSeconds: number;
}

export interface GrantRequest {
  oauthBaseUrl: string;
  clientId: string;
  clientSecret: string;
  form:
    | { grant_type: 'refresh_token'; refresh_token: string }
    | { grant_type: 'account_credentials'; account_id: string };
  onCall?: OnVendorCall | undefined;
}

/** No retries in here: an answer that was lost may have rotated the token, and only the next attempt can tell. */
const timeouts = {
  lookup: 5_000,
  connect: 5_000,
  secureConnect: 5_000,
  send: 5_000,
  response: 15_000,
  request: 20_000,
};

/** Asks Zoom's token endpoint once. Throws GrantRefused, or a retryable UpstreamError. */
export async function requestGrant(request: GrantRequest): Promise<Grant> {
  const started = Date.now();
  const report = (outcome: VendorOutcome): void =>
    request.onCall?.({ vendor: 'zoom', operation: 'token', outcome, ms: Date.now() - started });
  let response: { statusCode: number; body: string; headers: Record<string, string | string[] | undefined> };
  try {
    response = await got.post(`${request.oauthBaseUrl}/token`, {
      form: request.form,
      headers: {
        // Zoom takes the secret in this header only.
        authorization: `Basic ${Buffer.from(`${request.clientId}:${request.clientSecret}`).toString('base64')}`,
      },
      followRedirect: false,
      throwHttpErrors: false,
      retry: { limit: 0 },
      timeout: timeouts,
    });
  } catch (cause) {
    report('failed');
    throw new UpstreamError('Zoom’s token server could not be reached.', { retryable: true, cause });
  }
  const answer = parseJson(response.body);
  if (response.statusCode === 429) {
    report('rate_limited');
    const retryAfterMs = parseRetryAfter(String(response.headers['retry-after'] ?? ''));
    throw new UpstreamError('Zoom’s token server asks for patience.', {
      retryable: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  const refusal = TokenRefusal.safeParse(answer);
  if (refusal.success && response.statusCode < 500) {
    report('refused');
    throw new GrantRefused(refusal.data.error, refusal.data.reason);
  }
  const grant = TokenGrant.safeParse(answer);
  if (response.statusCode !== 200 || !grant.success) {
    report('failed');
    throw new UpstreamError(`Zoom’s token server answered ${response.statusCode} with nothing we can use.`, {
      retryable: true,
    });
  }
  report('ok');
  return {
    accessToken: grant.data.access_token,
    refreshToken: grant.data.refresh_token,
    expiresInSeconds: grant.data.expires_in,
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
