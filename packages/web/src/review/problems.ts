import { ApiProblem } from '../api/problem.ts';
import { type Draft, itemAt } from './draft.ts';

/** What a rule says against an item, and at which of its fields; null where it is said of the whole. */
export interface FieldProblem {
  field: string | null;
  /** The rule in the server's words; where none was broken, what kept the item from being stored. */
  message: string | Error;
}

/** What is wrong, by the keys of items. */
export type Problems = ReadonlyMap<string, readonly FieldProblem[]>;

/** What the server says against the lists that were sent: `grammar.2.options.1`. */
export function problemsOf(error: unknown, sent: Draft): Problems {
  const found = new Map<string, readonly FieldProblem[]>();
  for (const { path, message } of error instanceof ApiProblem ? error.errors : []) {
    const [, , field = null] = path.split('.');
    const key = itemAt(sent, path)?.key;
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), { field, message }]);
  }
  return found;
}

/** What the server says against one item that was sent by itself: `item.options.1`. */
export function problemsOfItem(error: Error): FieldProblem[] {
  if (!(error instanceof ApiProblem) || error.errors.length === 0) return [{ field: null, message: error }];
  return error.errors.map(({ path, message }) => ({ field: path.split('.')[1] ?? null, message }));
}
