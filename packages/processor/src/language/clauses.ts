import { plainWord } from './apostrophes.ts';
import { wordsOf } from './tokens.ts';
import { auxiliaries, determiners, openers, subjectPronouns } from './words.ts';

const joins = /^(?:and|but|so|because|that|which|when|if|then|although|while)$/;
const opensSubject = (word: string): boolean =>
  subjectPronouns.has(word.split("'")[0] ?? '') ||
  determiners.has(word) ||
  /^(?:there|everybody|everyone|nobody|somebody|people)\b/.test(word);

/** Whether words could be a clause of their own: a subject at the head, or right before a helping verb. */
export function opensLikeClause(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (first === 'either') return false;
  if (opensSubject(first)) return true;
  const helper = rest.slice(0, 3).findIndex((word) => auxiliaries.has(word) || /n't$/.test(word));
  return (
    helper >= 0 && !auxiliaries.has(first) && !joins.test(first) && !/^(?:in|on|at|of|to|for|with|from)$/.test(first)
  );
}

/** A clause without what only links it to others; what "if" opens cannot stand without it. */
function bare(piece: string): string {
  const words = piece.split(' ');
  const isIdle = (word: string): boolean => openers.has(word.toLowerCase()) || /^(?:because|that|which)$/i.test(word);
  while (words.length > 0 && isIdle(words[0] ?? '')) words.shift();
  return words.join(' ');
}

/**
 * The clauses of a spoken sentence: what stands between commas, and what stands between conjunctions that a subject
 * follows. "I was tired, and I fell down the stairs because it was dark" has three.
 */
export function clausesOf(sentence: string): string[] {
  return sentence
    .replace(/[.!?…]+$/u, '')
    .split(/[,;:–—]+\s*/)
    .flatMap((stretch) => {
      const words = stretch.trim().split(/\s+/);
      const starts = words.flatMap((word, at) =>
        at > 0 &&
        joins.test(word.toLowerCase()) &&
        opensSubject(plainWord(words[at + (/^(?:now|then)$/i.test(words[at + 1] ?? '') ? 2 : 1)] ?? ''))
          ? [at]
          : [],
      );
      return [0, ...starts].map((from, i) => words.slice(from, starts[i]).join(' '));
    })
    .map(bare)
    .filter((clause) => wordsOf(clause).length > 0);
}
