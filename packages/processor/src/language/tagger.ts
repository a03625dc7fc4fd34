import { createRequire } from 'node:module';
import { tokenise } from './tokens.ts';

/** What a word does in its sentence, in the few kinds that our rules ask about. */
export type Tag =
  | 'noun'
  | 'plural'
  | 'name'
  | 'pronoun'
  | 'verb'
  | 'past'
  | 'participle'
  | 'gerund'
  | 'modal'
  | 'adjective'
  | 'adverb'
  | 'preposition'
  | 'determiner'
  | 'conjunction'
  | 'number'
  | 'other';

/** Tags the words of a sentence; one tag for each word that `tokenise` finds. */
export type Tagger = (sentence: string) => Tag[];

interface Term {
  text: string;
  tags: string[];
}
type Parser = (text: string) => { json(options: object): { terms: Term[] }[] };

const order: [string, Tag][] = [
  ['Modal', 'modal'],
  ['Gerund', 'gerund'],
  ['Participle', 'participle'],
  ['PastTense', 'past'],
  ['Verb', 'verb'],
  ['Pronoun', 'pronoun'],
  ['Person', 'name'],
  ['Place', 'name'],
  ['Plural', 'plural'],
  ['Value', 'number'],
  ['Determiner', 'determiner'],
  ['Preposition', 'preposition'],
  ['Conjunction', 'conjunction'],
  ['Adjective', 'adjective'],
  ['Comparative', 'adjective'],
  ['Adverb', 'adverb'],
  ['Noun', 'noun'],
];

function tagOf(tags: readonly string[]): Tag {
  return order.find(([name]) => tags.includes(name))?.[1] ?? 'other';
}

/**
 * Loads compromise, on the first call of the process only: a process that never reads a lesson pays nothing.
 * It is required rather than imported so that reading a lesson stays synchronous.
 */
export function loadTagger(): Tagger {
  const parse: Parser = createRequire(import.meta.url)('compromise/two');
  return (sentence) => {
    const terms = parse(sentence)
      .json({ offset: false, normal: false })
      .flatMap((part) => part.terms);
    const tags: Tag[] = [];
    let at = 0;
    // compromise splits contractions and hyphens in its own way: walk both rows of words by their letters
    for (const token of tokenise(sentence)) {
      const wanted = token.text.length;
      let seen = 0;
      let tag: Tag | undefined;
      while (at < terms.length && seen < wanted) {
        const term = terms[at];
        at += 1;
        if (term === undefined || term.text === '') continue;
        tag ??= tagOf(term.tags);
        seen += term.text.length;
      }
      tags.push(tag ?? 'other');
    }
    return tags;
  };
}
