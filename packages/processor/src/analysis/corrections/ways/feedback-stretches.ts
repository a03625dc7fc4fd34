import { goesOverMistakes } from '../../conversation/moves/goes-over-mistakes.ts';
import { namesAMistake } from '../../conversation/moves/names-a-mistake.ts';
import type { Sentence, Turn } from '../../types.ts';
import { numbered } from './numbered.ts';
import type { Run } from './quoted-runs.ts';

/** A learner who says more than this in a breath goes on talking: the feedback is over. */
const longestReply = 16;
/** Words said so many turns ago are taken up again, not answered. */
const turnsAgo = 3;
/** From so many learners' sentences on, in one turn or in two that follow each other, mistakes are gone over. */
const fewestTakenUp = 2;

/** The teacher's turns in which several things of long before are said again, and mistakes are named. */
export function turnsThatTakeUp(
  sentences: readonly Sentence[],
  turns: readonly Turn[],
  runs: readonly Run[],
): ReadonlySet<number> {
  const taken = new Map<number, Set<number>>();
  for (const { learner, teacher } of runs) {
    const [said, again] = [sentences[learner], sentences[teacher]];
    if (said === undefined || again === undefined || again.turn - said.turn < turnsAgo) continue;
    const turn = turns[again.turn];
    if (turn === undefined || !turn.sentences.some(({ raw }) => namesAMistake.isIn(raw))) continue;
    taken.set(again.turn, (taken.get(again.turn) ?? new Set()).add(learner));
  }
  const wordsOf = (index: number): number =>
    turns[index]?.sentences.reduce((sum, { words }) => sum + words.length, 0) ?? 0;
  const found = new Set<number>();
  for (const [turn, own] of taken) {
    const next = taken.get(turn + 2);
    const all = next === undefined || wordsOf(turn + 1) > longestReply ? own : new Set([...own, ...next]);
    if (all.size < fewestTakenUp) continue;
    found.add(turn);
    if (all !== own) found.add(turn + 2);
  }
  return found;
}

/** So many words are said again on purpose. */
const fewestListed = 3;

/** Whether a learner's words of long before are a point of the teacher's list: "Two. We drive with the train." */
function isListed({ learner, teacher, start, end }: Run, sentences: readonly Sentence[]): boolean {
  const [said, again, before] = [sentences[learner], sentences[teacher], sentences[teacher - 1]];
  if (said === undefined || again === undefined || end - start < fewestListed) return false;
  if (again.turn - said.turn < turnsAgo) return false;
  return (
    numbered.test(again.raw) || (before?.turn === again.turn && before.words.length <= 3 && numbered.test(before.raw))
  );
}

/** So many of a learner's sentences, each said again alone within so many of the teacher's, are a list. */
const fewestAlone = 3;
const aloneWithin = 24;
/** What may stand beside words that are said again alone: "Then, …". */
const besideAlone = 2;

/** The teacher's sentences that are nothing but a learner's words of long before, where several stand near each other. */
function quotedAlone(sentences: readonly Sentence[], runs: readonly Run[]): number[] {
  const alone = runs.filter(({ learner, teacher, start, end }) => {
    const [said, again] = [sentences[learner], sentences[teacher]];
    if (said === undefined || again === undefined || again.question) return false;
    return again.turn - said.turn >= turnsAgo && again.words.length - (end - start) <= besideAlone;
  });
  return alone.flatMap(({ teacher }, i) => {
    const near = alone.slice(i, i + fewestAlone).filter((other) => other.teacher - teacher <= aloneWithin);
    return new Set(near.map(({ learner }) => learner)).size >= fewestAlone ? [teacher] : [];
  });
}

/** What is only said to come: "We go through them at the end." */
const promised = /\b(?:at the end|afterwards|later)\b/i;

/** The teacher's sentences that go over what the learner said before, from where it is announced until the talk goes on. */
export function feedbackStretches(sentences: readonly Sentence[], runs: readonly Run[]): ReadonlySet<number> {
  const found = new Set<number>();
  const listed = new Set(runs.filter((run) => isListed(run, sentences)).map(({ teacher }) => teacher));
  for (const id of quotedAlone(sentences, runs)) listed.add(id);
  let isOpen = false;
  for (const sentence of sentences) {
    if (sentence.role === 'student') {
      if (sentence.words.length > longestReply) isOpen = false;
      continue;
    }
    if (sentence.role !== 'teacher') continue;
    if (isOpen) found.add(sentence.id);
    const isNow = goesOverMistakes.isIn(sentence.raw) && !promised.test(sentence.raw);
    if (isNow || listed.has(sentence.id)) {
      isOpen = true;
      found.add(sentence.id);
    }
  }
  return found;
}
