import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOf, type ImportReport, type ImportRequest, importDictionary } from '../../src/dictionaries/index.ts';
import { openLexicon } from '../../src/lexicon/index.ts';

/** A folder for a test's files and dictionaries. */
export class DictionaryFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'dictionaries-'));
  readonly stored = join(this.path, 'stored');

  /** Writes a file as an operator has it. @returns its path */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  /** Imports a file of the folder, as "Test" unless told otherwise. */
  import(path: string, asked: Partial<ImportRequest> = {}): Promise<ImportReport> {
    const format = formatOf(path);
    if (format === undefined) throw new Error(`${path} tells no format.`);
    const plain = {
      name: 'Test',
      licence: 'CC0-1.0',
      origin: null,
      language: null,
      languages: null,
      wordnet: this.path,
    };
    return importDictionary({ path, format, ...plain, ...asked }, this.stored);
  }

  /** The lexicon with what was imported by now. */
  lexicon() {
    return openLexicon(this.stored);
  }

  /** What the imported dictionaries say of a term. */
  entries(term: string) {
    return this.lexicon()
      .imported(term)
      .map(({ source, ...entry }) => entry);
  }
}
