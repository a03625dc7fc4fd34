import { foldedWords } from '@tulkka/shared/exercises';
import { z } from 'zod';
import { languageTag } from '../lexicon/index.ts';
import { type Candidate, type ReadOptions, unusableFile } from './candidate.ts';
import { partNamed } from './parts.ts';
import { textLines } from './text-lines.ts';

const Translation = z.object({
  word: z.string().optional(),
  code: z.string().optional(),
  lang_code: z.string().optional(),
  sense: z.string().optional(),
});

/** What we read of a line of wiktextract; the rest of it is not for us. */
const Word = z.object({
  word: z.string(),
  lang_code: z.string(),
  pos: z.string(),
  translations: z.array(Translation).default([]),
  senses: z.array(
    z.object({
      glosses: z.array(z.string()).default([]),
      tags: z.array(z.string()).default([]),
      examples: z.array(z.object({ text: z.string().optional() })).default([]),
      translations: z.array(Translation).default([]),
    }),
  ),
});
type Word = z.output<typeof Word>;

/** Senses that no class is taught, by the marks that Wiktionary gives them. */
const leftOut = new Set(
  'form-of alt-of obsolete archaic dated historical rare dialectal vulgar derogatory offensive slur slang ethnic misspelling nonstandard abbreviation initialism'.split(
    ' ',
  ),
);

const shared = (one: string, other: ReadonlySet<string>): number =>
  foldedWords(one).filter((word) => other.has(word)).length;

/** The sense that a translation belongs to, by the words that name it; without a name, the first. */
function senseOf(name: string, glosses: readonly string[]): number {
  const words = new Set(foldedWords(name));
  const scores = glosses.map((gloss) => shared(gloss, words));
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

function translationsOf({ translations, senses }: Word): Record<string, string>[] {
  const glosses = senses.map((sense) => sense.glosses.at(-1) ?? '');
  const bySense: Record<string, string>[] = senses.map(() => ({}));
  const place = (translation: z.output<typeof Translation>, sense: number): void => {
    const tag = languageTag(translation.lang_code ?? translation.code ?? '');
    const own = bySense[sense];
    // the first that is named is the usual one
    if (tag && own && translation.word?.trim()) own[tag] ??= translation.word.trim();
  };
  senses.forEach((sense, at) => {
    for (const translation of sense.translations) place(translation, at);
  });
  for (const translation of translations) place(translation, senseOf(translation.sense ?? '', glosses));
  return bySense;
}

function* entriesOf(word: Word, line: number): Generator<Candidate> {
  const part = partNamed(word.pos);
  if (word.lang_code !== 'en') return yield { line, skipped: 'not English' };
  if (part === undefined) return yield { line, skipped: `nothing to learn as a word (${word.pos})` };
  const translations = translationsOf(word);
  for (const [at, { glosses, tags, examples }] of word.senses.entries()) {
    const mark = tags.find((tag) => leftOut.has(tag));
    const meaning = glosses.at(-1)?.trim();
    if (mark !== undefined || !meaning) {
      yield { line, skipped: mark ? `senses marked ${mark}` : 'senses without a gloss' };
      continue;
    }
    const example = examples.find(({ text = '' }) => text.length > 0 && text.length <= 300)?.text ?? null;
    yield { line, entry: { term: word.word, part, meaning, example, translations: translations[at] ?? {} } };
  }
}

function parsed(path: string, line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusableFile(
      `${path}, line ${line}, is not JSON: a file of kaikki.org has one JSON object a line. Fetch it again if it was cut off.`,
    );
  }
}

/** Reads a file of kaikki.org (wiktextract): one word's part of speech a line, of which the English ones are taken. */
export async function* readKaikki({ path }: ReadOptions): AsyncGenerator<Candidate> {
  for await (const { line, text } of textLines(path)) {
    if (text.trim() === '') continue;
    const word = Word.safeParse(parsed(path, line, text));
    if (word.success) yield* entriesOf(word.data, line);
    // redirects of Wiktionary have neither language nor senses
    else yield { line, skipped: 'lines that hold no word' };
  }
}
