import type { Lexicon } from '../../lexicon/types.ts';
import type { Role, Sentence, Turn } from '../types.ts';
import { isBreak, type Spoken, spokenIn } from './spoken.ts';

interface Heard {
  words: Spoken[];
  at: number;
  turn: Turn;
}

/** A place where a row of words was said. */
export interface Said {
  turn: Turn;
  role: Role;
  sentence: Sentence;
  /** Between two pauses, with nothing but what opens it. */
  isAlone: boolean;
}

/** What was said in a lesson, by its words. */
export interface Hearing {
  turns: readonly { turn: Turn; spoken: readonly Spoken[] }[];
  /** Where a row of words was said, its first word in any form; "somebody" stands for any word. */
  places(row: string): readonly Said[];
}

/** More places than this tell no more. */
const mostPlaces = 12;
/** Of a word that is said all the time not every place is looked at: a lesson may be of many hours. */
const mostTries = 1500;
const anyWord = /^(?:somebody|someone|something|sb|sth)$/;
const owners = /^(?:my|your|his|her|our|their|one's|somebody's)$/;
const leads = /^(?:an?|the|to|and|or|but|so|yes|okay|ok|well|ah|oh|no|it|that|'s|very|be|is|are|i|i'm|you|'re|was)$/;

const isPauseBefore = (word: Spoken | undefined): boolean => isBreak(word) || word?.mark.includes(',') === true;

function isAlone(words: readonly Spoken[], from: number, to: number): boolean {
  let start = from;
  while (
    start > 0 &&
    !isPauseBefore(words[start]) &&
    words[start]?.sentence === words[start - 1]?.sentence &&
    leads.test(words[start - 1]?.lower ?? '')
  )
    start -= 1;
  const opens = start === 0 || isPauseBefore(words[start]) || words[start]?.sentence !== words[start - 1]?.sentence;
  return opens && (isPauseBefore(words[to]) || words[to]?.sentence !== words[to - 1]?.sentence);
}

/** Listens to a lesson once, so that every way of teaching can ask whether a row of words was said again. */
export function hear(turns: readonly Turn[], lexicon: Lexicon): Hearing {
  const all = turns.map((turn) => ({ turn, spoken: spokenIn(turn) }));
  const byFirst = new Map<string, Heard[]>();
  for (const { turn, spoken } of all)
    spoken.forEach(({ lower }, at) => {
      for (const key of new Set([lower, lexicon.lemma(lower, 'verb'), lexicon.lemma(lower, 'noun')])) {
        const known = byFirst.get(key);
        if (known === undefined) byFirst.set(key, [{ words: spoken, at, turn }]);
        else if (known.length < mostTries) known.push({ words: spoken, at, turn });
      }
    });
  const isSame = (word: Spoken | undefined, wanted: string): boolean =>
    word !== undefined &&
    (word.lower === wanted ||
      anyWord.test(wanted) ||
      (owners.test(wanted) && owners.test(word.lower)) ||
      lexicon.lemma(word.lower, 'noun') === lexicon.lemma(wanted, 'noun'));
  return {
    turns: all,
    places(row) {
      const [first = '', ...rest] = row.toLowerCase().replaceAll("'s", " 's").replaceAll("'re", " 're").split(' ');
      const found: Said[] = [];
      for (const { words, at, turn } of byFirst.get(lexicon.lemma(first, 'verb')) ?? byFirst.get(first) ?? []) {
        if (!rest.every((wanted, i) => isSame(words[at + 1 + i], wanted) && !isBreak(words[at + 1 + i]))) continue;
        const sentence = words[at]?.sentence;
        if (sentence === undefined) continue;
        found.push({
          turn,
          sentence,
          role: words[at]?.sentence.role ?? 'unknown',
          isAlone: isAlone(words, at, at + row.split(' ').length),
        });
        if (found.length >= mostPlaces) break;
      }
      return found;
    },
  };
}
