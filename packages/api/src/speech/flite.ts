import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '@tulkka/shared/programs';
import type { SpeechEngine } from './speech-engine.ts';

const timeoutMs = 10_000;
/** The head of a WAV file without any sound. */
const headBytes = 44;

/** The flite binary, where the machine has it, in the voice of an American woman (docs/adr/0023). */
export class Flite implements SpeechEngine {
  readonly name = 'flite slt';
  readonly extension = 'wav';

  constructor(private readonly command = 'flite') {}

  async speak(text: string): Promise<Buffer> {
    // A file: on its standard output it leaves the sound away.
    const folder = await mkdtemp(join(tmpdir(), 'tulkka-flite-'));
    try {
      const file = join(folder, 'said.wav');
      await runProgram(this.command, ['-voice', 'slt', '-', file], { input: withoutAccents(text), timeoutMs });
      const recording = await readFile(file);
      if (recording.length <= headBytes) throw new Error(`${this.command} said nothing`);
      return recording;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** It passes over letters with accents: café would be said as caf. */
const withoutAccents = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '');
