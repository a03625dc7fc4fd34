import { type AccessToken, type Api, answerOf, type Schema } from '../../api/client.ts';
import { ApiProblem, mayDoBetterLater, Unreachable } from '../../api/problem.ts';
import { sendPart } from './send-part.ts';

/** How far a file is, from 0 to 1, and whether it waits for a connection. */
export interface SendingProgress {
  share: number;
  waits: boolean;
}

/** A server that refuses this often in a row does not get better by itself. */
const mostRefusals = 8;
const longestWaitMs = 30_000;
/** Parts that get lost again and again are a fault that a person should see. */
const mostRounds = 3;

/**
 * Sends a recording in parts. It waits out a lost connection and goes on; the same file for the same class, sent again
 * after a reload too, goes on where it was.
 */
export async function sendInParts(
  { api, accessToken }: { api: Api; accessToken: AccessToken },
  { classId, file }: { classId: string; file: File },
  tell: (progress: SendingProgress) => void,
): Promise<void> {
  let share = 0;
  const progress = (sent: number): void => {
    share = sent / file.size;
    tell({ share, waits: false });
  };
  const persist = <T>(work: () => Promise<T>): Promise<T> => untilDone(work, () => tell({ share, waits: true }));

  const body = {
    name: file.name,
    size: file.size,
    fingerprint: `${file.size}/${file.lastModified}`,
    class_id: classId,
  };
  let { upload } = await persist(() => answerOf(api.POST('/api/v1/uploads', { body })));
  const path = { upload_id: upload.id };
  for (let round = 1; ; round += 1) {
    for (const { part, from, to } of missingOf(upload)) {
      const before = sizeThere(upload);
      const address = `/api/v1/uploads/${upload.id}/parts/${part}`;
      await persist(() => sendPart(accessToken, address, file.slice(from, to), (sent) => progress(before + sent)));
      upload = { ...upload, parts: [...upload.parts, part] };
      progress(sizeThere(upload));
    }
    try {
      await persist(() => answerOf(api.POST('/api/v1/uploads/{upload_id}/finish', { params: { path } })));
      return;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 409 || round === mostRounds) throw error;
      ({ upload } = await persist(() => answerOf(api.GET('/api/v1/uploads/{upload_id}', { params: { path } }))));
      if (missingOf(upload).length === 0) throw error;
    }
  }
}

type Upload = Schema<'Upload'>;

/** The parts that have yet to be sent, and where they lie in the file. */
function missingOf({ size, part_size, parts }: Upload): { part: number; from: number; to: number }[] {
  const there = new Set(parts);
  return Array.from({ length: Math.ceil(size / part_size) }, (_, i) => ({
    part: i + 1,
    from: i * part_size,
    to: Math.min(size, (i + 1) * part_size),
  })).filter(({ part }) => !there.has(part));
}

const sizeThere = (upload: Upload): number =>
  upload.size - missingOf(upload).reduce((sum, { from, to }) => sum + to - from, 0);

/** Does something again until it is done or refused for good; a connection that is away is waited for as long as it takes. */
async function untilDone<T>(work: () => Promise<T>, tellWaiting: () => void): Promise<T> {
  for (let refusals = 0, tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isCalledBack = error instanceof ApiProblem && error.status === 409 && error.retryAfterMs !== null;
      if (!isCalledBack && !mayDoBetterLater(error)) throw error;
      if (!isCalledBack && !(error instanceof Unreachable) && ++refusals > mostRefusals) throw error;
      if (!isCalledBack) tellWaiting();
      const asked = error instanceof ApiProblem ? error.retryAfterMs : null;
      await connectionOr(asked ?? Math.min(longestWaitMs, 1000 * 2 ** Math.min(tries, 10)));
    }
  }
}

/** Waits so long, or until the device finds its network again. */
function connectionOr(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
  });
}
