import { languageTag } from '../lexicon/index.ts';
import { type Candidate, type ReadOptions, unusableFile } from './candidate.ts';
import { partNamed } from './parts.ts';
import { textLines } from './text-lines.ts';

/** What a column may be called. Any other must be a language. */
const columns: Readonly<Record<string, 'term' | 'part' | 'meaning' | 'example' | 'translation'>> = {
  term: 'term',
  word: 'term',
  part: 'part',
  part_of_speech: 'part',
  pos: 'part',
  meaning: 'meaning',
  definition: 'meaning',
  example: 'example',
  translation: 'translation',
};

/** The cells of one record; a quoted cell may hold separators, line ends and doubled quotes. */
function quotedCells(record: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let i = 0; i < record.length; i += 1) {
    const sign = record.charAt(i);
    const last = cells.length - 1;
    if (sign === '"' && quoted && record.charAt(i + 1) === '"') {
      cells[last] += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cells[last] === '')) quoted = !quoted;
    else if (sign === separator && !quoted) cells.push('');
    else cells[last] += sign;
  }
  return cells;
}

/** Whether a record goes on in the next line: a quote that was opened is open still. */
const isOpen = (record: string): boolean => ((record.match(/"/g) ?? []).length & 1) === 1;

interface Row {
  line: number;
  cells: string[];
}

async function* commaRows(path: string): AsyncGenerator<Row> {
  let separator: string | undefined;
  let open: { line: number; record: string } | undefined;
  for await (const { line, text } of textLines(path)) {
    open = open ? { line: open.line, record: `${open.record}\n${text}` } : { line, record: text };
    if (isOpen(open.record)) continue;
    // spreadsheets of half of Europe write semicolons, and still call it CSV
    separator ??= open.record.split(';').length > open.record.split(',').length ? ';' : ',';
    yield { line: open.line, cells: quotedCells(open.record, separator) };
    open = undefined;
  }
  if (open) throw unusableFile(`${path}, line ${open.line}: a quote (") is opened there and never closed.`);
}

async function* tabRows(path: string): AsyncGenerator<Row> {
  for await (const { line, text } of textLines(path)) yield { line, cells: text.split('\t') };
}

function fieldOf(name: string, { path, language }: ReadOptions): string | undefined {
  const field = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (field !== 'translation') return field ?? languageTag(name);
  if (language !== null) return language;
  throw unusableFile(`${path}: the column "translation" needs --language, such as --language he.`);
}

async function* readRows(rows: AsyncIterable<Row>, options: ReadOptions): AsyncGenerator<Candidate> {
  let fields: (string | undefined)[] | undefined;
  for await (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (fields === undefined) {
      const names = cells.map((cell) => cell.trim().toLowerCase());
      fields = names.map((name) => fieldOf(name, options));
      if (!fields.includes('term'))
        throw unusableFile(
          `${options.path}, line ${line}: the first line must name the columns: term, and of part, meaning, example and languages (he, pt-BR) what there is.`,
        );
      const unused = names.filter((_, place) => fields?.[place] === undefined);
      if (unused.length > 0) yield { note: `Columns that say nothing to us, and were left out: ${unused.join(', ')}.` };
      continue;
    }
    const row = new Map<string, string>();
    fields.forEach((field, place) => {
      const cell = cells[place]?.trim() ?? '';
      if (field !== undefined && cell !== '') row.set(field, cell);
    });
    const { term = '', part, meaning = null, example = null, ...translations } = Object.fromEntries(row);
    yield {
      line,
      entry: { term, part: part === undefined ? null : (partNamed(part) ?? part), meaning, example, translations },
    };
  }
}

/** Reads a table whose first line names its columns, with commas or semicolons between them. */
export const readCsv = (options: ReadOptions): AsyncIterable<Candidate> => readRows(commaRows(options.path), options);

/** Reads a table whose first line names its columns, with tabs between them; quotes are letters like any other. */
export const readTsv = (options: ReadOptions): AsyncIterable<Candidate> => readRows(tabRows(options.path), options);
