import { type Unit, unitsOf } from '../../language/align.ts';
import { articles, isContent } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import type { Sentence } from '../types.ts';
import { confidenceOf, type SignName } from '../weighing/confidence.ts';
import type { Change } from './compare/change.ts';
import type { Edit } from './compare/edit.ts';
import type { Part } from './compare/parts.ts';
import { fromTeachersPerson } from './compare/phrases.ts';
import type { Candidate } from './judge.ts';
import { kindOf } from './kinds/index.ts';
import type { Lesson } from './lesson.ts';
import { repetition } from './signs/circumstances.ts';
import type { Point } from './ways/feedback-at-the-end.ts';
import { saidInstead } from './ways/said-instead.ts';

/** A quoting sentence says little besides the learner's words: "Then, …", "You said …". */
const mostBeside = 3;
/** What is said instead comes within so many sentences of the quoted words. */
const within = 2;
const signs: readonly SignName[] = [
  'one word for another',
  'set against each other',
  'in the feedback',
  'quoted back',
  'prompted by the teacher',
];

const firstPerson: ReadonlySet<string> = new Set(['i', 'we', 'my', 'our', 'me', 'us']);

/** Which of the quoted words give way: of "red caps" for "a beret" the noun alone. */
function givesWay(
  lexicon: Lexicon,
  units: readonly Unit[],
  { from, to }: Point,
  right: readonly string[],
): { from: number; put: string[] } {
  const isNoun = lexicon.partsOfSpeech(lexicon.lemma(units[to - 1]?.norm ?? ''))[0] === 'noun';
  const isOneNoun = right.length === 2 && articles.has(right[0]?.toLowerCase() ?? '');
  const isPhrase = to - from > 1 && isContent(units[to - 1]?.norm ?? '') && !articles.has(units[from]?.norm ?? '');
  return isOneNoun && isPhrase && isNoun ? { from: to - 1, put: right.slice(1) } : { from, put: [...right] };
}

/** Words of a learner's that a teacher says again, and then announces what is said instead: "Red caps. We'd say berets." */
export function inAnnounced(lesson: Lesson, learner: Sentence, point: Point): Candidate[] {
  const quoting = lesson.sentences[point.quotedIn];
  const units = lesson.units[learner.id] ?? [];
  if (quoting === undefined || !point.isAnnounced) return [];
  const beside = (lesson.units[quoting.id] ?? []).length - (point.to - point.from);
  // "what is it called" asks for the word itself
  const asksForIt = units.slice(point.from, point.to).some(({ norm }) => norm === 'called' || norm === 'call');
  if (beside > mostBeside || asksForIt) return [];
  return lesson.sentences.slice(quoting.id + 1, quoting.id + 1 + within).flatMap((sentence, i, all) => {
    const isInterrupted = all.slice(0, i).some(({ id, turn }) => turn !== quoting.turn || lesson.quoting.has(id));
    if (sentence.turn !== quoting.turn || isInterrupted) return [];
    const tokens = [...saidInstead(sentence)];
    if (tokens.length === 0) return [];
    const isTurned = units.some(({ norm }) => firstPerson.has(norm));
    const said = tokens.map(({ text }) => text);
    const right = isTurned ? said.map((word, at) => fromTeachersPerson(word, said[at - 1])) : said;
    const { from, put } = givesWay(lesson.lexicon, units, point, right);
    const part: Part = { sentence, tokens, units: unitsOf(tokens), whole: false };
    const removed = units.slice(from, point.to).map(({ norm }) => norm);
    const added = part.units.map(({ norm }) => norm);
    if (removed.join(' ') === added.join(' ')) return [];
    const change: Change = {
      removed,
      added,
      before: units.slice(0, from).map(({ norm }) => norm),
      after: units.slice(point.to).map(({ norm }) => norm),
      wrongClause: units.map(({ norm }) => norm),
      rightClause: added,
    };
    const { kind, category } = kindOf(change, '', lesson.lexicon);
    const edit: Edit = {
      from,
      to: point.to,
      core: { from, to: point.to },
      wrong: removed,
      right: put,
      category,
      kind: kind.name,
      signs: [...signs],
      evidence: confidenceOf(signs),
      weak: false,
      known: false,
      removed,
      added,
    };
    const repeated = repetition(lesson, learner, sentence, edit);
    const way = 'feedback at the end';
    return [{ edit, learner, units, part, explicit: true, repeated, way, distance: i + 1 }];
  });
}
