import { setTimeout as sleep } from 'node:timers/promises';

/** What one look found. `note` is fine today and worth knowing; `skipped` is not set up here and not needed. */
export interface Finding {
  state: 'ok' | 'note' | 'failed' | 'skipped';
  /** What was seen. */
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

/** One thing that a deployment needs. */
export interface Check {
  name: string;
  look: () => Promise<Finding> | Finding;
}

/** A finding with the name of its check. */
export type CheckResult = Finding & { name: string };

/** Longer than any healthy part takes to answer. */
const patienceMs = 20_000;

export const ok = (detail: string): Finding => ({ state: 'ok', detail });
export const note = (detail: string, remedy: string): Finding => ({ state: 'note', detail, remedy });
export const skipped = (detail: string): Finding => ({ state: 'skipped', detail });
export const failed = (detail: string, remedy: string): Finding => ({ state: 'failed', detail, remedy });

/** Runs a check. One that throws or does not come back has failed; the others still run. */
export async function runCheck({ name, look }: Check): Promise<CheckResult> {
  const patience = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: patience.signal }).then(
    () => failed(`gave no answer within ${patienceMs / 1000} s`, 'look whether it is reachable from this machine'),
    () => skipped('ended'),
  );
  try {
    return { name, ...(await Promise.race([look(), late])) };
  } catch (error) {
    const detail = error instanceof Error ? error.message || String(error.cause ?? error.name) : String(error);
    return { name, ...failed(detail, 'look at what the message names') };
  } finally {
    patience.abort();
  }
}
