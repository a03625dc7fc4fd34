import { type Unit, unitsOf } from '../language/align.ts';
import { possibleBases } from '../language/inflection.ts';
import { auxiliaries, isContent, questionWords } from '../language/words.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { hasLearnerError } from './learner-errors.ts';
import { readMarkers } from './markers.ts';
import { phraseOf, writtenWords } from './phrases.ts';
import { type Edit, editsBetween, type Part, partsOf } from './recasts.ts';
import { quoteOf } from './turns.ts';
import type { CorrectionReading, Sentence, Turn } from './types.ts';

/** How sure we must be before a learner is told that something was a mistake. */
const threshold = 0.8;
/** How far after a learner's sentence its correction may stand. */
const reach = { sentences: 16, turns: 3 };

interface Candidate {
  edit: Edit;
  learner: Sentence;
  units: readonly Unit[];
  part: Part;
  explicit: boolean;
  repeated: Sentence | null;
}

interface Lesson {
  turns: readonly Turn[];
  sentences: readonly Sentence[];
  units: readonly (readonly Unit[])[];
  keys: readonly ReadonlySet<string>[];
  parts: (sentence: Sentence) => Part[];
  lexicon: Lexicon;
}

const opened = (units: readonly { norm: string }[]) => ` ${units.map((unit) => unit.norm).join(' ')} `;

function contentKeys(units: readonly Unit[]): Set<string> {
  const keys = new Set<string>();
  for (const { norm } of units) if (isContent(norm)) for (const base of possibleBases(norm)) keys.add(base);
  return keys;
}

function shareMeaning(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** Whether a question only asks on ("Do you …?", "What …?") rather than repeating what the learner said. */
function asksOn(part: Part, learner: Sentence): boolean {
  const first = part.units[0]?.norm ?? '';
  const inverted = auxiliaries.has(first) || questionWords.has(first);
  const learnerFirst = unitsOf(learner.core)[0]?.norm ?? '';
  return part.sentence.question && inverted && !learner.question && !auxiliaries.has(learnerFirst) && !questionWords.has(learnerFirst);
}

/** A later sentence of the learner's that holds the right words: the correction was heard. */
function repetition(lesson: Lesson, learner: Sentence, after: Sentence, edit: Edit): Sentence | null {
  const right = opened(edit.right.flatMap((word) => unitsOf([{ text: word, lower: word.toLowerCase().replaceAll('’', "'"), start: 0, end: 0 }])));
  const wrong = ` ${edit.wrong.join(' ')} `;
  let turns = 0;
  let turn = after.turn;
  for (let id = after.id + 1; id < lesson.sentences.length && id <= after.id + 9; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined) break;
    if (sentence.turn !== turn) {
      turn = sentence.turn;
      turns += 1;
      if (turns > 2) break;
    }
    if (sentence.role === 'teacher' || (learner.role === 'student' && sentence.role !== 'student')) continue;
    const said = opened(lesson.units[id] ?? []);
    if (said.includes(right) && !(wrong.length > right.length && said.includes(wrong))) return sentence;
  }
  return null;
}

/** The sentences that may mend a learner's sentence: the teacher's next ones, and the learner's own second try. */
function* sources(lesson: Lesson, learner: Sentence): Generator<{ sentence: Sentence; distance: number; own: boolean; turns: number }> {
  let distance = 0;
  const turnOf = (sentence: Sentence) => lesson.turns[sentence.turn];
  for (let id = learner.id + 1; id < lesson.sentences.length && id <= learner.id + reach.sentences; id += 1) {
    const sentence = lesson.sentences[id];
    if (sentence === undefined) break;
    const turns = sentence.turn - learner.turn;
    if (turns > reach.turns) break;
    const own = learner.role === 'student' && turnOf(sentence)?.role === 'student';
    if (own && turnOf(sentence)?.speaker !== turnOf(learner)?.speaker) continue;
    distance += 1;
    if (sentence.aside === 'private' || sentence.aside === 'foreign') continue;
    yield { sentence, distance, own, turns };
  }
}

