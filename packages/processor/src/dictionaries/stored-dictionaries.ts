import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AboutDictionary, aboutOf, dictionaryFiles } from '../lexicon/index.ts';
import { unusableFile } from './candidate.ts';

/** The name of a dictionary as a file has it: "FreeDict English–Arabic" is kept as freedict-english-arabic. */
export function fileStem(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** All stored dictionaries by their own account, in the order in which they are asked. */
export function listDictionaries(folder: string): (AboutDictionary & { file: string })[] {
  return dictionaryFiles(folder).map((file) => {
    const path = join(folder, file);
    return { ...aboutOf(path, headOf(path)), file };
  });
}

/** The beginning of a file, which holds its first line. */
function headOf(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(64 * 1024);
    return head.subarray(0, readSync(descriptor, head, 0, head.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Stores a dictionary whole or not at all: until its last line is written, one of the same name stays as it was. */
export async function storeDictionary(folder: string, stem: string, lines: Iterable<string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = join(folder, `.${stem}.${process.pid}`);
  try {
    await writeFile(unfinished, lines);
    await rename(unfinished, join(folder, `${stem}.jsonl`));
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Removes a stored dictionary. @throws ValidationError that names those there are */
export async function removeDictionary(folder: string, name: string): Promise<void> {
  const file = `${fileStem(name)}.jsonl`;
  const known = dictionaryFiles(folder);
  if (!known.includes(file))
    throw unusableFile(
      `There is no dictionary "${name}"; there are: ${known.map((one) => one.replace(/\.jsonl$/, '')).join(', ') || 'none'}.`,
    );
  await rm(join(folder, file));
}
