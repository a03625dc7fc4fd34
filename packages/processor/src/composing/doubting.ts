import type { LessonReading } from '../analysis/types.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Marking } from '../marking/marking.ts';
import { meaningOf } from './definition.ts';
import type { TermMaterial } from './material.ts';
import { teachersMeaning } from './teachers-meaning.ts';

/** How likely a teacher must let a card pass with the meaning that was heard, and with that of a dictionary. */
const likely = { own: 0.45, dictionary: 0.4 };
/** So much less, where the teacher stopped for the word: leaving it out is a loss of its own. */
const lessForExplained = 0.1;
/** A recorder who writes marks leaves fewer turns than this share of them without any. */
const mostlyMarked = 0.2;

/** Weighs what is told of a term: what was heard, where teachers would let it pass, else what a dictionary says, else nothing. */
export function doubting(
  { turns }: LessonReading,
  marking: Marking,
  lexicon: Lexicon,
): (term: TermMaterial, ways: readonly string[]) => TermMaterial {
  const said = ` ${turns.flatMap(({ text }) => wordsOf(text)).join(' ')} `;
  const isBare = turns.filter(({ text }) => /[.,?!]/.test(text)).length < turns.length * mostlyMarked;
  const chance = (term: TermMaterial, ways: readonly string[]): number => {
    const { pos, definition } = meaningOf(term, lexicon);
    if (definition === null) return 0;
    return marking.meaning({
      term: term.term,
      part: pos,
      meaning: definition,
      source: teachersMeaning(term, lexicon) === null ? 'dictionary' : 'teacher',
      isBare,
      explicit: term.explicit,
      weight: term.weight,
      ways,
      times: said.split(` ${wordsOf(term.term).join(' ')} `).length - 1,
    });
  };
  return (term, ways) => {
    const less = term.explicit ? lessForExplained : 0;
    const own = teachersMeaning(term, lexicon) === null ? 0 : chance(term, ways);
    if (own >= likely.own - less) return term;
    const told: TermMaterial = { ...term, doubted: 'own meaning' };
    if (chance(told, ways) >= likely.dictionary - less) return own === 0 ? term : told;
    return { ...term, doubted: 'term' };
  };
}
