/** A version is read in milliseconds: a read that takes longer hangs, and whoever waits behind it goes ahead. */
const usualPatienceMs = 3000;

interface Waiting<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (error: unknown) => void;
}

/** Answers many questions with one read. @throws whatever the read does, to all who asked */
export type ReadMany<K, V> = (keys: readonly K[]) => Promise<(key: K) => V>;

/**
 * One read for all who ask at the same time. It never begins before the last of those that it answers has asked, so
 * nobody is told of a state that was over when they came; those who come while one is under way go with the next. One
 * that hangs holds up nobody but those who wait for it.
 */
export class GatheredRead<K, V> {
  private waiting: Waiting<K, V>[] = [];
  private isRunning = false;

  constructor(
    private readonly read: ReadMany<K, V>,
    private readonly patienceMs = usualPatienceMs,
  ) {}

  ask(key: K): Promise<V> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (this.isRunning) return;
      this.isRunning = true;
      // After the sockets that are being read: who sent at the same time goes along.
      setImmediate(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const asked = this.waiting;
      this.waiting = [];
      await this.atMostPatiently(this.answer(asked));
    }
    this.isRunning = false;
  }

  /** Until this is done, or has taken too long to be waited for. */
  private atMostPatiently(work: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, this.patienceMs);
      void work.finally(() => {
        clearTimeout(patience);
        resolve();
      });
    });
  }

  private async answer(asked: readonly Waiting<K, V>[]): Promise<void> {
    try {
      const answerTo = await this.read(asked.map(({ key }) => key));
      for (const { key, resolve } of asked) resolve(answerTo(key));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
