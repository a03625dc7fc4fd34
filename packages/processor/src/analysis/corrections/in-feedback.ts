import { type Unit, unitsOf } from '../../language/align.ts';
import { sameBase } from '../../language/inflection.ts';
import { isContent, modals } from '../../language/words.ts';
import type { Sentence } from '../types.ts';
import type { SignName } from '../weighing/confidence.ts';
import type { Edit } from './compare/edit.ts';
import type { Part } from './compare/parts.ts';
import { type Candidate, judge } from './judge.ts';
import type { Lesson } from './lesson.ts';
import { repetition } from './signs/circumstances.ts';
import type { Point } from './ways/feedback-at-the-end.ts';
import { mendedInPlace, mendedWithout } from './ways/mended-quotes.ts';
import type { Source } from './ways/sources.ts';

/** The quoted words and the one on each side: what changes outside of them is another matter. */
const besideQuote = 1;

const touches = ({ from, to }: Edit, point: Point): boolean =>
  from < point.to + besideQuote && to > point.from - besideQuote;
const lies = ({ from, to }: Edit, point: Point): boolean =>
  from >= point.from - besideQuote && to <= point.to + besideQuote;

/** What makes a mere repetition, which nobody called a mistake, a correction all the same. */
const confirming: readonly SignName[] = [
  'learner repeats it',
  'learner picks the word up',
  'teacher names the word',
  'known error',
];
/** So many words are said again for no other reason. */
const longQuote = 4;

/** A little word is picked up by anybody. */
const isVain = (sign: SignName, { category }: Edit): boolean =>
  sign === 'learner picks the word up' && category === 'preposition';

/** Another word in another sentence is another thing to say. */
const isFarOff = ({ signs, removed, added, known }: Edit): boolean =>
  signs.includes('far from what was said') &&
  !known &&
  removed.some(isContent) &&
  added.some((word) => isContent(word) && !removed.some((own) => sameBase(own, word)));

/** One word for one: more is another thing to say. */
const swapsOne = ({ removed, added }: Edit): boolean =>
  added.filter(isContent).length <= Math.max(1, removed.filter(isContent).length);

/** A version may hold the quoted words themselves. */
const holdsQuote = ({ sentence, tokens, full }: Part, point: Point): boolean =>
  full !== true && sentence.id === point.quotedIn && (tokens[0]?.start ?? point.end) < point.end;

const atEdge: ReadonlySet<SignName> = new Set([
  'cut off before a verb',
  'cut off before new words',
  'new little word at the edge',
  'new subject at the edge',
  'bare verb at the edge',
]);
/** So many words are enough where mistakes were not said to be gone over. */
const quoteByItself = 3;

/** What changes at the words that the teacher says again. */
export function inFeedback(lesson: Lesson, learner: Sentence, point: Point): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  return point.versions.flatMap(({ sentence, parts }, at) => {
    const source: Source = { sentence, distance: at + 1, turns: 1, way: 'feedback', numbered: false };
    const text = lesson.turns[sentence.turn]?.text ?? '';
    return parts.flatMap((part) => {
      const inPlace = mendedInPlace(learner.words, units, point, part, text);
      const without = sentence.role === 'teacher' ? mendedWithout(learner.words, units, point, part, text) : null;
      const found = [
        ...judge(lesson, learner, source, part, null),
        ...inOtherOrder(lesson, learner, source, part, point),
        ...(without === null ? [] : judge(lesson, learner, source, without, 'set against each other')),
      ].flatMap((candidate) => asFeedback(candidate, point));
      if (found.length > 0 || inPlace === null) return found;
      return judge(lesson, learner, source, inPlace, 'set against each other').flatMap((candidate) =>
        asFeedback(candidate, point),
      );
    });
  });
}

/** Whether a learner's answer only says what the teacher has just said. */
function isOfTeacher({ added }: Edit, { versions }: Point): boolean {
  const said = new Set(
    versions.flatMap(({ sentence }) => (sentence.role === 'teacher' ? sentence.words.map(({ lower }) => lower) : [])),
  );
  return added.length > 0 && added.every((word) => said.has(word));
}