function candidatesFor(lesson: Lesson, learner: Sentence): Candidate[] {
  const units = lesson.units[learner.id] ?? [];
  const keys = lesson.keys[learner.id] ?? new Set<string>();
  const found: Candidate[] = [];
  for (const { sentence, distance, own, turns } of sources(lesson, learner)) {
    if (!shareMeaning(keys, lesson.keys[sentence.id] ?? new Set())) continue;
    const turn = lesson.turns[sentence.turn];
    const said = turn === undefined ? sentence.raw : nearby(turn, sentence);
    const markers = readMarkers(own ? '' : said);
    for (const part of lesson.parts(sentence)) {
      if (part.units.length < 2 || part.units.length > 40 || asksOn(part, learner)) continue;
      const { edits, closeness, swapped } = editsBetween(units, part, lesson.lexicon, markers, own ? '' : said);
      for (const edit of edits) {
        const repeated = own ? null : repetition(lesson, learner, sentence, edit);
        let evidence = edit.evidence;
        if (evidence <= 0) continue;
        const firstPerson = units.some((unit) => ['i', 'my', 'we', 'our', 'me'].includes(unit.norm));
        if (repeated !== null) evidence += 0.45;
        if (markers.explicit && distance <= 8) evidence += 0.2;
        evidence += turns <= 1 && distance <= 4 ? 0.15 : turns <= 1 ? 0 : -0.2;
        if (swapped || !firstPerson) evidence += 0.15;
        else if (repeated === null && !markers.explicit) evidence -= 0.15;
        evidence += closeness >= 0.75 ? 0.1 : closeness < 0.55 ? -0.15 : 0;
        if (part.sentence.question && !learner.question) evidence -= 0.1;
        if (own) evidence -= 0.25;
        if (learner.role === 'unknown') evidence -= 0.1;
        if (hasLearnerError(part.tokens.map((token) => token.lower))) evidence -= 0.4;
        // a word that no dictionary knows is a mishearing or a sound, not a mistake of grammar
        if (edit.removed.some((word) => isContent(word) && word.length > 2 && !lesson.lexicon.isWord(word) && !lesson.lexicon.isWord(lesson.lexicon.lemma(word)))) evidence -= 0.6;
        if (evidence >= threshold) found.push({ edit: { ...edit, evidence: evidence - distance * 0.005 }, learner, units, part, explicit: markers.explicit, repeated });
      }
    }
  }
  return found;
}

/** A sentence with the two that follow it and the one before: where a teacher says why. */
function nearby(turn: Turn, sentence: Sentence): string {
  const at = sentence.id - (turn.sentences[0]?.id ?? 0);
  return turn.sentences
    .slice(Math.max(0, at - 1), at + 3)
    .map((each) => each.raw)
    .join(' ');
}

/** Of overlapping claims about the same words the surest stays. */
function surest(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.edit.evidence - a.edit.evidence)) {
    const clash = kept.some((other) => other.learner === candidate.learner && other.edit.from < candidate.edit.to && candidate.edit.from < other.edit.to);
    if (!clash) kept.push(candidate);
  }
  return kept.sort((a, b) => a.learner.id - b.learner.id || a.edit.from - b.edit.from);
}

function report(lesson: Lesson, { edit, learner, units, part, explicit, repeated }: Candidate): CorrectionReading | null {
  const wrongTurn = lesson.turns[learner.turn];
  const rightTurn = lesson.turns[part.sentence.turn];
  if (wrongTurn === undefined || rightTurn === undefined) return null;
  const wrong = phraseOf(writtenWords(learner.words, units, edit.from, edit.to));
  const right = phraseOf(edit.right);
  if (wrong === '' || right === '' || wrong.toLowerCase() === right.toLowerCase()) return null;
  const right_quote = quoteOf(rightTurn, part.sentence.start, part.sentence.end);
  return {
    wrong,
    right,
    category: edit.category,
    explicit,
    quote: right_quote,
    wrong_sentence: learner.text,
    right_sentence: repeated?.text ?? null,
    wrong_quote: quoteOf(wrongTurn, learner.start, learner.end),
    right_quote,
  };
}

/** Finds what the learner said wrongly and what was put in its place. */
export function findCorrections(turns: readonly Turn[], lexicon: Lexicon): CorrectionReading[] {
  const sentences = turns.flatMap((turn) => turn.sentences);
  const units = sentences.map((sentence) => unitsOf(sentence.words));
  const cache = new Map<number, Part[]>();
  const lesson: Lesson = {
    turns,
    sentences,
    units,
    keys: units.map(contentKeys),
    parts: (sentence) => {
      const known = cache.get(sentence.id) ?? partsOf(sentence, turns[sentence.turn]?.text ?? '');
      cache.set(sentence.id, known);
      return known;
    },
    lexicon,
  };
  const found: Candidate[] = [];
  for (const learner of sentences) {
    if (learner.role === 'teacher' || learner.words.length < 2 || learner.words.length > 60) continue;
    if (learner.aside === 'private' || learner.aside === 'foreign') continue;
    found.push(...surest(candidatesFor(lesson, learner)));
  }
  const seen = new Set<string>();
  return found.flatMap((candidate) => {
    const reading = report(lesson, candidate);
    const key = `${reading?.wrong}|${reading?.right}`.toLowerCase();
    if (reading === null || seen.has(key)) return [];
    seen.add(key);
    return [reading];
  });
}
