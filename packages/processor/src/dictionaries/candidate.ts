import { ValidationError } from '@tulkka/shared/errors';

/** What a file's format finds: something that may be an entry, a thing left out on purpose, or something to tell the operator. */
export type Candidate =
  | { line: number; entry: Record<string, unknown> }
  | { line: number; skipped: string }
  | { note: string };

/** How a format is read. */
export interface ReadOptions {
  path: string;
  /** What the file's other side is written in, where the file does not say so itself. */
  language: string | null;
  /** The folder of WordNet 3.0's files, which some formats point into. */
  wordnet: string;
}

/** The error of a file that cannot be used as a whole; it says what to do about it. */
export function unusableFile(message: string): ValidationError {
  return new ValidationError([{ path: 'file', message }], message);
}
