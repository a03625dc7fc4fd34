import { unitsOf } from '../../language/align.ts';
import { questionWords, subjectPronouns } from '../../language/words.ts';
import { definesAWord } from '../conversation/moves/defines-a-word.ts';
import type { Sentence } from '../types.ts';
import { editsBetween } from './compare/edits-between.ts';
import type { Part } from './compare/parts.ts';
import { inAnnounced } from './in-announced.ts';
import { inFeedback } from './in-feedback.ts';
import { inPassing } from './in-passing.ts';
import { feedbackOn, inPhrases, withKnownCategory } from './in-phrases.ts';
import { type Candidate, judge, noMarkers } from './judge.ts';
import { asks, type Lesson, opened, shareMeaning } from './lesson.ts';
import { readMarkers } from './markers.ts';
import { contrastsIn, mendedByContrast, mendedByFragment, mendedByOmission, ownRepair } from './ways/contrasts.ts';
import { mendedByDerivation } from './ways/derived-words.ts';
import { phrasesIn } from './ways/known-phrases.ts';
import { type Source, sourcesFor } from './ways/sources.ts';
import { withSubjectAgain } from './ways/subject-again.ts';
import { versionPieces } from './ways/version-pieces.ts';

/** Whether one is a question and the other its answer or a question of its own, rather than two tries at the same thing. */
function otherKind(part: Part, learner: Sentence): boolean {
  const first = part.units[0]?.norm ?? '';
  const learnerFirst = unitsOf(learner.core.slice(0, 1))[0]?.norm ?? '';
  if (part.sentence.question && asks(first) && !learner.question && !asks(learnerFirst)) return true;
  // "Do you want a another pillow?" "Another pillow." is no answer
  if (part.whole && part.units.length <= 3 && !part.units.some(({ norm }) => subjectPronouns.has(norm) || asks(norm)))
    return false;
  return (
    asks(learnerFirst) &&
    (learner.question || questionWords.has(learnerFirst)) &&
    !asks(first) &&
    !part.sentence.question
  );
}

/** A teacher's question that only hands the learner's words back: "And then, for wait?" */
function handsBack(lesson: Lesson, sentence: Sentence): boolean {
  if (!sentence.question || sentence.role === 'student' || sentence.core.length > 9) return false;
  const words = opened(unitsOf(sentence.core));
  for (let id = sentence.id - 1; id >= Math.max(0, sentence.id - 8); id -= 1) {
    if (lesson.sentences[id]?.role !== 'teacher' && opened(lesson.units[id] ?? []).includes(words)) return true;
  }
  return false;
}

/** Two words mend what was said just before, and are too few to be a second try or a version of long ago. */
function isScrap(part: Part, { way, turns }: Source, inStretch: boolean): boolean {
  if (way === 'next') return turns > 1 && part.units.length <= 3;
  return part.units.length < 3 && ((way === 'own' && !part.whole) || inStretch);
}

/** Whether all of a learner's words of meaning are said again: "Zebra is friend!" "A zebra is a friend, of course." */
const holdsAll = (own: ReadonlySet<string>, said: ReadonlySet<string> = new Set()): boolean =>
  own.size >= 2 && [...own].every((key) => said.has(key));

/** Whether all the words of a learner's are said again in a row: "Is a hat." "It's a hat." */
const saysAll = (lesson: Lesson, learner: Sentence, sentence: Sentence): boolean =>
  opened(lesson.units[sentence.id] ?? []).includes(opened(lesson.units[learner.id] ?? []));

/** So far off a noun is still put right by its adjective. */
const derivedWithin = 5;

