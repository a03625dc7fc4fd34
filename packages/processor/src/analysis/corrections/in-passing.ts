import type { Sentence } from '../types.ts';
import type { SignName } from '../weighing/confidence.ts';
import { editsBetween } from './compare/edits-between.ts';
import { type Candidate, wayOfSource } from './judge.ts';
import type { Lesson } from './lesson.ts';
import { circumstances, repetition } from './signs/circumstances.ts';
import { mendedErrors } from './ways/mended-errors.ts';
import type { Source } from './ways/sources.ts';

/** Of the sentences so near a mistake is mended in passing. */
const nearest = 4;
const fit = { closeness: 0.6, swapped: true, firstPerson: false };

/** Known mistakes that a teacher's next words say rightly, however else they differ. */
export function inPassing(lesson: Lesson, learner: Sentence, source: Source): Candidate[] {
  const { sentence, way, turns, distance } = source;
  if (way !== 'next' || sentence.role === 'student' || turns > 1 || distance > nearest) return [];
  const units = lesson.units[learner.id] ?? [];
  const { markers, said } = lesson.markers(sentence);
  return mendedErrors(learner, units, sentence, lesson.units[sentence.id] ?? []).flatMap((mended) => {
    const { edits } = editsBetween(mended.units, mended.tokens, mended.part, lesson.lexicon, markers, said);
    return edits.map((found) => {
      const edit = {
        ...found,
        from: found.from + mended.from,
        to: found.to + mended.from,
        core: { from: found.core.from + mended.from, to: found.core.to + mended.from },
        known: true,
      };
      const repeated = repetition(lesson, learner, sentence, edit);
      const signs: SignName[] = [
        ...found.signs.filter((sign) => sign !== 'known error'),
        'known error',
        ...circumstances(lesson, learner, source, mended.part, edit, fit, markers.explicit, repeated),
      ];
      const { explicit } = markers;
      const { part } = mended;
      return { edit: { ...edit, signs }, learner, units, part, explicit, repeated, way: wayOfSource[way], distance };
    });
  });
}
