import type { Unit } from '../../language/align.ts';
import { isContent } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Sentence } from '../types.ts';
import { type SignName, weightOf } from '../weighing/confidence.ts';
import type { Edit } from './compare/edit.ts';
import { editsBetween } from './compare/edits-between.ts';
import type { Part } from './compare/parts.ts';
import { type Lesson, sharedCount } from './lesson.ts';
import type { Markers } from './markers.ts';
import { circumstances, picksUp, repetition } from './signs/circumstances.ts';
import { doubtsAbout, signsOfMirror } from './signs/likeness.ts';
import { contentKeys } from './ways/reach.ts';
import type { Source } from './ways/sources.ts';

/** A change that may be a correction, with all that speaks for it. */
export interface Candidate {
  edit: Edit;
  learner: Sentence;
  units: readonly Unit[];
  part: Part;
  explicit: boolean;
  repeated: Sentence | null;
  /** How the right words came to be said. */
  way: WayOfCorrecting;
  distance: number;
}

/** How a learner's words are put right. */
export const waysOfCorrecting = [
  'recast',
  'contrast',
  'one word back',
  'left out',
  'own repair',
  'second try',
  'prompted',
  'feedback later',
  'feedback at the end',
] as const;
export type WayOfCorrecting = (typeof waysOfCorrecting)[number];

const wayOfVersion: Partial<Record<SignName, WayOfCorrecting>> = {
  'set against each other': 'contrast',
  'one word back': 'one word back',
  'one word back when prompted': 'one word back',
  'left out as told': 'left out',
};

/** The way of correcting behind a way of finding a source. */
export const wayOfSource: Record<Source['way'], WayOfCorrecting> = {
  next: 'recast',
  own: 'second try',
  prompted: 'prompted',
  later: 'feedback later',
  feedback: 'feedback at the end',
};

export const noMarkers: Markers = { explicit: false, omit: new Set(), add: new Set() };

export function knows(lexicon: Lexicon, word: string): boolean {
  return lexicon.isWord(word) || lexicon.isWord(lexicon.lemma(word));
}

/** Signs of a learner who took the teacher's word over. */
const takenOver: readonly SignName[] = [
  "own try with the teacher's words",
  'own try after a hint',
  'said again in the feedback',
];

/** What a part of a sentence would change in the learner's words, each change with its signs. */
export function judge(
  lesson: Lesson,
  learner: Sentence,
  source: Source,
  part: Part,
  version: SignName | null,
): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const { markers, said } = source.way === 'own' ? { markers: noMarkers, said: '' } : lesson.markers(source.sentence);
  const { edits, ...fit } = editsBetween(units, learner.words, part, lesson.lexicon, markers, said);
  const isUnturned = fit.firstPerson && !fit.swapped;
  const isSure = version !== null && weightOf(version) > 0;
  return edits.flatMap((edit) => {
    const repeated = source.way === 'own' ? null : repetition(lesson, learner, source.sentence, edit);
    const isOfOwner = edit.signs.includes('another determiner');
    const isTaken = isSure || (source.way === 'feedback' && repeated !== null && isOfOwner);
    if (edit.evidence <= 0 || ((edit.weak || edit.evidence < 0.2) && !isTaken)) return [];
    const signs: SignName[] = [
      ...edit.signs,
      ...(version === null ? [] : [version]),
      ...circumstances(lesson, learner, source, part, edit, fit, markers.explicit, repeated),
      ...signsOfMirror(units, source, part, isUnturned),
      ...doubtsAbout(lesson, learner, source, part, edit),
    ];
    if (repeated === null && picksUp(lesson, learner, source.sentence, edit)) signs.push('learner picks the word up');
    // a word that no dictionary knows is a mishearing or a sound, not a mistake of grammar
    const isNearWord =
      source.way === 'feedback' && edit.removed.length === 1 && isAlike(edit.removed[0], edit.added[0]);
    if (
      !edit.known &&
      !isNearWord &&
      edit.removed.some((word) => isContent(word) && word.length > 2 && !knows(lesson.lexicon, word))
    )
      signs.push('no word of English');
    // what a teacher sets against each other in so many words may come back to it from far
    if (source.way === 'later' && version === 'set against each other') signs.push('set against each other later');
    if (
      source.way === 'later' &&
      !isSure &&
      !edit.known &&
      sharedCount(lesson.keys[learner.id], contentKeys(part.units)) < 2
    )
      signs.push('later about little in common');
    // one noun for another is mostly another thing; only a learner who takes it over makes it a correction
    const isTakenOver = repeated !== null || takenOver.some((sign) => signs.includes(sign));
    if (!isTakenOver && !isSure && swapsNouns(edit, lesson.lexicon)) signs.push('one noun for another');
    const way = (version === null ? undefined : wayOfVersion[version]) ?? wayOfSource[source.way];
    const { explicit } = markers;
    return [{ edit: { ...edit, signs }, learner, units, part, explicit, repeated, way, distance: source.distance }];
  });
}

/** "Adviced", "advised": the same word, built wrongly. */
const isAlike = (one = '', other = ''): boolean =>
  one.length > 4 && Math.abs(one.length - other.length) <= 2 && one.slice(0, 4) === other.slice(0, 4);

function swapsNouns(edit: Edit, lexicon: Lexicon): boolean {
  const noun = (words: readonly string[]) =>
    words.some((word) => isContent(word) && lexicon.partsOfSpeech(lexicon.lemma(word))[0] === 'noun');
  return edit.category === 'wordChoice' && noun(edit.removed) && noun(edit.added);
}
