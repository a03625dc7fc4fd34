import { type NewWord, toNewWords } from './new-word.ts';

/** Between a word and its meaning: a tab, an equals sign, a dash with space around it, a semicolon, or a comma. */
const separators = [/\t+/, /\s+[-–—=:]\s+/, /\s*;\s*/, /\s*=\s*/, /\s*,\s*/];

/** Words of pasted lines: one a line, `word – meaning`. */
export const parseLines = (text: string): NewWord[] =>
  toNewWords(text.split(/\r?\n/).map((line) => splitLine(line.trim()).map(unquote)));

function splitLine(line: string): [string, string] {
  const quoted = /^"((?:[^"]|"")*)"\s*[,;\t]\s*(.*)$/.exec(line);
  if (quoted) return [quoted[1] ?? '', firstField(quoted[2] ?? '')];
  for (const separator of separators) {
    const at = separator.exec(line);
    if (at !== null && at.index > 0) return [line.slice(0, at.index), firstField(line.slice(at.index + at[0].length))];
  }
  return [line, ''];
}

/** The first field of what is left of a line: a file may have more columns than we read. */
const firstField = (rest: string): string => /^"((?:[^"]|"")*)"/.exec(rest)?.[0] ?? rest.split('\t')[0] ?? '';

const unquote = (field: string): string =>
  field
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')
    .trim();
