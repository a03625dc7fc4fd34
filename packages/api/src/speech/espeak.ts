import { spawn } from 'node:child_process';
import type { SpeechEngine } from './speech-engine.ts';

const patienceMs = 10_000;

/** The espeak-ng binary, where the machine has it: plain, but free and at once. */
export class Espeak implements SpeechEngine {
  readonly name = 'espeak-ng en-us';
  readonly extension = 'wav';

  constructor(private readonly command = 'espeak-ng') {}

  speak(text: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      // The text goes through standard input: as an argument it could be taken for an option.
      const child = spawn(this.command, ['--stdin', '--stdout', '-v', 'en-us', '-s', '150'], {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: patienceMs,
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', reject);
      // It may end before it has read everything; how it ended says more than the broken pipe.
      child.stdin.on('error', () => undefined);
      child.on('close', (code) => {
        const recording = Buffer.concat(chunks);
        if (code === 0 && recording.length > 0) resolve(recording);
        else reject(new Error(`espeak-ng ended with code ${code} and ${recording.length} bytes`));
      });
      child.stdin.end(text);
    });
  }
}
