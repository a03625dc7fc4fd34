import { parseArgs } from 'node:util';
import { ValidationError } from '../errors/index.ts';

/**
 * Reads a command's arguments: words, `--switch` and `--option value`.
 * @param shape the names of the switches, of the options, and how many words there must be
 * @throws ValidationError with the usage when they do not fit
 */
export function readArguments<const S extends string, const O extends string>(
  usage: string,
  shape: { switches?: readonly S[]; options?: readonly O[]; words?: number },
): { words: string[]; switches: Record<S, boolean>; options: Record<O, string | undefined> } {
  const { switches = [], options = [], words = 0 } = shape;
  const refuse = (why: string) => new ValidationError([{ path: 'arguments', message: why }], `${why}\n\n${usage}`);
  const known = [
    ...switches.map((name) => [name, { type: 'boolean' as const }] as const),
    ...options.map((name) => [name, { type: 'string' as const }] as const),
  ];
  let read: ReturnType<typeof parseArgs>;
  try {
    read = parseArgs({ args: process.argv.slice(2), options: Object.fromEntries(known), allowPositionals: true });
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  if (read.positionals.length !== words) throw refuse(`Expected ${words} argument(s), got ${read.positionals.length}.`);
  const given = (name: string) => read.values[name];
  const text = (name: string) => {
    const value = given(name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    words: read.positionals,
    switches: Object.fromEntries(switches.map((name) => [name, given(name) === true])) as Record<S, boolean>,
    options: Object.fromEntries(options.map((name) => [name, text(name)])) as Record<O, string | undefined>,
  };
}
