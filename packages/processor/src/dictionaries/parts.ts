import type { TermPart } from '../lexicon/index.ts';

/** How dictionaries write parts of speech, and what we call them. */
const parts: Readonly<Record<string, TermPart>> = {
  n: 'noun',
  noun: 'noun',
  v: 'verb',
  vt: 'verb',
  vi: 'verb',
  verb: 'verb',
  adj: 'adjective',
  a: 'adjective',
  s: 'adjective',
  adjective: 'adjective',
  adv: 'adverb',
  r: 'adverb',
  adverb: 'adverb',
  prep: 'preposition',
  preposition: 'preposition',
  phrase: 'expression',
  prep_phrase: 'expression',
  proverb: 'expression',
  expression: 'expression',
  collocation: 'collocation',
  'phrasal verb': 'phrasal verb',
};

/** The part of speech behind a name or an abbreviation: "adj." is an adjective. */
export function partNamed(name: string): TermPart | undefined {
  const plain = name.trim().toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(parts, plain) ? parts[plain] : undefined;
}
