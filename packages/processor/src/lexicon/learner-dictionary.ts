import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { termKey } from './term-key.ts';

/** The languages that every entry is translated into. */
export const dictionaryLanguages = ['he', 'ar', 'es', 'ru', 'zh'] as const;
export type DictionaryLanguage = (typeof dictionaryLanguages)[number];

/** What a term can be, by how it stands in sentences. */
export const termParts = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'phrasal verb',
  'expression',
  'collocation',
  'preposition',
] as const;
export type TermPart = (typeof termParts)[number];

/** Where learners meet a term, the earliest first. */
export const termLevels = ['A1', 'A2', 'B1', 'B2', 'C1'] as const;

const text = z.string().min(1);
const Entry = z.object({
  term: text,
  part: z.enum(termParts),
  level: z.enum(termLevels),
  meaning: text,
  example: text,
  confused_with: z.string().transform((words) => words.split(';').map((word) => word.trim())),
  he: text,
  ar: text,
  es: text,
  ru: text,
  zh: text,
});

/** One meaning of a word or phrase, told in words that a learner knows. */
export type DictionaryEntry = z.output<typeof Entry>;

/** The dictionary that we wrote for learners: what lessons teach, in plain words, with translations. */
export interface LearnerDictionary {
  /**
   * All meanings of a term in its dictionary form, those first that learners meet first; "sb" and "somebody" within it do
   * not matter.
   */
  entries(term: string): readonly DictionaryEntry[];
  all(): readonly DictionaryEntry[];
}

/** The folder stands where it does for sources and build alike. */
const folder = new URL('../../dictionary/', import.meta.url);

function readEntries(name: string): DictionaryEntry[] {
  const [head = '', ...lines] = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n');
  const fields = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const entry = Entry.safeParse(Object.fromEntries(fields.map((field, place) => [field, cells[place]])));
    if (entry.success) return entry.data;
    const [issue] = entry.error.issues;
    throw new Error(`dictionary/${name}, line ${index + 2}, ${issue?.path.join('.')}: ${issue?.message}`);
  });
}

/** Reads all files of packages/processor/dictionary. @throws Error that names the file, line and field of a bad entry */
export function openLearnerDictionary(): LearnerDictionary {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const entries = files.sort().flatMap(readEntries);
  const byKey = new Map<string, DictionaryEntry[]>();
  for (const entry of entries) {
    const key = termKey(entry.term);
    const known = byKey.get(key);
    if (known) known.push(entry);
    else byKey.set(key, [entry]);
  }
  // which file a field put its meaning into tells nothing of how usual it is; within one level the parts have a fixed order
  const earlier = (one: DictionaryEntry, other: DictionaryEntry): number =>
    termLevels.indexOf(one.level) - termLevels.indexOf(other.level) ||
    termParts.indexOf(one.part) - termParts.indexOf(other.part);
  for (const known of byKey.values()) known.sort(earlier);
  return { entries: (term) => byKey.get(termKey(term)) ?? [], all: () => entries };
}
