import { Readable } from 'node:stream';
import type { AudioStore } from '@tulkka/shared/audio-store';
import { clipId, isClipLength } from '@tulkka/shared/clips';
import type { RecordingPart } from '@tulkka/shared/repositories';
import { type CutSound, openSound, type SoundFile } from './sound-file.ts';

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
  private readonly opened = new Map<string, Promise<SoundFile | null>>();

  constructor(
    private readonly store: AudioStore,
    private readonly recordingId: string,
    private readonly parts: readonly RecordingPart[],
  ) {}

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
    if (to > sound.durationMs + slackMs) return null;
    const cut = await sound.cut(from, Math.min(to, sound.durationMs));
    return cut && { ...cut, startMs: cut.startMs + part.offset_ms };
  }

  /** Lets go of the recording. */
  async close(): Promise<void> {
    for (const sound of await Promise.all(this.opened.values())) sound?.close();
  }

  private open(name: string): Promise<SoundFile | null> {
    const known = this.opened.get(name) ?? openSound(this.store, name);
    this.opened.set(name, known);
    return known;
  }
}
