import { spawnSync } from 'node:child_process';

/** A stretch of a recording in which one tone sounds: a voice that can be told from all others. */
export interface Tone {
  startMs: number;
  endMs: number;
  hertz: number;
}

const sampleRate = 16_000;

/** A WAV file (16 bit, mono) with these tones, and silence between them. */
export function toneFile(lengthMs: number, tones: readonly Tone[]): Buffer {
  const samples = Math.round((lengthMs / 1000) * sampleRate);
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (const { startMs, endMs, hertz } of tones) {
    const [from, to] = [startMs, endMs].map((ms) => Math.round((ms / 1000) * sampleRate));
    for (let i = from ?? 0; i < Math.min(samples, to ?? 0); i += 1) {
      file.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * i) / sampleRate)), 44 + i * 2);
    }
  }
  return file;
}

/** Whether this machine can make and read other forms than WAV. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

/** Puts sound into another form by ffmpeg: the arguments name codec and container. */
export function converted(sound: Buffer, args: readonly string[], path: string): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-loglevel', 'error', '-y', '-i', 'pipe:0', ...args, path], {
    input: sound,
  });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
}

/** What is heard in a file: its length and which of some tones sound for how many milliseconds. */
export interface Heard {
  lengthMs: number;
  msOf: Record<number, number>;
}

/** Listens to a file: WAV by itself, all else by ffmpeg. */
export function listen(sound: Buffer, hertz: readonly number[]): Heard {
  const samples = sound.toString('latin1', 0, 4) === 'RIFF' ? samplesOfWav(sound) : decoded(sound);
  const window = sampleRate / 50;
  const msOf = Object.fromEntries(hertz.map((one) => [one, 0]));
  for (let at = 0; at + window <= samples.length; at += window) {
    const part = samples.subarray(at, at + window);
    for (const one of hertz) if (powerAt(part, one) > 0.02) msOf[one] = (msOf[one] ?? 0) + 20;
  }
  return { lengthMs: Math.round((samples.length / sampleRate) * 1000), msOf };
}

function samplesOfWav(sound: Buffer): Float32Array {
  const data = sound.indexOf('data', 12, 'latin1') + 8;
  const count = Math.floor((sound.length - data) / 2);
  return Float32Array.from({ length: count }, (_, i) => sound.readInt16LE(data + i * 2) / 32_768);
}

function decoded(sound: Buffer): Float32Array {
  const args = ['-loglevel', 'error', '-i', 'pipe:0', '-f', 's16le', '-ac', '1', '-ar', String(sampleRate), 'pipe:1'];
  const { stdout, status, stderr } = spawnSync('ffmpeg', args, { input: sound, maxBuffer: 100_000_000 });
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
  return Float32Array.from({ length: stdout.length >> 1 }, (_, i) => stdout.readInt16LE(i * 2) / 32_768);
}

/** The strength of one tone in a stretch (Goertzel), between 0 and about 0.25. */
function powerAt(samples: Float32Array, hertz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let [before, last] = [0, 0];
  for (const sample of samples) [before, last] = [last, sample + turn * last - before];
  return Math.sqrt(Math.max(0, last * last + before * before - turn * last * before)) / samples.length;
}
