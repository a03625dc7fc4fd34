import { plainWord } from '../language/apostrophes.ts';

/** A term as it is looked up: without case, articles, "to" and placeholders for people and things. */
export function termKey(term: string): string {
  return plainWord(term)
    .replace(/\b(?:somebody|someone|something|sb|sth)\b(?:'s)?/g, ' ')
    .replace(/^\s*(?:to|an?|the)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
