import { z } from 'zod';
import { termParts } from './learner-dictionary.ts';

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A known language's tag in its usual form, as people and files name it: "heb" and "iw" are "he". */
export function languageTag(name: string): string | undefined {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(name)) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(name.replaceAll('_', '-'));
    return tag !== undefined && languageNames.of(tag) !== undefined ? tag : undefined;
  } catch {
    return undefined;
  }
}

const text = (most: number) => z.string().min(1, 'must not be empty').max(most, `must have at most ${most} characters`);

/** One meaning as an operator's dictionary tells it. Which fields there are depends on what it was made for. */
export const ImportedEntry = z
  .object({
    // one alphabet: such terms stand in the same order as text and as bytes, which look-ups rely on
    term: text(80).regex(/^(?=.*[a-z])[ -~À-ɏ‐-›]+$/i, 'must be an English word or phrase'),
    part: z.enum(termParts, `must be one of ${termParts.join(', ')}, or empty`).nullable(),
    meaning: text(300).nullable(),
    example: text(300).nullable(),
    translations: z.record(
      z.string().refine((tag) => languageTag(tag) === tag, 'must be a language such as he or pt-BR'),
      text(240),
    ),
  })
  .refine(
    ({ meaning, translations }) => meaning !== null || Object.keys(translations).length > 0,
    'needs a meaning or a translation',
  );
export type ImportedEntry = z.output<typeof ImportedEntry>;

/** Where entries come from, and on which terms: shown wherever they are used. */
export const DictionarySource = z.object({
  name: text(80),
  licence: text(200),
  /** Where the operator has it from; null where they did not say. */
  origin: text(500).nullable(),
  /** Whether its meanings may stand on cards; else they only tell which sense a translation is of. */
  defines: z.boolean(),
});
export type DictionarySource = z.output<typeof DictionarySource>;

/** The first line of a stored dictionary. */
export const AboutDictionary = z.object({
  about: DictionarySource.extend({
    format: z.string(),
    entries: z.number().int(),
    languages: z.array(z.string()),
  }),
});
export type AboutDictionary = z.output<typeof AboutDictionary>['about'];

/** What the line of a term begins with in a stored dictionary. */
export const linePrefix = (key: string): string => `{"key":${JSON.stringify(key)},`;
