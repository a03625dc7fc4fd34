import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Speech as numbers: one channel, 16 bit, 16,000 a second. */
export type Samples = Int16Array;

export const perSecond = 16_000;

/** Whether this machine can speak in two voices, and read what it wrote. */
export const canSpeak = ['flite', 'ffmpeg'].every(
  (name) => spawnSync(name, ['-version'], { stdio: 'ignore' }).error === undefined,
);

/** A text in one of two voices, without the silence before and behind it. */
export function say(voice: 'slt' | 'rms', text: string): Samples {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-said-'));
  try {
    // A file: it writes how long it was into the head at the end.
    const file = join(folder, 'said.wav');
    run('flite', ['-voice', voice, '-t', text, '-o', file]);
    return heardPart(run('ffmpeg', ['-loglevel', 'error', '-i', file, ...asSamples]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asSamples = ['-f', 's16le', '-ac', '1', '-ar', String(perSecond), 'pipe:1'];

function heardPart(raw: Buffer): Samples {
  const samples = Int16Array.from({ length: raw.length >> 1 }, (_, i) => raw.readInt16LE(i * 2));
  const isHeard = (sample: number): boolean => Math.abs(sample) > 300;
  return samples.slice(samples.findIndex(isHeard), samples.findLastIndex(isHeard) + 1);
}

export const silence = (ms: number): Samples => new Int16Array((ms * perSecond) / 1000);

/** One after the other. */
export function joined(parts: readonly Samples[]): Samples {
  const whole = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const msOf = ({ length }: Samples): number => (length / perSecond) * 1000;

/** As a WAV file. */
export function wavOf(samples: Samples): Buffer {
  const raw = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
  return run(
    'ffmpeg',
    ['-loglevel', 'error', '-f', 's16le', '-ac', '1', '-ar', '16000', '-i', 'pipe:0', '-f', 'wav', 'pipe:1'],
    raw,
  );
}

function run(command: string, args: readonly string[], input?: Buffer): Buffer {
  const { status, stdout, stderr } = spawnSync(command, args, { input, maxBuffer: 100_000_000 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}
