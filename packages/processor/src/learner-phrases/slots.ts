import { ending } from '../language/inflection.ts';
import {
  articles,
  auxiliaries,
  conjunctions,
  isContent,
  isNumber,
  objectPronouns,
  possessives,
  prepositions,
  subjectPronouns,
} from '../language/words.ts';

const isClosed = (word: string): boolean =>
  prepositions.has(word) || auxiliaries.has(word) || conjunctions.has(word) || subjectPronouns.has(word);

const people: ReadonlySet<string> = new Set(
  'somebody someone everybody everyone anybody people students children kids parents friends mum mom dad'.split(' '),
);
/** Words in -ing that no verb is. */
const noGerund = /(?:thing|^(?:morning|evening|during|king|ring|spring|string|wedding|building|ceiling))$/;

/** Whether a row of words can be the person of a slot: a name alone could be anything. */
function isPerson(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (rest.length === 0) return (objectPronouns.has(first) && first !== 'it') || people.has(first);
  const isOwned = (possessives.has(first) && first !== 'its') || first === 'the' || /'s$/.test(first);
  return isOwned && rest.every((word) => isContent(word) && !/ly$/.test(word));
}

/** Whether a row of words can be the thing of a slot. */
function isThing(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length === 1 && (objectPronouns.has(first) || first === 'this' || first === 'that')) return true;
  if (objectPronouns.has(first) && !possessives.has(first)) return false;
  const inner = words.slice(articles.has(first) || possessives.has(first) ? 1 : 0);
  const isSpoilt = words.some((word) => word === 'not' || word === 'to') || !isContent(words.at(-1) ?? '');
  if (isSpoilt || inner.length === 0 || isClosed(inner[0] ?? '')) return false;
  return !inner.some((word) => auxiliaries.has(word) || conjunctions.has(word));
}

/** Whether a row of words fills a slot for a person or a thing. */
export const fillsSlot = (kind: 'sb' | 'sth', words: readonly string[]): boolean =>
  kind === 'sb' ? isPerson(words) : isThing(words);

/** Whether one word fills a slot of one word. */
export function fillsWord(kind: "one's" | '#' | 'doing' | 'do', word: string): boolean {
  if (kind === "one's") return possessives.has(word) || /'s?$/.test(word);
  if (kind === '#') return isNumber(word);
  if (kind === 'doing') return word.length > 4 && ending(word) === 'ing' && !noGerund.test(word);
  return ['be', 'have', 'do'].includes(word) || (isContent(word) && ending(word) === 'base');
}
