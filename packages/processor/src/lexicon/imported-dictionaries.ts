import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { AboutDictionary, type DictionarySource, ImportedEntry, linePrefix } from './imported-entry.ts';
import { linesWithPrefix } from './sorted-lines.ts';
import { termKey } from './term-key.ts';

/** An entry of a dictionary that an operator brought, with what is to be said of its source. */
export type ImportedMeaning = ImportedEntry & { source: DictionarySource };

/** The dictionaries that an operator brought. */
export interface ImportedDictionaries {
  /** All meanings of a term in its dictionary form, dictionary by dictionary, each in its own order. */
  entries(term: string): readonly ImportedMeaning[];
}

/** The names of the dictionary files in a folder, in the order in which they are asked. */
export function dictionaryFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[^.].*\.jsonl$/.test(name))
    .sort();
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: string, path: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${path} was changed by hand or cut off: import the dictionary again, or remove the file.`, {
      cause: error,
    });
  }
}

/** A stored dictionary's own account of itself. @throws Error that names a damaged file */
export function aboutOf(path: string, file: Buffer): AboutDictionary {
  const end = file.indexOf(10);
  return parsed(AboutDictionary, file.toString('utf8', 0, end === -1 ? file.length : end), path).about;
}

/** Opens the dictionaries of a folder; their files are read at the first question. A missing folder holds none. */
export function openImportedDictionaries(folder: string): ImportedDictionaries {
  let opened: { path: string; file: Buffer; source: DictionarySource }[] | undefined;
  const dictionaries = () => {
    opened ??= dictionaryFiles(folder).map((name) => {
      const path = join(folder, name);
      const file = readFileSync(path);
      const { name: title, licence, origin, defines } = aboutOf(path, file);
      return { path, file, source: { name: title, licence, origin, defines } };
    });
    return opened;
  };
  return {
    entries(term) {
      const prefix = linePrefix(termKey(term));
      return dictionaries().flatMap(({ path, file, source }) =>
        linesWithPrefix(file, prefix, 'utf8').map((line) => ({ ...parsed(ImportedEntry, line, path), source })),
      );
    },
  };
}
