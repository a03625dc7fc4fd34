import type { Unit } from '../../../language/align.ts';
import { possibleBases } from '../../../language/inflection.ts';
import { irregularForm } from '../../../language/verb-forms.ts';
import { findLearnerErrors } from '../../learner-errors/find-learner-errors.ts';
import { overRegularVerb } from '../../learner-errors/verb-errors.ts';
import type { Sentence } from '../../types.ts';
import { readMarkers } from '../markers.ts';
import { isNumbered } from './numbered.ts';
import { longestSpoken, near } from './reach.ts';

/** So many sentences later nothing is taken up again. */
const far = 320;

/** Where each learner's sentence is taken up again later: quoted for repair, or mended in the feedback at the end. */
export interface Returns {
  quoted: ReadonlyMap<number, number[]>;
  later: ReadonlyMap<number, number[]>;
  /** Where a learner says it again when mistakes are gone over. */
  answered: ReadonlyMap<number, number[]>;
  /** Sentences of the teacher's that only quote what is to be mended: points of a list. */
  quotes: ReadonlySet<number>;
}

export function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key) ?? [];
  list.push(value);
  map.set(key, list);
}

/** Behind its number a point of a list begins with the learner's words. */
const quoteBegins = 2;

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
  const answered = new Map<number, number[]>();
  const answers = new Set<number>();
  for (const sentence of sentences) {
    const words = (units[sentence.id] ?? []).map((unit) => unit.norm);
    if (sentence.role !== 'student') {
      const core = words.slice(words.length - Math.min(words.length, 14));
      for (let i = 0; i + 2 < core.length; i += 1) {
        const earlier = trigrams.get(core.slice(i, i + 3).join(' '));
        if (earlier === undefined || sentence.id - earlier > far) continue;
        if (core.slice(i).every((word, j) => (units[earlier] ?? []).some((unit) => unit.norm === word) || j > 8)) {
          push(quoted, earlier, sentence.id);
          if (i <= quoteBegins && isNumbered(sentence, sentences)) quotes.add(sentence.id);
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
    if (isAnswer(sentence, sentences, stretches)) {
      // what was said in answer is right by then
      const before = sharingMost(sentence, keys, byKey).filter((id) => !answers.has(id));
      if (before.length > 0) answers.add(sentence.id);
      for (const id of before) push(answered, id, sentence.id);
    }
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
  return { quoted, later, answered, quotes };
}

/** What is as good as what the learner said, or better only in style. */
const isFine =
  /\b(?:(?:perfectly|also|is|was|totally) (?:fine|ok|okay|correct|good|right)|could also|might also|can also)\b/i;
const fewestAnswered = 3;

/** Whether a learner answers while mistakes are gone over. */
function isAnswer(sentence: Sentence, sentences: readonly Sentence[], stretches: ReadonlySet<number>): boolean {
  if (sentence.core.length < fewestAnswered) return false;
  for (let id = sentence.id - 1; id >= Math.max(0, sentence.id - 4); id -= 1) {
    const before = sentences[id];
    if (before?.role !== 'teacher') continue;
    return stretches.has(id) && !isFine.test(before.raw);
  }
  return false;
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
