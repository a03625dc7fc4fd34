import { AppError } from '@tulkka/shared/errors';
import type { EventStream, ServerEvent } from '../http/event-stream.ts';
import type { News } from './news.ts';
import type { NewsFeed } from './news-feed.ts';

/** Whether somebody may hear of a thing. */
export type Audience = (news: News) => boolean;

/** Who looks, from when on, and the way to ask whether they still may; null says that they may not. */
export interface Watcher {
  who: string;
  from: number | null;
  /** The class whose practice they look at. */
  practiceIn: string | null;
  sees: Audience;
  ask: () => Promise<Audience | null>;
}

/** How often a stream says that it stands, and how often it is asked who listens. */
export interface WatchTimes {
  beatMs: number;
  askMs: number;
}

/** Heroku ends what is silent for 55 seconds, nginx after 60. */
const usualTimes: WatchTimes = { beatMs: 20_000, askMs: 60_000 };

/** Tabs that one person has open in one process; those beyond them look for themselves. */
const mostOfOne = 10;
const retryMs = 3000;

interface Watch extends Watcher {
  stream: EventStream;
  /** What came before its beginning was told; null once it has begun. */
  waiting: News[] | null;
  askedAt: number;
}

/** The streams that are open in this process. */
export class Watches {
  private readonly open = new Set<Watch>();
  private timer: NodeJS.Timeout | null = null;
  private unlisten: (() => void) | null = null;
  private closed = false;

  constructor(
    private readonly feed: NewsFeed,
    private readonly times: WatchTimes = usualTimes,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws AppError when somebody has too many streams open */
  requireRoom(who: string): void {
    const theirs = [...this.open].filter((watch) => watch.who === who).length;
    if (theirs < mostOfOne) return;
    const say = `There are ${mostOfOne} streams open for you: close some, or ask with live=false.`;
    throw new AppError('rate_limited', say, { retryAfterMs: 60_000 });
  }

  /** Tells somebody what changed while they were away, and goes on with what changes until either side ends it. */
  async add(stream: EventStream, watcher: Watcher): Promise<void> {
    if (this.closed) return stream.end();
    stream.begin(retryMs);
    const watch: Watch = { ...watcher, stream, waiting: [], askedAt: this.now() };
    this.open.add(watch);
    this.unlisten ??= this.feed.listen(
      (news, until) => this.tell(news, until),
      () => [...this.open].flatMap(({ practiceIn }) => practiceIn ?? []),
    );
    this.timer ??= setInterval(() => this.beat(), this.times.beatMs);
    stream.onEnd(() => this.remove(watch));
    if (!(await this.catchUp(stream, watch))) return stream.end();
    const { waiting } = watch;
    watch.waiting = null;
    this.send(watch, waiting ?? [], this.feed.until);
  }

  /** Tells what changed while somebody was away, and ends. */
  async once(stream: EventStream, watcher: Watcher): Promise<void> {
    stream.begin(retryMs);
    await this.catchUp(stream, watcher);
    stream.end();
  }

  /** Ends all streams: the process stops, and the next one goes on where they were. */
  close(): void {
    this.closed = true;
    for (const { stream } of this.open) stream.end();
  }

  private async catchUp(stream: EventStream, watcher: Watcher): Promise<boolean> {
    const { from, practiceIn } = watcher;
    const until = this.now();
    try {
      const missed = await this.feed.since(from ?? until, practiceIn === null ? [] : [practiceIn]);
      if (missed === null) stream.send([startOver], String(until));
      else stream.send(missed.filter((one) => concerns(watcher, one)).map(toEvent), String(until));
      stream.beat(String(until));
      return true;
    } catch {
      // The databases are away: whoever listens comes back with the same Last-Event-ID.
      return false;
    }
  }

  private tell(news: readonly News[] | null, until: number): void {
    for (const watch of this.open) {
      if (news === null) watch.stream.send([startOver], String(until));
      else if (watch.waiting !== null) watch.waiting.push(...news);
      else this.send(watch, news, until);
    }
  }

  private send(watch: Watch, news: readonly News[], until: number): void {
    watch.stream.send(news.filter((one) => concerns(watch, one)).map(toEvent), String(until));
  }

  private beat(): void {
    const at = this.now();
    for (const watch of this.open) {
      if (watch.waiting === null) watch.stream.beat(String(this.feed.until));
      if (at - watch.askedAt >= this.times.askMs) void this.ask(watch, at);
    }
  }

  /** Who signed out, or keeps other classes by now, is not told what they may not see. */
  private async ask(watch: Watch, at: number): Promise<void> {
    watch.askedAt = at;
    try {
      const sees = await watch.ask();
      if (sees === null) watch.stream.end();
      else watch.sees = sees;
    } catch {
      // Nobody can be asked right now; the next time is soon.
    }
  }

  private remove(watch: Watch): void {
    this.open.delete(watch);
    if (this.open.size > 0) return;
    this.unlisten?.();
    this.unlisten = null;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }
}

/** Whether somebody may hear of a thing, and of practice whether they look at that class. */
const concerns = ({ sees, practiceIn }: Watcher, news: News): boolean =>
  sees(news) && (news.kind !== 'practice' || news.classId === practiceIn);

const startOver: ServerEvent = { event: 'reset', data: {} };

const toEvent = ({ kind, id, classId, lessonId, status, revision }: News): ServerEvent => ({
  event: kind,
  data: {
    id,
    class_id: classId,
    status,
    ...(kind === 'set' && { lesson_id: lessonId, revision }),
  },
});
