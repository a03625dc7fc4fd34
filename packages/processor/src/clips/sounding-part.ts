import { type Samples, samplesPerSecond } from './decode-sound.ts';

const frameMs = 20;
/** Quieter than the loudest moment by so much is silence: 26 dB. */
const silentShare = 0.05;

/** From the first sound to the last, in milliseconds; null where there is none. */
export function soundingPart(samples: Samples): [number, number] | null {
  const frame = (samplesPerSecond * frameMs) / 1000;
  const loudness = Array.from({ length: Math.floor(samples.length / frame) }, (_, i) =>
    loudnessOf(samples.subarray(i * frame, (i + 1) * frame)),
  );
  const limit = Math.max(...loudness, 0) * silentShare;
  const isSound = (one: number): boolean => one > limit;
  const first = loudness.findIndex(isSound);
  return first < 0 ? null : [first * frameMs, (loudness.findLastIndex(isSound) + 1) * frameMs];
}

/** The strength of a stretch of sound (root mean square). */
export const loudnessOf = (samples: Samples): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
