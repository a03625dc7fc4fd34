import { runProgram } from '@tulkka/shared/programs';

/** Sound as numbers: one channel, 16 bit, 16,000 a second. */
export type Samples = Int16Array;

export const samplesPerSecond = 16_000;
const timeoutMs = 20_000;

/** Decodes a piece of sound by the machine's ffmpeg, whatever its form. @throws where it cannot be decoded */
export async function decodeSound(content: Buffer): Promise<Samples> {
  const form = ['-f', 's16le', '-ac', '1', '-ar', String(samplesPerSecond)];
  const args = ['-loglevel', 'error', '-protocol_whitelist', 'pipe', '-i', 'pipe:0', ...form, 'pipe:1'];
  const bytes = await runProgram('ffmpeg', args, { input: content, timeoutMs });
  return Int16Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readInt16LE(i * 2));
}
