import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old (or how far ahead) a signed call may be. */
const toleranceSeconds = 300;

export interface SignedCall {
  /** The body exactly as it came: parsed and written again, its signature no longer holds. */
  rawBody: Buffer;
  /** The headers `x-zm-signature` and `x-zm-request-timestamp`. */
  signature: string | undefined;
  timestamp: string | undefined;
}

export type SignatureVerdict = { valid: true } | { valid: false; reason: 'unsigned' | 'stale' | 'wrong_signature' };

/** Whether Zoom itself made this call, and lately. */
export function verifyWebhook(call: SignedCall, secret: string, now: Date = new Date()): SignatureVerdict {
  if (!call.signature || !call.timestamp || !/^\d{1,15}$/.test(call.timestamp))
    return { valid: false, reason: 'unsigned' };
  const expected = `v0=${hmac(secret).update(`v0:${call.timestamp}:`).update(call.rawBody).digest('hex')}`;
  if (!equalInConstantTime(call.signature, expected)) return { valid: false, reason: 'wrong_signature' };
  const age = Math.abs(now.getTime() / 1000 - Number(call.timestamp));
  return age > toleranceSeconds ? { valid: false, reason: 'stale' } : { valid: true };
}

/** What Zoom wants to hear before it sends events to an address, and every three days after. */
export function answerUrlValidation(
  plainToken: string,
  secret: string,
): { plainToken: string; encryptedToken: string } {
  return { plainToken, encryptedToken: hmac(secret).update(plainToken).digest('hex') };
}

function hmac(secret: string): ReturnType<typeof createHmac> {
  return createHmac('sha256', secret);
}

function equalInConstantTime(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
