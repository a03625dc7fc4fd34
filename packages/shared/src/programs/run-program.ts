import { spawn, spawnSync } from 'node:child_process';

/** What a program is given, and how long it may take. */
export interface ProgramRun {
  /** What it reads on its standard input: as an argument a text could be taken for an option. */
  input?: string | Buffer;
  timeoutMs: number;
}

/** Whether this machine has a program: it can be started with these arguments, and ends. */
export const hasProgram = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 2000 }).error === undefined;

/** Runs a program of this machine, without a shell. @returns what it wrote @throws when it fails or takes too long */
export function runProgram(
  command: string,
  args: readonly string[],
  { input, timeoutMs }: ProgramRun,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    // It may end before it has read everything; how it ended says more than the broken pipe.
    child.stdin.on('error', () => undefined);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error(`${command} ended with ${signal ?? `code ${code}`}`));
    });
    child.stdin.end(input);
  });
}
