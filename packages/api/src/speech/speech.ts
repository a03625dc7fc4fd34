import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@tulkka/shared/logging';
import type { SpokenKind } from '@tulkka/shared/repositories';
import type { SpeechEngine } from './speech-engine.ts';

/** A text that somebody wants to hear. */
export interface Spoken {
  /** Names it in addresses. */
  kind: SpokenKind;
  id: string;
  text: string;
  /** An address of a recording that is known already. */
  storedUrl: string | null;
}

/** Where it can be heard; null means that the learner's device speaks for itself. */
export interface SpokenAnswer {
  url: string | null;
  source: 'stored' | 'generated' | 'device';
}

/** An engine that failed is left alone for a while, so that learners do not wait for it one after another. */
const pauseMs = 30_000;

/**
 * Recordings of words and sentences: a stored one, else one made by the first engine that can, once, and kept below
 * the data folder. The folder is a cache: a process that misses a recording makes it anew.
 */
export class Speech {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly pausedUntil = new Map<string, number>();

  constructor(
    private readonly engines: readonly SpeechEngine[],
    readonly folder: string,
    private readonly log: Logger,
  ) {}

  /** Where a text can be heard. @param base the address of the API, which generated recordings are served below */
  async find({ kind, id, text, storedUrl }: Spoken, base: string): Promise<SpokenAnswer> {
    if (storedUrl !== null) return { url: storedUrl, source: 'stored' };
    for (const engine of this.engines) {
      const name = fileName(engine, text);
      if (!(await this.provide(engine, text))) continue;
      return { url: `${base}/api/v1/audio/${kind}/${encodeURIComponent(id)}/${name}`, source: 'generated' };
    }
    return { url: null, source: 'device' };
  }

  /** Whether a file of this name is a recording of this text, and there to be sent. */
  async has(name: string, text: string): Promise<boolean> {
    const engine = this.engines.find((one) => fileName(one, text) === name);
    return engine !== undefined && this.provide(engine, text);
  }

  private async provide(engine: SpeechEngine, text: string): Promise<boolean> {
    const path = join(this.folder, fileName(engine, text));
    if (await isThere(path)) return true;
    if ((this.pausedUntil.get(engine.name) ?? 0) > Date.now()) return false;
    try {
      await this.once(path, async () => {
        const recording = await engine.speak(text);
        await mkdir(this.folder, { recursive: true });
        // Written aside and moved, so that nobody is served half a recording.
        const partial = `${path}.${randomUUID()}`;
        await writeFile(partial, recording);
        await rename(partial, path);
      });
      return true;
    } catch (error) {
      this.pausedUntil.set(engine.name, Date.now() + pauseMs);
      this.log.warn('cannot speak', { engine: engine.name, error });
      return false;
    }
  }

  /** Calls for the same recording share its making. */
  private once(path: string, make: () => Promise<void>): Promise<void> {
    const running = this.underWay.get(path);
    if (running) return running;
    const making = make().finally(() => this.underWay.delete(path));
    this.underWay.set(path, making);
    return making;
  }
}

/** A name that only who knows the text can tell, and that changes when text, engine or voice change. */
function fileName(engine: SpeechEngine, text: string): string {
  const hash = createHash('sha256').update(`${engine.name}\n${text}`).digest('hex').slice(0, 40);
  return `${hash}.${engine.extension}`;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