/** Everything that may put one sentence of a learner's right. */
export function candidatesFor(lesson: Lesson, learner: Sentence): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const keys = lesson.keys[learner.id] ?? new Set<string>();
  const found: Candidate[] = repairOf(lesson, learner);
  const phrases = phrasesIn(units);
  if (phrases.length > 0)
    for (const source of feedbackOn(lesson, learner)) found.push(...inPhrases(lesson, learner, source, phrases));
  for (const source of sourcesFor(learner, lesson.sentences, lesson.turns, lesson.returns)) {
    const { sentence } = source;
    if (sentence.aside === 'private' || sentence.aside === 'foreign') continue;
    const teaching = sentence.role !== 'student';
    if (phrases.length > 0) found.push(...inPhrases(lesson, learner, source, phrases));
    found.push(...inPassing(lesson, learner, source));
    if (teaching && ((source.distance <= 6 && source.turns <= 1) || source.way === 'later')) {
      for (const pair of contrastsIn(`${sentence.raw} ${following(lesson, sentence)}`)) {
        const part = mendedByContrast(learner.words, units, pair, sentence);
        if (part !== null) found.push(...judge(lesson, learner, source, part, 'set against each other'));
      }
    }
    if (source.distance <= 2 && source.turns <= 1 && source.way !== 'later') {
      const part = mendedByFragment(learner.words, units, sentence);
      if (part !== null)
        found.push(
          ...judge(
            lesson,
            learner,
            source,
            part,
            source.way === 'prompted' ? 'one word back when prompted' : 'one word back',
          ),
        );
    }
    if (teaching && source.distance <= derivedWithin && source.turns === 1 && source.way === 'next') {
      const part = mendedByDerivation(learner.words, units, sentence);
      if (part !== null) found.push(...judge(lesson, learner, source, part, 'one word back'));
    }
    if (teaching && source.distance <= 4 && source.turns === 1 && source.way === 'next') {
      const part = mendedByOmission(learner.words, units, readMarkers(sentence.raw).omit, sentence);
      const about = [sentence.id, sentence.id - 1].some(
        (id) => lesson.sentences[id]?.turn === sentence.turn && shareMeaning(keys, lesson.keys[id] ?? new Set()),
      );
      if (part !== null && about) found.push(...judge(lesson, learner, source, part, 'left out as told'));
    }
    const close = source.turns <= 1 && source.distance <= 3;
    if (
      (!close && !shareMeaning(keys, lesson.keys[sentence.id] ?? new Set())) ||
      handsBack(lesson, sentence) ||
      lesson.returns.quotes.has(sentence.id)
    )
      continue;
    // a definition is no repetition of anything
    const isAllThere = holdsAll(keys, lesson.keys[sentence.id]) || (close && saysAll(lesson, learner, sentence));
    if (teaching && !sentence.question && definesAWord.isIn(sentence.text) && !isAllThere) continue;
    const inStretch = source.way === 'later' && lesson.stretches.has(sentence.id);
    const pieces = inStretch
      ? versionPieces(sentence, sentence.words, lesson.turns[sentence.turn]?.text ?? '')
      : lesson.parts(sentence);
    for (const part of pieces) {
      if (part.units.length < 2 || part.units.length > 40 || otherKind(part, learner)) continue;
      if (isScrap(part, source, inStretch)) continue;
      const judged = judge(lesson, learner, source, part, null);
      const again = close && source.way === 'next' ? withSubjectAgain(learner.words, units, part) : null;
      if (again !== null) judged.push(...judge(lesson, learner, source, again, null));
      const isNamed = !inStretch || source.numbered || readMarkers(sentence.raw).explicit;
      found.push(...judged.filter(({ edit }) => isNamed || edit.signs.includes('in the feedback')));
    }
  }
  for (const point of lesson.feedback.get(learner.id) ?? [])
    found.push(...inFeedback(lesson, learner, point), ...inAnnounced(lesson, learner, point));
  return withKnownCategory(found);
}

function following(lesson: Lesson, sentence: Sentence): string {
  const next = lesson.sentences[sentence.id + 1];
  return next?.turn === sentence.turn ? next.raw : '';
}

/** What a learner puts right in the same breath. */
function repairOf(lesson: Lesson, learner: Sentence): Candidate[] {
  const repair = ownRepair(learner);
  if (repair === null || repair.right.tokens.length < 2) return [];
  const units = unitsOf(repair.wrong);
  const { edits } = editsBetween(units, repair.wrong, repair.right, lesson.lexicon, noMarkers, '');
  return edits.flatMap((edit) =>
    edit.evidence >= 0.4
      ? [{ edit, learner, units, part: repair.right, explicit: false, repeated: null, way: 'own repair', distance: 0 }]
      : [],
  );
}