/** The candidate as one of feedback, where it is one. */
function asFeedback(candidate: Candidate, point: Point): Candidate[] {
  const { edit, part } = candidate;
  // what is plainly wrong is meant wherever it stands
  const isPlain = edit.known && point.isAnnounced;
  if ((!touches(edit, point) && !isPlain) || isFarOff(edit)) return [];
  // "plan in every morning" is not mended by "make a plan"
  const last = part.tokens.at(-1);
  const isCutOff =
    edit.added.length === 0 &&
    part.full !== true &&
    edit.right.at(-1) === last?.text &&
    edit.wrong.at(-1) !== part.units.at(-1)?.norm;
  // "must to look", "to look": a verb that was only left out
  const isVerbless = edit.added.length === 0 && edit.removed.every((word) => modals.has(word));
  if (isCutOff || isVerbless || (edit.added.length === 0 && part.full !== true && part.units.length < 3)) return [];
  const isKnown = edit.known || edit.signs.includes('set against each other');
  const isConfirmed = point.isRefused || confirming.some((sign) => edit.signs.includes(sign) && !isVain(sign, edit));
  const isOrder = edit.kind === 'word order';
  if (!isKnown && !isConfirmed && !isOrder && !edit.signs.includes('teacher stops for it')) return [];
  if (!isKnown && edit.signs.some((sign) => atEdge.has(sign))) return [];
  // what nobody called a mistake must lie in a long quote
  const isPlace = point.to - point.from >= quoteByItself && lies(edit, point);
  if (!point.isAnnounced && !isKnown && !(isConfirmed && isPlace)) return [];
  // an article more or less is heard in any repetition
  if (!point.isAnnounced && edit.category === 'article' && !edit.signs.includes('teacher names the word')) return [];
  // a version that holds the quoted words themselves may be mere talk
  if (holdsQuote(part, point) && !isKnown && !isConfirmed && !isOrder) return [];
  // a learner's answer, or another word, may be about something else
  const isLong = point.to - point.from >= longQuote;
  if (part.sentence.role === 'student' && !isKnown && !isLong && !isOfTeacher(edit, point)) return [];
  const isTaken = point.isRefused || edit.signs.includes('learner repeats it');
  if (edit.signs.includes('one word for another') && !isKnown && !(isTaken && swapsOne(edit))) return [];
  const signs: SignName[] = lies(edit, point) ? [...edit.signs, 'quoted back'] : [...edit.signs];
  return [{ ...candidate, edit: { ...edit, signs }, way: 'feedback at the end', explicit: true }];
}

/** So many words may come to the learner's when they are put in order. */
const mostNew = 2;
const fewestMoved = 3;

const sorted = (units: readonly Unit[]): string[] => units.map(({ norm }) => norm).sort();

/** The quoted words all again in another order, too far from it for a word by word comparison. */
function inOtherOrder(lesson: Lesson, learner: Sentence, source: Source, part: Part, point: Point): Candidate[] {
  if (holdsQuote(part, point)) return [];
  const quoted = (lesson.units[learner.id] ?? []).slice(point.from, point.to);
  const fresh = sorted(part.units);
  for (const word of sorted(quoted)) {
    const at = fresh.indexOf(word);
    if (at < 0) return [];
    fresh.splice(at, 1);
  }
  const isSame = quoted.every(({ norm }, i) => part.units[i]?.norm === norm);
  if (quoted.length < fewestMoved || fresh.length > mostNew || fresh.some(isContent) || isSame) return [];
  // the same words in the same order with one between them are compared word by word
  const kept = part.units.filter(({ norm }) => !fresh.includes(norm));
  if (kept.every(({ norm }, i) => quoted[i]?.norm === norm)) return [];
  const spliced: Part = { ...part, units: unitsOf(part.tokens) };
  const edit: Edit = {
    from: point.from,
    to: point.to,
    core: { from: point.from, to: point.to },
    wrong: quoted.map(({ norm }) => norm),
    right: part.tokens.map(({ text }) => text),
    category: 'modifier',
    kind: 'word order',
    evidence: 1,
    signs: ['same words in another order', 'in the feedback', 'prompted by the teacher'],
    weak: false,
    known: false,
    removed: quoted.map(({ norm }) => norm),
    added: part.units.map(({ norm }) => norm),
  };
  const units = lesson.units[learner.id] ?? [];
  const repeated = repetition(lesson, learner, source.sentence, edit);
  const way = 'feedback at the end';
  return [{ edit, learner, units, part: spliced, explicit: true, repeated, way, distance: source.distance }];
}
