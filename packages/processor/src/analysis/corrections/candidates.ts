import { type Unit, unitsOf } from '../../language/align.ts';
import { isContent, questionWords } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { definesAWord } from '../conversation/moves/defines-a-word.ts';
import type { Sentence } from '../types.ts';
import { type SignName, weightOf } from '../weighing/confidence.ts';
import { type Edit, editsBetween } from './compare/edits-between.ts';
import type { Part } from './compare/parts.ts';
import { asks, type Lesson, opened, sharedCount, shareMeaning } from './lesson.ts';
import { type Markers, readMarkers } from './markers.ts';
import { circumstances, picksUp, repetition } from './signs/circumstances.ts';
import { doubtsAbout, signsOfMirror } from './signs/likeness.ts';
import { contrastsIn, mendedByContrast, mendedByFragment, mendedByOmission, ownRepair } from './ways/contrasts.ts';
import { contentKeys, type Source, sourcesFor } from './ways/sources.ts';

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
] as const;
export type WayOfCorrecting = (typeof waysOfCorrecting)[number];

const wayOfVersion: Partial<Record<SignName, WayOfCorrecting>> = {
  'set against each other': 'contrast',
  'one word back': 'one word back',
  'one word back when prompted': 'one word back',
  'left out as told': 'left out',
};

const wayOfSource: Record<Source['way'], WayOfCorrecting> = {
  next: 'recast',
  own: 'second try',
  prompted: 'prompted',
  later: 'feedback later',
};

/** Whether one is a question and the other its answer or a question of its own, rather than two tries at the same thing. */
function otherKind(part: Part, learner: Sentence): boolean {
  const first = part.units[0]?.norm ?? '';
  const learnerFirst = unitsOf(learner.core.slice(0, 1))[0]?.norm ?? '';
  if (part.sentence.question && asks(first) && !learner.question && !asks(learnerFirst)) return true;
  return (
    asks(learnerFirst) &&
    (learner.question || questionWords.has(learnerFirst)) &&
    !asks(first) &&
    !part.sentence.question
  );
}

function judge(lesson: Lesson, learner: Sentence, source: Source, part: Part, version: SignName | null): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const { markers, said } = source.way === 'own' ? { markers: noMarkers, said: '' } : lesson.markers(source.sentence);
  const { edits, ...fit } = editsBetween(units, learner.words, part, lesson.lexicon, markers, said);
  const isUnturned = fit.firstPerson && !fit.swapped;
  const isSure = version !== null && weightOf(version) > 0;
  return edits.flatMap((edit) => {
    if (edit.evidence <= 0 || ((edit.weak || edit.evidence < 0.2) && !isSure)) return [];
    const repeated = source.way === 'own' ? null : repetition(lesson, learner, source.sentence, edit);
    const signs: SignName[] = [
      ...edit.signs,
      ...(version === null ? [] : [version]),
      ...circumstances(lesson, learner, source, part, edit, fit, markers.explicit, repeated),
      ...signsOfMirror(units, source, part, isUnturned),
      ...doubtsAbout(lesson, learner, source, part, edit),
    ];
    if (repeated === null && picksUp(lesson, learner, source.sentence, edit)) signs.push('learner picks the word up');
    // a word that no dictionary knows is a mishearing or a sound, not a mistake of grammar
    if (!edit.known && edit.removed.some((word) => isContent(word) && word.length > 2 && !knows(lesson.lexicon, word)))
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
    if (repeated === null && !isSure && swapsNouns(edit, lesson.lexicon)) signs.push('one noun for another');
    const way = (version === null ? undefined : wayOfVersion[version]) ?? wayOfSource[source.way];
    const { explicit } = markers;
    return [{ edit: { ...edit, signs }, learner, units, part, explicit, repeated, way, distance: source.distance }];
  });
}

function swapsNouns(edit: Edit, lexicon: Lexicon): boolean {
  const noun = (words: readonly string[]) =>
    words.some((word) => isContent(word) && lexicon.partsOfSpeech(lexicon.lemma(word))[0] === 'noun');
  return edit.category === 'wordChoice' && noun(edit.removed) && noun(edit.added);
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

const noMarkers: Markers = { explicit: false, omit: new Set(), add: new Set() };

export function knows(lexicon: Lexicon, word: string): boolean {
  return lexicon.isWord(word) || lexicon.isWord(lexicon.lemma(word));
}

export function candidatesFor(lesson: Lesson, learner: Sentence): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const keys = lesson.keys[learner.id] ?? new Set<string>();
  const found: Candidate[] = repairOf(lesson, learner);
  for (const source of sourcesFor(learner, lesson.sentences, lesson.turns, lesson.returns)) {
    const { sentence } = source;
    if (sentence.aside === 'private' || sentence.aside === 'foreign') continue;
    const teaching = sentence.role !== 'student';
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
    if (teaching && definesAWord.isIn(sentence.text)) continue;
    for (const part of lesson.parts(sentence)) {
      if (part.units.length < 2 || part.units.length > 40 || otherKind(part, learner)) continue;
      found.push(...judge(lesson, learner, source, part, null));
    }
  }
  return found;
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
