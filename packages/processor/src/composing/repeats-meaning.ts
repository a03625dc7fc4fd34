import { fold, foldedWords } from '@tulkka/shared/exercises';

/** So large a share of an example's words may stand in the meaning. */
const mostRepeated = 0.6;

/** "A helmet is a hard hat": an example that only says what the term means, once more. */
export function repeatsMeaning(text: string, term: string, definition: string | null): boolean {
  if (definition === null) return false;
  if (fold(text).includes(fold(definition))) return true;
  const [own, meant] = [foldedWords(term), foldedWords(definition)];
  const rest = foldedWords(text).filter((word) => !own.includes(word));
  return rest.filter((word) => meant.includes(word)).length > rest.length * mostRepeated;
}
