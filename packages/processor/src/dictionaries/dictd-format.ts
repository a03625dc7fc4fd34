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
  const [sentence = ''] = said.split(/;|[.:](?:\s|$)/);
  const words = sentence.split(/,\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[\s,]+$/gu, ''));
  // two words for the same are enough for a card
  return words
    .filter((word) => word !== '')
    .slice(0, 2)
    .join(', ');
}

/** More words than this explain a thing; they do not name it. */
const mostWords = 5;

/** Whether an article tells a word for the headword: neither an explanation, nor sounds, nor a phrase around it. */
function translates(translation: string, headword: string): boolean {
  const words = translation.toLowerCase().split(/[\s,]+/);
  return (
    words.length <= mostWords &&
    !translation.includes('/') &&
    (words.length === 1 || !words.includes(headword.toLowerCase()))
  );
}

function candidateOf(line: number, headword: string, article: string, language: string): Candidate {
  const lines = article.trim().split('\n');
  const [head = ''] = lines;
  // the first line says the word again, with its sounds and its part of speech
  const isHead = head.toLowerCase().startsWith(headword.toLowerCase());
  const part = partNamed(/<([a-z]+)[ .,>]/.exec(head)?.[1] ?? '') ?? null;
  const translation = firstTranslation(isHead ? lines.slice(1) : lines);
  if (!translates(translation, headword)) return { line, skipped: 'articles that explain and do not translate' };
  const described = { part, meaning: null, example: null, translations: { [language]: translation } };
  return { line, entry: { term: headword.trim(), ...described } };
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
    yield candidateOf(line, headword, file.toString('utf8', start, start + length), language);
  }
}
