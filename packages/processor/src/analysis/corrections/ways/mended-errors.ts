import type { Unit } from '../../../language/align.ts';
import { sameBase } from '../../../language/inflection.ts';
import type { Token } from '../../../language/tokens.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import type { Sentence } from '../../types.ts';
import type { Part } from '../compare/parts.ts';

/** A known mistake of a learner's, cut out of the sentence, and a teacher's words that say the same without it. */
export interface MendedError {
  from: number;
  units: readonly Unit[];
  tokens: readonly Token[];
  part: Part;
}

const longest = 4;

/** The same words as a mistake, one of them in another form; an article may have come in between. */
function saysWithout(wrong: readonly string[], said: readonly string[], at: number): number {
  let i = at;
  let changed = 0;
  for (const word of wrong) {
    if (said[i] !== word && /^an?$/.test(said[i] ?? '') && i > at) {
      i += 1;
      changed += 1;
    }
    const other = said[i];
    if (other === undefined) return -1;
    if (other !== word) {
      if (!sameBase(word, other)) return -1;
      changed += 1;
    }
    i += 1;
  }
  return changed === 1 ? i : -1;
}

/** "He have a mouse." "And he has a hamster?": the talk goes on, and the mistake is mended in passing. */
export function mendedErrors(
  learner: Sentence,
  units: readonly Unit[],
  sentence: Sentence,
  said: readonly Unit[],
): MendedError[] {
  const words = said.map(({ norm }) => norm);
  const own = units.map(({ norm }) => norm);
  return findLearnerErrors(own).flatMap(({ from, to }): MendedError[] => {
    const wrong = own.slice(from, to);
    if (wrong.length < 2 || wrong.length > longest) return [];
    for (let at = 0; at < words.length; at += 1) {
      if (words[at] !== wrong[0] && !sameBase(words[at] ?? '', wrong[0] ?? '')) continue;
      const end = saysWithout(wrong, words, at);
      if (end < 0 || findLearnerErrors(words.slice(at, end)).length > 0) continue;
      const [first, last] = [said[at]?.token ?? 0, said[end - 1]?.token ?? 0];
      // half of "she's" is no word to begin with
      if (said[at - 1]?.token === first || said[end]?.token === last) continue;
      const tokens = sentence.words.slice(first, last + 1);
      const [head, tail] = [units[from]?.token ?? 0, units[to - 1]?.token ?? 0];
      // of "six-hour" the hyphen makes one word
      if (head === tail || units[from - 1]?.token === head || units[to]?.token === tail) continue;
      return [
        {
          from,
          units: units.slice(from, to).map(({ norm, token }) => ({ norm, token: token - head })),
          tokens: learner.words.slice(head, tail + 1),
          part: {
            sentence,
            tokens,
            units: said.slice(at, end).map(({ norm, token }) => ({ norm, token: token - first })),
            whole: false,
          },
        },
      ];
    }
    return [];
  });
}
