import type { Unit } from '../../../language/align.ts';
import { articles, isContent, possessives } from '../../../language/words.ts';
import type { Sentence } from '../../types.ts';

/** A learner's words that a teacher says again later, word for word. */
export interface Run {
  /** The learner's sentence, and the words of it. */
  learner: number;
  from: number;
  to: number;
  /** The teacher's sentence, and where the words stand in it. */
  teacher: number;
  start: number;
  end: number;
}

interface Place {
  id: number;
  at: number;
}

/** Whoever speaks, the words are the same: "you called to him" quotes "I called to him". */
const turned: Readonly<Record<string, string>> = {
  you: 'i',
  we: 'i',
  me: 'i',
  us: 'i',
  your: 'my',
  our: 'my',
  are: 'am',
};
const impersonal = (norm: string): string => (Object.hasOwn(turned, norm) ? (turned[norm] ?? norm) : norm);

/** Two words that stand in more sentences than this belong to nobody's mistake. */
const mostPlaces = 8;
const fewest = 2;
/** Of little words it takes more to be a quote: "has been there". */
const fewestLittle = 3;

const isSkipped = (word: string): boolean => articles.has(word) || possessives.has(word);

function keep(byPair: Map<string, Place[]>, pair: string, place: Place): void {
  const places = byPair.get(pair) ?? [];
  places.push(place);
  if (places.length > mostPlaces) places.shift();
  byPair.set(pair, places);
}

/** How far the same words go on from two places; the teacher may leave out an article or an owner of the learner's. */
function goesOn(own: readonly string[], at: number, said: readonly string[], i: number): { to: number; end: number } {
  let [to, end] = [at, i];
  while (end < said.length && to < own.length) {
    if (own[to] === said[end]) {
      to += 1;
      end += 1;
    } else if (end > i && isSkipped(own[to] ?? '') && own[to + 1] === said[end]) to += 1;
    else break;
  }
  return { to, end };
}

/** The longest stretches of earlier learners' sentences in what a teacher says, in one pass over the lesson. */
export function quotedRuns(sentences: readonly Sentence[], units: readonly (readonly Unit[])[]): Run[] {
  const words = units.map((row) => row.map(({ norm }) => impersonal(norm)));
  const byPair = new Map<string, Place[]>();
  const runs: Run[] = [];
  for (const { id, role, turn } of sentences) {
    const said = words[id] ?? [];
    if (role === 'student') {
      for (let at = 0; at + 1 < said.length; at += 1) {
        keep(byPair, `${said[at]} ${said[at + 1]}`, { id, at });
        // "lose weight" quotes "lose the weight"
        if (at + 2 < said.length && isSkipped(said[at + 1] ?? ''))
          keep(byPair, `${said[at]} ${said[at + 2]}`, { id, at });
      }
      continue;
    }
    if (role !== 'teacher') continue;
    for (let i = 0; i + 1 < said.length; i += 1) {
      let best: Run | null = null;
      for (const { id: learner, at } of byPair.get(`${said[i]} ${said[i + 1]}`) ?? []) {
        if (sentences[learner]?.turn === turn) continue;
        const { to, end } = goesOn(words[learner] ?? [], at, said, i);
        if (best === null || end - i >= best.end - best.start)
          best = { learner, from: at, to, teacher: id, start: i, end };
      }
      if (best === null || best.end - best.start < fewest) continue;
      const isTelling = (units[id] ?? []).slice(best.start, best.end).some(({ norm }) => isContent(norm));
      if (!isTelling && best.end - best.start < fewestLittle) continue;
      runs.push(best);
      i = best.end - 1;
    }
  }
  return runs;
}
