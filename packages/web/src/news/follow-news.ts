import { type News, readEvents } from './read-events.ts';

/** What is to be told: from where one was (an empty id begins with now), and the practice of which class. */
export interface NewsWish {
  lastId: string;
  practiceIn?: string | undefined;
}

/** Asks for the stream of news. */
export type OpenNews = (wish: NewsWish, signal: AbortSignal) => Promise<Response>;

/** What becomes of a stream while somebody follows it. */
export interface Follower {
  open: OpenNews;
  practiceIn?: string | undefined;
  hear(news: readonly News[]): void;
  /** Whether news arrive by themselves right now; else one looks from time to time. */
  live(isLive: boolean): void;
}

/** How long a stream may be silent, and how soon one comes back to it. */
export interface FollowTimes {
  silentMs: number;
  backMs: number;
  longestBackMs: number;
  /** News that come together are heard together. */
  gatherMs: number;
}

const usualTimes: FollowTimes = { silentMs: 50_000, backMs: 1000, longestBackMs: 60_000, gatherMs: 300 };

/** Follows what changes until the signal ends it; a stream that breaks off is taken up where it was. Returns its last id. */
export async function followNews(
  { open, practiceIn, hear, live }: Follower,
  signal: AbortSignal,
  from = '',
  times: FollowTimes = usualTimes,
): Promise<string> {
  let lastId = from;
  let failures = 0;
  const gathered: News[] = [];
  const tell = (news: News): void => {
    gathered.push(news);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const together = gathered.splice(0);
      if (!signal.aborted) hear(together);
    }, times.gatherMs);
  };

  while (!signal.aborted) {
    const silence = new AbortController();
    const wake = (): ReturnType<typeof setTimeout> => setTimeout(() => silence.abort(), times.silentMs);
    let timer = wake();
    try {
      const { ok, body } = await open({ lastId, practiceIn }, AbortSignal.any([signal, silence.signal]));
      if (!ok || body === null) throw new Error('There is no stream.');
      for await (const { news, id } of readEvents(body)) {
        clearTimeout(timer);
        timer = wake();
        live(true);
        failures = 0;
        lastId = id ?? lastId;
        if (news !== null) tell(news);
      }
    } catch {
      // Broken off, refused or silent: the next try says more.
    }
    clearTimeout(timer);
    live(false);
    failures += 1;
    await pause(Math.min(times.longestBackMs, times.backMs * 2 ** (failures - 1)), signal);
  }
  return lastId;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
