import { Readable } from 'node:stream';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { clipId, isClipLength } from '@tulkka/shared/clips';
import type { SoundProblem } from '@tulkka/shared/exercises';
import type { RecordingPart } from '@tulkka/shared/repositories';
import { type CutSound, isOfTheStore, openSound, type SoundFile } from './sound-file.ts';

/** A clip that lies in the store. */
export interface CutClip {
  id: string;
  start_ms: number;
  end_ms: number;
  audio_name: string;
}

/** Times of a transcript may end so far behind the last sound. */
const slackMs = 300;

/** Cuts clips out of one recording, whose parts are opened when they are first needed. */
export class ClipCutter {
  private readonly opened = new Map<string, ReturnType<typeof openSound>>();
  private readonly found = new Map<string, SoundProblem>();

  constructor(
    private readonly store: AudioStore,
    private readonly recordingId: string,
    private readonly parts: readonly RecordingPart[],
  ) {}

  /** What was tried of the recording, by the name of its part: what was wrong with it, or null. */
  get problems(): ReadonlyMap<string, SoundProblem | null> {
    return new Map([...this.opened.keys()].map((name) => [name, this.found.get(name) ?? null]));
  }

  /** Cuts and stores a clip; null where its stretch lies in no one part, or the sound cannot be read. */
  async cut(key: string, startMs: number, endMs: number): Promise<CutClip | null> {
    const cut = isClipLength(startMs, endMs) ? await this.piece(startMs, endMs) : null;
    if (cut === null) return null;
    const id = clipId(this.recordingId, key, startMs, endMs);
    const audio_name = `clips/${id}${cut.ending}`;
    await this.store.put(audio_name, Readable.from([cut.content]));
    return { id, start_ms: startMs, end_ms: endMs, audio_name };
  }

  /** A piece of the recording that is stored nowhere; null where it lies in no one part, or cannot be read. */
  async piece(startMs: number, endMs: number): Promise<CutSound | null> {
    const part = this.parts.findLast(({ offset_ms }) => offset_ms <= startMs);
    const sound = part && (await this.open(part.audio_name));
    if (!part || !sound) return null;
    const [from, to] = [startMs - part.offset_ms, endMs - part.offset_ms];
    if (from > sound.durationMs + slackMs) this.note(part, 'short');
    if (to > sound.durationMs + slackMs) return null;
    try {
      const cut = await sound.cut(from, Math.min(to, sound.durationMs));
      return cut && { ...cut, startMs: cut.startMs + part.offset_ms };
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      this.note(part, 'unreadable');
      return null;
    }
  }

  /** Lets go of the recording. */
  async close(): Promise<void> {
    for (const sound of await Promise.all(this.opened.values())) if (typeof sound !== 'string') sound.close();
  }

  private async open(name: string): Promise<SoundFile | null> {
    const known = this.opened.get(name) ?? openSound(this.store, name);
    this.opened.set(name, known);
    const sound = await known;
    if (typeof sound !== 'string') return sound;
    this.found.set(name, sound);
    return null;
  }

  private note({ audio_name }: RecordingPart, problem: SoundProblem): void {
    // Behind the last part there may be a pause; only what was never recorded is missing.
    if (problem === 'short' && this.parts.at(-1)?.audio_name !== audio_name) return;
    this.found.set(audio_name, problem);
  }
}
