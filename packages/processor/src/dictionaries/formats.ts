import type { Candidate, ReadOptions } from './candidate.ts';
import { readDictd } from './dictd-format.ts';
import { readKaikki } from './kaikki-format.ts';
import { readOmw } from './omw-format.ts';
import { readCsv, readTsv } from './table-format.ts';

export const formatNames = ['csv', 'tsv', 'dictd', 'kaikki', 'omw'] as const;
export type FormatName = (typeof formatNames)[number];

/** How each format is read. */
export const formats: Readonly<Record<FormatName, (options: ReadOptions) => AsyncIterable<Candidate>>> = {
  csv: readCsv,
  tsv: readTsv,
  dictd: readDictd,
  kaikki: readKaikki,
  omw: readOmw,
};

const endings: readonly [RegExp, FormatName][] = [
  [/\.csv(?:\.gz)?$/i, 'csv'],
  [/\.tsv(?:\.gz)?$/i, 'tsv'],
  [/\.(?:index|dict|dict\.dz)$/i, 'dictd'],
  [/\.jsonl(?:\.gz)?$/i, 'kaikki'],
  [/\.tab(?:\.gz)?$/i, 'omw'],
];

/** The format that a file's name tells of. */
export const formatOf = (path: string): FormatName | undefined => endings.find(([ending]) => ending.test(path))?.[1];
