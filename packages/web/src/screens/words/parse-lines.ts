/** A word to be added, with its meaning where one was given. */
export interface NewWord {
  word: string;
  translation: string | null;
}

/** Between a word and its meaning: a tab, an equals sign, a dash with space around it, a semicolon, or a comma. */
const separators = [/\t+/, /\s+[-–—=:]\s+/, /\s*;\s*/, /\s*=\s*/, /\s*,\s*/];

const longestWord = 120;
const longestTranslation = 240;

/** Words of pasted lines: one a line, `word – meaning`; of a CSV file its first two columns. Too long ones are cut. */
export function parseLines(text: string): NewWord[] {
  const words = new Map<string, NewWord>();
  for (const line of text.split(/\r?\n/)) {
    const [first = '', second = ''] = splitLine(line.trim());
    const word = unquote(first).slice(0, longestWord);
    if (word === '' || words.has(word.toLowerCase())) continue;
    const translation = unquote(second).slice(0, longestTranslation);
    words.set(word.toLowerCase(), { word, translation: translation === '' ? null : translation });
  }
  return [...words.values()];
}

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
