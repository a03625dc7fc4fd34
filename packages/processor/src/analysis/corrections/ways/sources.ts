import type { Unit } from '../../../language/align.ts';
import { possibleBases } from '../../../language/inflection.ts';
import { irregularForm } from '../../../language/verb-forms.ts';
import { isContent } from '../../../language/words.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import { overRegularVerb } from '../../learner-errors/verb-errors.ts';
import type { Sentence, Turn } from '../../types.ts';
import { readMarkers } from '../markers.ts';

/** How a sentence comes to mend another. */
export type Way = 'next' | 'own' | 'prompted' | 'later' | 'feedback';

/** A sentence that may mend a learner's. */
export interface Source {
  sentence: Sentence;
  distance: number;
  turns: number;
  way: Way;
  /** True where the teacher is going through a list of mistakes. */
  numbered: boolean;
}

/** The dictionary forms of the words that carry meaning. */
export function contentKeys(units: readonly Unit[]): Set<string> {
  const keys = new Set<string>();
  for (const { norm } of units) if (isContent(norm)) for (const base of possibleBases(norm)) keys.add(base);
  return keys;
}

const near = { sentences: 16, turns: 4, afterReading: 8 };

const far = 320;

/** More words than this in one breath are no sentence, and nothing that could be put right. */
export const longestSpoken = 60;

export const numbered =
  /^(?:(?:and|okay|ok|so|right)[, ]+)?(?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|next(?: one)?|last(?: one)?|another one)\b[,.:]?/i;

/** Where each learner's sentence is taken up again later: quoted for repair, or mended in the feedback at the end. */
export interface Returns {
  quoted: ReadonlyMap<number, number[]>;
  later: ReadonlyMap<number, number[]>;
  /** Sentences of the teacher's that only quote what is to be mended: points of a list. */
  quotes: ReadonlySet<number>;
}

export function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key) ?? [];
  list.push(value);
  map.set(key, list);
}

/** Finds the sentences that come back to something a learner said long before. One pass over the lesson. */
export function findReturns(
  sentences: readonly Sentence[],
  units: readonly (readonly Unit[])[],
  keys: readonly ReadonlySet<string>[],
  stretches: ReadonlySet<number>,
): Returns {
  const quoted = new Map<number, number[]>();
  const later = new Map<number, number[]>();
  const quotes = new Set<number>();
  const trigrams = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  const madeRegular = new Map<string, number>();
  for (const sentence of sentences) {
    const words = (units[sentence.id] ?? []).map((unit) => unit.norm);
    if (sentence.role !== 'student') {
      const core = words.slice(words.length - Math.min(words.length, 14));
      for (let i = 0; i + 2 < core.length; i += 1) {
        const earlier = trigrams.get(core.slice(i, i + 3).join(' '));
        if (earlier === undefined || sentence.id - earlier > far) continue;
        if (core.slice(i).every((word, j) => (units[earlier] ?? []).some((unit) => unit.norm === word) || j > 8)) {
          push(quoted, earlier, sentence.id);
          if (isNumbered(sentence, sentences)) quotes.add(sentence.id);
        }
        break;
      }
      // "We swam, we spoke." after "we swimmed", however long ago
      for (const word of words) {
        const earlier = madeRegular.get(irregularForm(word)?.base ?? '');
        const gap = sentence.id - (earlier ?? sentence.id);
        if (earlier !== undefined && gap > near.sentences - 4 && gap <= far) push(later, earlier, sentence.id);
      }
      if (readMarkers(sentence.raw).explicit || stretches.has(sentence.id) || isNumbered(sentence, sentences)) {
        for (const id of sharingMost(sentence, keys, byKey)) push(later, id, sentence.id);
      }
    }
    if (sentence.role === 'teacher' || sentence.words.length > longestSpoken) continue;
    for (const error of findLearnerErrors(words))
      if (error.rule === overRegularVerb)
        for (const base of possibleBases(words[error.from] ?? '')) madeRegular.set(base, sentence.id);
    for (let i = 0; i + 2 < words.length; i += 1) trigrams.set(words.slice(i, i + 3).join(' '), sentence.id);
    for (const key of keys[sentence.id] ?? []) {
      const ids = byKey.get(key) ?? [];
      ids.push(sentence.id);
      if (ids.length > 6) ids.shift();
      byKey.set(key, ids);
    }
  }
  return { quoted, later, quotes };
}

/** Learners' sentences out of near reach that share the most words with this one. */
function sharingMost(
  sentence: Sentence,
  keys: readonly ReadonlySet<string>[],
  byKey: ReadonlyMap<string, number[]>,
): number[] {
  const counts = new Map<number, number>();
  for (const key of keys[sentence.id] ?? []) {
    const ids = byKey.get(key) ?? [];
    for (const id of ids) {
      const gap = sentence.id - id;
      if (gap > near.sentences - 4 && gap <= far) counts.set(id, (counts.get(id) ?? 0) + 1 / ids.length + 0.3);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 0.5)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, 3)
    .map(([id]) => id);
}

/** The sentences that may mend a learner's sentence: the next ones, the learner's own second try, and later returns to it. */
export function* sourcesFor(
  learner: Sentence,
  sentences: readonly Sentence[],
  turns: readonly Turn[],
  returns: Returns,
): Generator<Source> {
  let distance = 0;
  // a learner's text that the teacher reads is mended by whoever speaks next
  if (learner.role === 'teacher') {
    for (const sentence of sentences.slice(learner.id + 1, learner.id + 1 + near.afterReading)) {
      if (sentence.core.length > 0) distance += 1;
      yield { sentence, distance, turns: 1, way: 'prompted', numbered: false };
    }
    return;
  }
  for (let id = learner.id + 1; id < sentences.length && id <= learner.id + near.sentences; id += 1) {
    const sentence = sentences[id];
    if (sentence === undefined) break;
    const away = sentence.turn - learner.turn;
    if (away > near.turns) break;
    const own = learner.role === 'student' && turns[sentence.turn]?.role === 'student';
    // "Ha. OK." is no answer yet
    if (sentence.core.length > 0) distance += 1;
    if (!own && away >= near.turns) continue;
    yield { sentence, distance, turns: away, way: own ? 'own' : 'next', numbered: false };
  }
  for (const at of returns.quoted.get(learner.id) ?? []) {
    for (let id = at + 1; id <= at + 10; id += 1) {
      const sentence = sentences[id];
      // the next point of the teacher's list is about something else
      if (sentence !== undefined && id > at + 1 && sentence.role === 'teacher' && isNumbered(sentence, sentences))
        break;
      if (sentence !== undefined) yield { sentence, distance: id - at, turns: 1, way: 'prompted', numbered: false };
    }
  }
  for (const at of returns.later.get(learner.id) ?? []) {
    const sentence = sentences[at];
    if (sentence !== undefined && at > learner.id + near.sentences - 4)
      yield { sentence, distance: 6, turns: 2, way: 'later', numbered: isNumbered(sentence, sentences) };
  }
}

/** Whether a sentence belongs to a point of the teacher's list: "Two. In April we have launched a new product." */
function isNumbered(sentence: Sentence, sentences: readonly Sentence[]): boolean {
  if (numbered.test(sentence.raw)) return true;
  for (let id = sentence.id - 1; id >= Math.max(0, sentence.id - 3); id -= 1) {
    const before = sentences[id];
    if (before === undefined || before.turn !== sentence.turn) return false;
    if (numbered.test(before.raw)) return true;
  }
  return false;
}
