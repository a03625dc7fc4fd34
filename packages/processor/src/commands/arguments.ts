import { parseArgs } from 'node:util';

/** A command line that cannot be understood; the sentence says what is wrong with it. */
export class UsageError extends Error {}

/** Exit codes of the commands: usage is the caller's mistake, unusable input the file's. */
export const exitCodes = { unusable: 1, usage: 2 } as const;

/** Reads a command line; whatever the parser dislikes becomes a usage error. */
export function readArguments<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options'] & object>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The command line cannot be read.');
  }
}
