import type { AudioStore } from '@tulkka/shared/audio-store';
import {
  ALL_FORMATS,
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FlacOutputFormat,
  Input,
  type InputAudioTrack,
  Logging,
  LogLevel,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';
import { rangeSource } from './range-source.ts';

/** A piece of sound as a file of its own. */
export interface CutSound {
  content: Buffer;
  /** How its name ends, with the dot. */
  ending: string;
  /** Where it really begins in its recording: at the packet before what was asked for. */
  startMs: number;
}

/** A recording that pieces can be cut from. */
export interface SoundFile {
  durationMs: number;
  /** Cuts at the packets next to these times (21 ms of AAC); null where nothing is there. */
  cut(startMs: number, endMs: number): Promise<CutSound | null>;
  close(): void;
}

/** Opens a recording of the store. @returns why it cannot be read: it is gone, or is no sound, cut off, or of an odd form */
export async function openSound(store: AudioStore, name: string): Promise<SoundFile | 'missing' | 'unreadable'> {
  // Its own console lines would stand between those of our log; what cannot be read is told by the caller.
  Logging.level = LogLevel.Silent;
  const size = await store.sizeOf(name);
  if (size === undefined) return 'missing';
  if (size === 0) return 'unreadable';
  const input = new Input({ source: rangeSource(store, name, size), formats: ALL_FORMATS });
  const track = await readTrack(input);
  if (track === null) {
    input.dispose();
    return 'unreadable';
  }
  const cut = async (startMs: number, endMs: number): Promise<CutSound | null> => {
    const format = formatFor(track.codec);
    return copy(track, format, startMs / 1000, endMs / 1000);
  };
  return { durationMs: track.seconds * 1000, cut, close: () => input.dispose() };
}

interface ReadTrack {
  audio: InputAudioTrack;
  codec: AudioCodec;
  config: AudioDecoderConfig;
  seconds: number;
}

/** Whether a failure is one of the store, and not of what was read. */
export const isOfTheStore = (error: unknown): boolean => error instanceof Error && 'code' in error;

/** What a file claims to be decides nothing here: whatever cannot be read is no sound. */
async function readTrack(input: Input): Promise<ReadTrack | null> {
  try {
    const audio = await input.getPrimaryAudioTrack();
    const [codec, config] = [await audio?.getCodec(), await audio?.getDecoderConfig()];
    if (!audio || !codec || !config) return null;
    return { audio, codec, config, seconds: await audio.computeDuration() };
  } catch (error) {
    if (isOfTheStore(error)) throw error;
    return null;
  }
}

/** A file of the same codec, in the form that browsers play. */
function formatFor(codec: AudioCodec): OutputFormat {
  if (codec === 'mp3') return new Mp3OutputFormat({ xingHeader: false });
  if (codec === 'flac') return new FlacOutputFormat();
  if (codec === 'opus' || codec === 'vorbis') return new WebMOutputFormat();
  if (codec.startsWith('pcm') || codec === 'ulaw' || codec === 'alaw') return new WavOutputFormat();
  return new Mp4OutputFormat({ fastStart: 'in-memory' });
}

async function copy(
  { audio, codec, config }: ReadTrack,
  format: OutputFormat,
  start: number,
  end: number,
): Promise<CutSound | null> {
  const sink = new EncodedPacketSink(audio);
  const first = await sink.getPacket(start);
  if (first === null) return null;
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  for (let packet = first, isFirst = true; packet.timestamp < end; isFirst = false) {
    const moved = packet.clone({ timestamp: packet.timestamp - first.timestamp });
    await source.add(moved, isFirst ? { decoderConfig: config } : undefined);
    const next = await sink.getNextPacket(packet);
    if (next === null) break;
    packet = next;
  }
  await output.finalize();
  const ending = format instanceof Mp4OutputFormat ? '.m4a' : format.fileExtension;
  return target.buffer && { content: Buffer.from(target.buffer), ending, startMs: first.timestamp * 1000 };
}
