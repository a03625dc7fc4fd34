import type { Sentence, Turn } from '../../types.ts';
import { isNumbered } from './numbered.ts';
import { near } from './reach.ts';
import type { Returns } from './returns.ts';

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
    if (away > near.ownTurns) break;
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
  for (const at of returns.answered.get(learner.id) ?? []) {
    const sentence = sentences[at];
    if (sentence !== undefined && at > learner.id + near.sentences - 4)
      yield { sentence, distance: 4, turns: 2, way: 'feedback', numbered: false };
  }
  for (const at of returns.later.get(learner.id) ?? []) {
    const sentence = sentences[at];
    if (sentence !== undefined && at > learner.id + near.sentences - 4)
      yield { sentence, distance: 6, turns: 2, way: 'later', numbered: isNumbered(sentence, sentences) };
  }
}
