import { type DictionarySource, ImportedEntry, isFitForClass, linePrefix, termKey } from '../lexicon/index.ts';
import { type ReadOptions, unusableFile } from './candidate.ts';
import { type FormatName, formats } from './formats.ts';
import { fileStem, storeDictionary } from './stored-dictionaries.ts';

/** A dictionary file to bring in, and what is to be said of it. */
export interface ImportRequest extends ReadOptions {
  format: FormatName;
  name: string;
  licence: string;
  origin: string | null;
  /** The languages whose translations are kept; null keeps all. */
  languages: readonly string[] | null;
}

/** What became of a file's entries. */
export interface ImportReport {
  stored: string;
  taken: number;
  languages: string[];
  /** What was left out on purpose, by reason. */
  skipped: ReadonlyMap<string, number>;
  /** How many entries had something wrong, and the first of them as sentences. */
  wrong: { count: number; first: readonly string[] };
  notes: readonly string[];
}

/** So many problems are told one by one; more only hide the first. */
const problemsTold = 10;

/** Every process that makes exercises holds its dictionaries in memory. */
const mostBytes = 256 * 2 ** 20;

interface Line {
  prefix: string;
  text: string;
}

/** Entries as they will be stored: in the order of their keys, so that a look-up finds them by halving. */
class Collected {
  readonly lines: Line[] = [];
  readonly languages = new Set<string>();
  private readonly seenEntries = new Set<string>();
  private bytes = 0;

  /** @returns why an entry was not taken; undefined for one that was */
  add(entry: ImportedEntry): string | undefined {
    if (!isFitForClass(`${entry.term} ${entry.meaning ?? ''}`)) return 'not for a class';
    const { term, part, meaning, example, translations } = entry;
    const fields = JSON.stringify({ term, part, meaning, example, translations });
    const prefix = linePrefix(termKey(term));
    const text = `${prefix}${fields.slice(1)}\n`;
    if (this.seenEntries.has(text)) return 'told twice';
    this.seenEntries.add(text);
    for (const language of Object.keys(translations)) this.languages.add(language);
    this.bytes += Buffer.byteLength(text);
    if (this.bytes > mostBytes)
      throw unusableFile(
        'More than 256 MB of entries: keep the languages of your classes only, with --languages he,ar.',
      );
    this.lines.push({ prefix, text });
    return undefined;
  }

  *sorted(about: object): Generator<string> {
    yield `${JSON.stringify({ about })}\n`;
    // terms are of one alphabet: their order as text is their order as bytes; what is told first stays first
    this.lines.sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : 0));
    for (const { text } of this.lines) yield text;
  }
}

function withLanguages(entry: Record<string, unknown>, languages: readonly string[] | null): Record<string, unknown> {
  const { translations } = entry;
  if (languages === null || typeof translations !== 'object' || translations === null) return entry;
  const kept = Object.entries(translations).filter(([tag]) => languages.includes(tag));
  return { ...entry, translations: Object.fromEntries(kept) };
}

/**
 * Reads a dictionary file, checks each entry and stores what is right in `folder`. What was stored under the same name
 * before is replaced at the end, and stays where the file cannot be used.
 * @throws ValidationError for a file that breaks off, is of another format, or holds more wrong entries than right ones
 */
export async function importDictionary(request: ImportRequest, folder: string): Promise<ImportReport> {
  const { path, format, name, licence, origin, languages } = request;
  const stem = fileStem(name);
  if (stem === '') throw unusableFile(`"${name}" is no name for a file: use Latin letters or digits.`);
  const collected = new Collected();
  const skipped = new Map<string, number>();
  const notes: string[] = [];
  const first: string[] = [];
  let wrong = 0;
  const skip = (reason: string): unknown => skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  for await (const found of formats[format](request)) {
    if ('note' in found) notes.push(found.note);
    else if ('skipped' in found) skip(found.skipped);
    else {
      const entry = ImportedEntry.safeParse(withLanguages(found.entry, languages));
      const reason = entry.success ? collected.add(entry.data) : undefined;
      if (reason !== undefined) skip(reason);
      if (entry.success) continue;
      wrong += 1;
      const [issue] = entry.error.issues;
      const field = issue?.path.length ? `, ${issue.path.join('.')}` : '';
      if (first.length < problemsTold) first.push(`${path}, line ${found.line}${field}: ${issue?.message}.`);
    }
  }
  const taken = collected.lines.length;
  if (taken === 0 || wrong > taken)
    throw unusableFile(
      [
        `${path} was not taken: ${taken} entries are right, ${wrong} wrong. Is it of the format ${format}?`,
        ...first,
      ].join('\n'),
    );
  // what OMW says of meanings is WordNet's own, for the senses it happens to translate
  const source: DictionarySource = { name, licence, origin, defines: format !== 'omw' };
  const about = { ...source, format, entries: taken, languages: [...collected.languages].sort() };
  await storeDictionary(folder, stem, collected.sorted(about));
  return { stored: stem, taken, languages: about.languages, skipped, wrong: { count: wrong, first }, notes };
}
