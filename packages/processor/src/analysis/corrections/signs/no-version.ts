import type { Unit } from '../../../language/align.ts';
import { possibleBases, sameBase } from '../../../language/inflection.ts';
import { auxiliaries, isContent } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';
import type { Edit } from '../compare/edit.ts';
import type { Part } from '../compare/parts.ts';
import type { Lesson } from '../lesson.ts';
import { contentKeys } from '../ways/reach.ts';
import type { Source } from '../ways/sources.ts';

/** "I have a tent." "Of course you do.": agreed, with a verb that stands for the learner's. */
function agreesShortly(units: readonly Unit[], source: Source, { units: said }: Part): boolean {
  if (source.way !== 'next') return false;
  const [subject, verb] = [said.at(-2)?.norm ?? '', said.at(-1)?.norm ?? ''];
  return subject === 'you' && auxiliaries.has(verb) && units.at(-1)?.norm !== verb;
}

/** "We open the cans." "Oh, the can opener!": what became shorter only stands before its noun. */
function isBeforeItsNoun(lesson: Lesson, units: readonly Unit[], part: Part, { removed, added }: Edit): boolean {
  const [many, one] = [removed[0] ?? '', added[0] ?? ''];
  if (removed.length !== 1 || added.length !== 1 || !sameBase(many, one) || !many.startsWith(one)) return false;
  const said = part.units.findIndex(({ norm }) => norm === one);
  const next = part.units[said + 1]?.norm ?? '';
  return (
    isContent(next) &&
    lesson.lexicon.partsOfSpeech(lesson.lexicon.lemma(next))[0] === 'noun' &&
    !units.some(({ norm }) => norm === next)
  );
}

const leavesTheChoice = /\bor\b.*\bwhich (?:one|of)\b/i;

/** When mistakes are gone over, a sentence that shares no more with the learner's than the word that changed is another one. */
function sharesOnlyTheChange(lesson: Lesson, learner: Sentence, source: Source, part: Part, edit: Edit): boolean {
  if (source.way !== 'feedback' || source.turns !== 2) return false;
  // of "any question" the little words are the same too
  if (edit.category === 'agreement') return false;
  const changed = new Set([...edit.removed, ...edit.added].flatMap((word) => possibleBases(word)));
  const own = lesson.keys[learner.id] ?? new Set<string>();
  return ![...contentKeys(part.units)].some((key) => own.has(key) && !changed.has(key));
}

/** A question of long after asks something else. */
const asksMuchLater = (learner: Sentence, { way, sentence }: Source, { added }: Edit): boolean =>
  way === 'later' && sentence.question && !learner.question && added.some((word) => auxiliaries.has(word));

/** Whether a part of a sentence is no version of the learner's words at all, however alike the two are. */
export function isNoVersion(lesson: Lesson, learner: Sentence, source: Source, part: Part, edit: Edit): boolean {
  const units = lesson.units[learner.id] ?? [];
  return (
    agreesShortly(units, source, part) ||
    isBeforeItsNoun(lesson, units, part, edit) ||
    (source.way === 'next' && leavesTheChoice.test(part.sentence.raw)) ||
    asksMuchLater(learner, source, edit) ||
    sharesOnlyTheChange(lesson, learner, source, part, edit)
  );
}
