import { readdirSync, readFileSync } from 'node:fs';
import { PhraseEntry } from './phrase-entry.ts';

const folder = new URL('../../learner-phrases/', import.meta.url);

/** The entries of one table. @throws Error that names the line and field of a bad entry */
export function parsePhrases(name: string, text: string): PhraseEntry[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const fields = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const entry = PhraseEntry.safeParse(Object.fromEntries(fields.map((field, at) => [field, cells[at] ?? ''])));
    if (entry.success && cells.length === fields.length) return entry.data;
    const [issue] = entry.error?.issues ?? [];
    const reason = issue === undefined ? 'wrong number of columns' : `${issue.path.join('.')}: ${issue.message}`;
    throw new Error(`learner-phrases/${name}, line ${index + 2}, ${reason}`);
  });
}

let read: readonly PhraseEntry[] | undefined;

/** All learners' phrases; the tables are read on the first question. @throws Error as parsePhrases does */
export function learnerPhrases(): readonly PhraseEntry[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => parsePhrases(name, readFileSync(new URL(name, folder), 'utf8')));
  return read;
}
