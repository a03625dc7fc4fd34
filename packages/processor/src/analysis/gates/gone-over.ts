import { wordsOf } from '../../language/tokens.ts';
import { praise } from '../../language/words.ts';
import type { Sentence } from '../types.ts';
import type { Gate } from './gate.ts';

/** So many words of a learner that a teacher says again much later were noted down. */
const fewestWords = 4;
/** So many turns later it is no answer any more. */
const turnsLater = 3;

const grams = (words: readonly string[]): string[] =>
  words.slice(fewestWords - 1).map((_, at) => words.slice(at, at + fewestWords).join(' '));

const isPraise = (next: Sentence | undefined): boolean =>
  next?.role === 'teacher' && next.words.slice(0, 3).some(({ lower }) => praise.has(lower));

/** Looked up by rows of words, so that a long lesson costs no more a sentence than a short one. */
interface SaidAgain {
  grams: Set<string>;
  /** The shortest sentence that begins with a row. */
  byFirst: Map<string, string>;
}

/** What learners said and the teacher said again, word for word, much later; kept for as long as its lesson is. */
const known = new WeakMap<readonly Sentence[], SaidAgain>();

function saidAgain(spoken: readonly Sentence[]): SaidAgain {
  const made = known.get(spoken);
  if (made !== undefined) return made;
  const learners = new Map<string, number>();
  const teachers = new Set<string>();
  const found: SaidAgain = { grams: new Set(), byFirst: new Map() };
  for (const [at, { role, turn, core }] of spoken.entries()) {
    const said = core.map(({ lower }) => lower);
    const own = grams(said);
    if (role === 'student') {
      for (const gram of own) if (!learners.has(gram) && !teachers.has(gram)) learners.set(gram, turn);
    } else if (role === 'teacher') {
      const isOld = (gram: string): boolean => turn - (learners.get(gram) ?? turn) >= turnsLater;
      const [first] = own;
      if (first !== undefined && own.every(isOld) && !isPraise(spoken[at + 1])) {
        for (const gram of own) found.grams.add(gram);
        const [shortest, one] = [found.byFirst.get(first), said.join(' ')];
        if (shortest === undefined || one.length < shortest.length) found.byFirst.set(first, one);
      }
      for (const gram of own) teachers.add(gram);
    }
  }
  known.set(spoken, found);
  return found;
}

/** "Two. Eventually we can paint it.": a learner's own words, said again long after and not praised, are gone over. */
export const goneOver: Gate = {
  name: 'gone over',
  says: 'The teacher came back to it much later, word for word.',
  stops: ({ text }, { spoken }) => {
    const again = saidAgain(spoken);
    if (again.grams.size === 0) return false;
    const words = wordsOf(text);
    const own = grams(words);
    if (own.length > 0 && own.every((gram) => again.grams.has(gram))) return true;
    return own.some((gram, at) => {
      const one = again.byFirst.get(gram);
      return one !== undefined && words.slice(at, at + one.split(' ').length).join(' ') === one;
    });
  },
  examples: {
    stops: ['Eventually we can paint it on Friday.', 'Eventually we can paint it.'],
    passes: ['Perhaps we can paint it on Friday.', 'The ladder depends on the wall.'],
  },
};
