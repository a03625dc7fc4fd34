import { isContent } from '../../language/words.ts';
import type { FoundPhrase } from '../../learner-phrases/index.ts';
import type { Sentence } from '../types.ts';
import type { SignName } from '../weighing/confidence.ts';
import { type Candidate, noMarkers, wayOfSource } from './judge.ts';
import type { Lesson } from './lesson.ts';
import { circumstances, picksUp, repetition } from './signs/circumstances.ts';
import { doubtsAbout } from './signs/likeness.ts';
import { phrasePutRight } from './ways/known-phrases.ts';
import type { Source } from './ways/sources.ts';

/** How far from a learner's phrase its right version is still about it. */
const near = { turns: 2, distance: 7 };
/** So many sentences of feedback are searched for the right version of a phrase of long before. */
const mostOfFeedback = 60;

/** How doubtful what comes from far is among others. */
const farAway = 5;

/** A right version shares what it shares by itself: neither close nor far, in nobody's person. */
const fit = { closeness: 0.6, swapped: true, firstPerson: false };

const ofErrors: ReadonlySet<SignName> = new Set(['the right words hold an error', 'an error beside the right words']);

/** Where a sentence that may mend a learner's holds the right version of a phrase that learners are known for. */
export function inPhrases(
  lesson: Lesson,
  learner: Sentence,
  source: Source,
  phrases: readonly FoundPhrase[],
): Candidate[] {
  const { sentence, way, turns, distance } = source;
  if ((way === 'next' || way === 'own') && (turns > near.turns || distance > near.distance)) return [];
  if (way === 'own' && turns === 0) return [];
  const units = lesson.units[learner.id] ?? [];
  const { markers } = way === 'own' ? { markers: noMarkers } : lesson.markers(sentence);
  return phrases.flatMap((phrase) => {
    // what may be right elsewhere is mended near it
    if (phrase.isOther && (way === 'later' || way === 'feedback')) return [];
    const mended = phrasePutRight(phrase, units, sentence, lesson.units[sentence.id] ?? []);
    if (mended === null) return [];
    const { edit, part } = mended;
    // from far away only what is wrong in any talk, mended by a word that the learner did not say
    const isFar = way === 'feedback' && distance === farAway;
    if (isFar && (phrase.entry.sure !== 'always' || !edit.added.some(isContent))) return [];
    const repeated = way === 'own' ? null : repetition(lesson, learner, sentence, edit);
    const signs: SignName[] = [
      ...edit.signs,
      ...circumstances(lesson, learner, source, part, edit, fit, markers.explicit, repeated),
      ...(repeated === null && picksUp(lesson, learner, sentence, edit)
        ? (['learner picks the word up'] as const)
        : []),
    ];
    // the words are cut out of their sentence: what would be an error of a sentence is none here
    signs.push(...doubtsAbout(lesson, learner, source, part, edit).filter((sign) => !ofErrors.has(sign)));
    const { explicit } = markers;
    return [{ edit: { ...edit, signs }, learner, units, part, explicit, repeated, way: wayOfSource[way], distance }];
  });
}

/** The feedback that comes to a phrase of long before, wherever in it the right version stands. */
export function feedbackOn(lesson: Lesson, learner: Sentence): Source[] {
  const from = lesson.feedbackIds.findIndex((id) => id > learner.id + near.distance);
  if (from < 0) return [];
  return lesson.feedbackIds.slice(from, from + mostOfFeedback).flatMap((id) => {
    const sentence = lesson.sentences[id];
    return sentence === undefined
      ? []
      : [{ sentence, distance: farAway, turns: 3, way: 'feedback', numbered: false } as const];
  });
}

/** What learners are known to say tells what kind of mistake it is, also where the change was found without it. */
export function withKnownCategory(found: readonly Candidate[]): Candidate[] {
  const phrases = found.filter(
    ({ edit }) => edit.kind === 'known phrase' && !edit.signs.includes('another form of a phrase put right'),
  );
  if (phrases.length === 0) return [...found];
  return found.map((candidate) => {
    const { edit, part } = candidate;
    const same = phrases.find(
      ({ edit: other, part: from }) =>
        from.sentence === part.sentence &&
        other.from < edit.to &&
        edit.from < other.to &&
        edit.added.every((word) => other.added.includes(word)) &&
        edit.removed.every((word) => other.removed.includes(word)),
    );
    return same === undefined ? candidate : { ...candidate, edit: { ...edit, category: same.edit.category } };
  });
}
