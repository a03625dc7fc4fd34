import { explainFailure } from '../database/explain-failure.ts';
import { AppError } from '../errors/index.ts';

/**
 * Runs a command of the command line: --help prints its help; what it throws goes to standard error as a sentence and
 * sets a non-zero exit code.
 */
export async function runCommand(help: string, command: () => Promise<void>): Promise<void> {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help);
    return;
  }
  try {
    await command();
  } catch (thrown) {
    process.exitCode = 1;
    const error = explainFailure(thrown);
    console.error(error instanceof AppError ? error.message : error);
  }
}
