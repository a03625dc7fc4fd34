import { fold, type GoodSentence } from '@tulkka/shared/exercises';
import type { LessonReading, Sentence } from '../analysis/types.ts';
import { isContent, praise } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';

/** So many sentences before and after may take up what was said. */
const near = 4;
const mostCounted = 3;
const longestTurn = 5;
/** A lesson ends with what comes next and goodbyes. */
const lastPart = 0.92;
/** How finely it is told how much of a sentence was said elsewhere. */
const steps = 3;

/** What can be seen of where a sentence was said, each by a name; nothing where it was not said. */
export type PlaceTraits = (sentence: GoodSentence) => string[];

/** Listens to a lesson once, so that each of its sentences can be asked about: who said it, after what, and what came of it. */
export function placesIn({ turns, terms, corrections }: LessonReading, lexicon: Lexicon): PlaceTraits {
  const spoken = turns.flatMap(({ sentences }) => sentences);
  const tellingOf = ({ words }: Sentence): Set<string> =>
    new Set(words.map(({ lower }) => lexicon.lemma(lower)).filter(isContent));
  const telling = spoken.map(tellingOf);
  const places = new Map<string, number>();
  const times = new Map<string, number>();
  const saidBy = new Map<string, number>();
  for (const [at, { raw, text }] of spoken.entries()) {
    for (const said of [fold(raw), fold(text)]) if (!places.has(said)) places.set(said, at);
    times.set(fold(raw), (times.get(fold(raw)) ?? 0) + 1);
    for (const word of telling[at] ?? []) saidBy.set(word, (saidBy.get(word) ?? 0) + 1);
  }
  const taught = new Set(
    terms
      .filter(({ explicit }) => explicit)
      .flatMap(({ term }) =>
        term
          .toLowerCase()
          .split(' ')
          .map((word) => lexicon.lemma(word)),
      ),
  );
  const rights = new Set(corrections.map(({ right_id }) => right_id));
  const wrongs = new Set(corrections.map(({ wrong_id }) => wrong_id));
  const isNearRight = (id: number): boolean => [-2, -1, 0, 1, 2].some((step) => rights.has(id + step));

  const neighbours = (at: number): string[] => {
    const [before, own, after] = [spoken[at - 1], spoken[at], spoken[at + 1]];
    const side = (other: Sentence): string =>
      `${other.turn === own?.turn ? 'own' : 'other'}${other.question ? ' question' : ''}`;
    const isPraised =
      after !== undefined && after.turn !== own?.turn && after.words.slice(0, 3).some(({ lower }) => praise.has(lower));
    return [
      ...(before === undefined ? [] : [`after ${side(before)}`, `after what is ${before.aside ?? 'of the lesson'}`]),
      ...(after === undefined ? [] : [`before ${side(after)}`]),
      ...(isPraised ? [`praised by ${after.role}`] : []),
    ];
  };

  const echo = (at: number, role: string): number => {
    const own = telling[at] ?? new Set();
    const others = spoken
      .slice(Math.max(0, at - near), at + near + 1)
      .filter((one) => one.role !== role)
      .map(({ id }) => [...(telling[id] ?? [])].filter((word) => own.has(word)).length);
    return Math.min(mostCounted, Math.max(0, ...others));
  };

  return ({ text, quote }) => {
    const at = places.get(fold(quote)) ?? places.get(fold(text));
    const own = at === undefined ? undefined : spoken[at];
    if (at === undefined || own === undefined) return [];
    const turn = turns[own.turn]?.sentences ?? [];
    const length = Math.min(longestTurn, turn.length);
    const place = turn.length === 1 ? 'only' : own === turn[0] ? 'first' : own === turn.at(-1) ? 'last' : 'middle';
    const words = [...(telling[at] ?? [])];
    const again = words.filter((word) => (saidBy.get(word) ?? 0) > 1).length;
    const whole = fold(own.raw);
    const cut = whole === fold(text) ? 'whole' : whole.endsWith(fold(text)) ? 'without its front' : 'otherwise';
    return [
      `by ${own.role}`,
      `by ${own.role} in a turn of ${length}`,
      `turn of ${length}`,
      `${place} of its turn`,
      ...neighbours(at),
      `it is ${own.aside ?? 'of the lesson'}`,
      `terms ${Math.min(2, words.filter((word) => taught.has(word)).length)}`,
      `said elsewhere ${words.length === 0 ? 'nothing' : Math.round((steps * again) / words.length)}`,
      `echoed ${echo(at, own.role)} by ${own.role}`,
      `shown ${cut}`,
      `opened by ${Math.min(2, own.words.length - own.core.length)}`,
      `said again ${Math.min(2, (times.get(whole) ?? 1) - 1)}`,
      ...(at > spoken.length * lastPart ? ['at the end'] : []),
      ...(rights.has(own.id) ? ['holds what is right'] : []),
      ...(wrongs.has(own.id) ? ['holds what was wrong'] : []),
      ...(isNearRight(own.id) ? ['near what was put right'] : []),
    ];
  };
}
