import { parseRetryAfter } from '../upstream/index.ts';

/** Zoom counts calls per account in classes; listing is `medium`, a single meeting `light`. */
export type LimitClass = 'light' | 'medium' | 'heavy' | 'resource-intensive' | 'download';

type Headers = Record<string, string | string[] | undefined>;

/** A per-second limit comes without Retry-After: a second and a bit is what it takes. */
const perSecondMs = 1_100;
/** A 429 that says nothing at all. */
const unknownMs = 2_000;

/** Remembers, per limit class, until when Zoom wants no calls. One class at its limit does not hold up the others. */
export class RateLimits {
  private readonly until = new Map<string, number>();

  /** Milliseconds until a call of this class may go out. */
  delay(limit: LimitClass): number {
    return Math.max(0, (this.until.get(limit) ?? 0) - Date.now());
  }

  /** Learns from a 429, and says how long to wait. The answer's own category wins over the one we assumed. */
  learn(assumed: LimitClass, headers: Headers): number {
    const named = single(headers['x-ratelimit-category'])?.toLowerCase();
    const waitMs = parseRetryAfter(single(headers['retry-after'])) ?? untilReset(headers) ?? unknownMs;
    for (const limit of new Set([assumed, named ?? assumed])) {
      this.until.set(limit, Math.max(this.until.get(limit) ?? 0, Date.now() + waitMs));
    }
    return waitMs;
  }
}

function untilReset(headers: Headers): number | undefined {
  const perSecond = /qps/i.test(single(headers['x-ratelimit-type']) ?? '');
  const reset = Number(single(headers['x-ratelimit-reset']));
  if (Number.isFinite(reset) && reset > 0) return Math.max(perSecondMs, reset * 1000 - Date.now());
  return perSecond ? perSecondMs : undefined;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
