import { runProgram } from '@tulkka/shared/programs';
import type { SpeechEngine } from './speech-engine.ts';

const timeoutMs = 10_000;

/** The espeak-ng binary, where the machine has it: plain, but free and at once. */
export class Espeak implements SpeechEngine {
  readonly name = 'espeak-ng en-us';
  readonly extension = 'wav';

  constructor(private readonly command = 'espeak-ng') {}

  async speak(text: string): Promise<Buffer> {
    const args = ['--stdin', '--stdout', '-v', 'en-us', '-s', '150'];
    const recording = await runProgram(this.command, args, { input: text, timeoutMs });
    if (recording.length === 0) throw new Error(`${this.command} said nothing`);
    return recording;
  }
}
