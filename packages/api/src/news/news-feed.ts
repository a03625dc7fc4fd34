import type { Logger } from '@tulkka/shared/logging';
import type { News, ReadNews } from './news.ts';

/** Hears what is new; null says that it is too much to tell, so look at everything again. */
export type NewsListener = (news: readonly News[] | null, until: number) => void;

/** How often a process asks, and how far its clock and those of other machines may be apart. */
export interface FeedTimes {
  everyMs: number;
  overlapMs: number;
}

const usualTimes: FeedTimes = { everyMs: 3000, overlapMs: 10_000 };

/** So long back can be told what changed; who was away longer looks at everything again. */
const longestAwayMs = 24 * 3_600_000;
/** News remembered, so that what is read twice is told once; the eldest go first. */
const mostRemembered = 5000;

/**
 * What changes, for all who look in this process: while anybody listens the databases are asked every few seconds, once
 * for all of them; while nobody does, not at all. Each process asks for itself, so that it does not matter which one a
 * change was made in.
 */
export class NewsFeed {
  private readonly listeners = new Map<NewsListener, () => readonly string[]>();
  private readonly sentVersions = new Map<string, string>();
  private timer: NodeJS.Timeout | null = null;
  private asking = false;
  private failing = false;
  private asked = 0;

  constructor(
    private readonly read: ReadNews,
    private readonly log: Pick<Logger, 'warn' | 'info'>,
    private readonly times: FeedTimes = usualTimes,
    private readonly now: () => number = Date.now,
  ) {}

  /** Up to when everything was told. */
  get until(): number {
    return this.asked;
  }

  /**
   * Calls with what changes from now on; returns what ends it.
   * @param practiceIn the classes whose practice the listener looks at
   */
  listen(listener: NewsListener, practiceIn: () => readonly string[] = () => []): () => void {
    this.listeners.set(listener, practiceIn);
    if (this.timer === null) {
      this.asked = this.now();
      this.timer = setInterval(() => void this.ask(), this.times.everyMs);
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  /** What changed since a moment, told by its clock or another machine's; null where that is too much to tell. */
  async since(moment: number, practiceIn: readonly string[] = []): Promise<News[] | null> {
    if (moment < this.now() - longestAwayMs) return null;
    return this.read(new Date(Math.min(moment, this.now()) - this.times.overlapMs), practiceIn);
  }

  close(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.sentVersions.clear();
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const from = this.now();
    try {
      const practiceIn = new Set([...this.listeners.values()].flatMap((of) => of()));
      const news = await this.read(new Date(this.asked - this.times.overlapMs), [...practiceIn]);
      this.asked = from;
      if (this.failing) this.log.info('what changes is known again');
      this.failing = false;
      this.tell(news && this.onlyNew(news));
    } catch (error) {
      // The moment stays where it is, so nothing is lost when the database is back.
      if (!this.failing) this.log.warn('what changes cannot be asked for', { error });
      this.failing = true;
    } finally {
      this.asking = false;
    }
  }

  private onlyNew(news: readonly News[]): News[] {
    return news.filter(({ kind, id, classId, version }) => {
      // One learner practises in several classes.
      const key = kind === 'practice' ? `${kind} ${classId} ${id}` : `${kind} ${id}`;
      if (this.sentVersions.get(key) === version) return false;
      this.sentVersions.delete(key);
      this.sentVersions.set(key, version);
      const [eldest] = this.sentVersions.keys();
      if (this.sentVersions.size > mostRemembered && eldest !== undefined) this.sentVersions.delete(eldest);
      return true;
    });
  }

  private tell(news: readonly News[] | null): void {
    for (const listener of this.listeners.keys()) listener(news, this.asked);
  }
}
