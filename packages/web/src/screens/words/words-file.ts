import Papa from 'papaparse';
import type { Language } from '../../i18n/languages.ts';
import { type NewWord, toNewWords } from './new-word.ts';

const head = ['word', 'translation', 'notes', 'example'];

/** What spreadsheets would take for a formula is made text when it is written, and itself again when it is read. */
const guarded = /^'(?=[=+\-@\t\r])/;

/** The columns of a file without a head are those of ours; a head of ours may have them in any order. */
function columnsOf(first: readonly string[] = []): number[] | null {
  const names = first.map((name) => name.trim().toLowerCase());
  return names.includes('word') ? head.map((name) => names.indexOf(name)) : null;
}

/** Words of a table: comma, semicolon or tab between the columns word, translation, notes, example. */
export function parseTable(text: string): NewWord[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const columns = columnsOf(data[0]);
  const rows = columns === null ? data : data.slice(1).map((row) => columns.map((column) => row[column] ?? ''));
  return toNewWords(rows.map((row) => row.map((field) => field.replace(guarded, ''))));
}

/** The text of a table that holds these words, with a mark of its encoding, which spreadsheets need. */
export function writeTable(words: readonly NewWord[]): string {
  const rows = words.map(({ word, translation, notes, example_sentence }) =>
    [word, translation, notes, example_sentence].map((field) => field ?? ''),
  );
  return `\uFEFF${Papa.unparse([head, ...rows], { quotes: true, newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`;
}

/** What spreadsheets of older systems write. */
const legacy: Readonly<Record<Language, string>> = {
  en: 'windows-1252',
  es: 'windows-1252',
  he: 'windows-1255',
  ar: 'windows-1256',
  ru: 'windows-1251',
  zh: 'gb18030',
};

/** The text of a file in whichever encoding: UTF-8, UTF-16 with its mark, else what is usual where one speaks a language. */
export function decodeText(bytes: Uint8Array, language: Language): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(legacy[language]).decode(bytes);
  }
}
