import { existsSync } from 'node:fs';
import { type Candidate, type ReadOptions, unusableFile } from './candidate.ts';
import { partNamed } from './parts.ts';
import { textLines, wholeFile } from './text-lines.ts';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number as dictd's index writes it: base 64, the highest digit first. */
function numberOf(text: string): number {
  let number = 0;
  for (const sign of text) number = number * 64 + digits.indexOf(sign);
  return text === '' || [...text].some((sign) => !digits.includes(sign)) ? Number.NaN : number;
}

/** The first translation that an article gives, without its number, remarks and what else belongs to its print. */
function firstTranslation(lines: readonly string[]): string {
  const paragraph =
    lines
      .join('\n')
      .trim()
      .split(/\n\s*\n|\n\s*\d+[.:]/)[0] ?? '';
  const said = paragraph
    .replace(/\[[^\]]*\]|\([^)]*\)|[{}]/g, ' ')
    .replace(/^\s*\d+\s*[.:]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return (said.split(/;|[.:](?:\s|$)/)[0] ?? '').trim();
}

function entryOf(headword: string, article: string, language: string): Record<string, unknown> {
  const lines = article.trim().split('\n');
  const [head = ''] = lines;
  // the first line says the word again, with its sounds and its part of speech
  const isHead = head.toLowerCase().startsWith(headword.toLowerCase());
  const part = partNamed(/<([a-z]+)[ .,>]/.exec(head)?.[1] ?? '') ?? null;
  const translation = firstTranslation(isHead ? lines.slice(1) : lines);
  return { term: headword.trim(), part, meaning: null, example: null, translations: { [language]: translation } };
}

/** Reads a dictionary of dictd from English into another language: an index, and beside it the articles, packed or not. */
export async function* readDictd({ path, language }: ReadOptions): AsyncGenerator<Candidate> {
  if (language === null)
    throw unusableFile(`${path} does not say what it translates into: add --language, such as --language ar.`);
  const stem = path.replace(/\.(?:index|dict(?:\.dz)?)$/i, '');
  const [index, ...articles] = [`${stem}.index`, `${stem}.dict.dz`, `${stem}.dict`];
  const body = articles.find((name) => existsSync(name));
  if (body === undefined || !existsSync(index))
    throw unusableFile(`A dictd dictionary is two files: ${stem}.index and ${stem}.dict.dz must both be there.`);
  const file = await wholeFile(body);
  for await (const { line, text } of textLines(index)) {
    const [headword = '', from = '', size = ''] = text.split('\t');
    if (/^00-?database/.test(headword)) continue;
    const [start, length] = [numberOf(from), numberOf(size)];
    if (Number.isNaN(start) || Number.isNaN(length) || start + length > file.length)
      throw unusableFile(`${index}, line ${line}, points outside ${body}: the two files are not of one dictionary.`);
    yield { line, entry: entryOf(headword, file.toString('utf8', start, start + length), language) };
  }
}
