import { unitsOf } from '../../language/align.ts';
import { isContent, questionWords } from '../../language/words.ts';
import type { Lexicon } from '../../lexicon/types.ts';
import { quoteOf } from '../conversation/read-turns.ts';
import type { CorrectionReading, Sentence, Turn } from '../types.ts';
import { confidenceOf } from '../weighing/confidence.ts';
import { candidatesFor } from './candidates.ts';
import { type Part, partsOf } from './compare/parts.ts';
import { phraseOf, writtenWords } from './compare/phrases.ts';
import type { Candidate } from './judge.ts';
import type { Lesson } from './lesson.ts';
import { type Markers, readMarkers } from './markers.ts';
import { surest } from './surest.ts';
import { feedbackPoints } from './ways/feedback-at-the-end.ts';
import { feedbackStretches } from './ways/feedback-stretches.ts';
import { quotedRuns } from './ways/quoted-runs.ts';
import { contentKeys, longestSpoken } from './ways/reach.ts';
import { isReadAloud } from './ways/read-aloud.ts';
import { findReturns } from './ways/returns.ts';

/** A sentence with the two that follow it and the one before: where a teacher says why. */
function nearby(turn: Turn, sentence: Sentence): string {
  const at = sentence.id - (turn.sentences[0]?.id ?? 0);
  return turn.sentences
    .slice(Math.max(0, at - 1), at + 3)
    .map((each) => each.raw)
    .join(' ');
}

/** A teacher's sentence begins with a capital; the middle of the learner's does not. */
function lowered(right: string, wrong: string, lexicon: Lexicon): string {
  const first = right.split(' ')[0] ?? '';
  const mere = /^\p{Lu}\p{Ll}/u.test(first) && !/^\p{Lu}/u.test(wrong) && lexicon.isWord(first.toLowerCase());
  return mere ? `${right[0]?.toLowerCase()}${right.slice(1)}` : right;
}

/** Words of a contrast ("Than, not that") come with the capital of a sentence into the middle of the learner's. */
function plainInside(right: string, learner: Sentence, lexicon: Lexicon): string {
  return right
    .split(' ')
    .map((word, i) => {
      const lower = word.toLowerCase();
      const mere = i > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) && !learner.raw.includes(word) && lower !== 'may';
      const plain = !isContent(lower) || lexicon.partsOfSpeech(lexicon.lemma(lower, 'verb'))[0] === 'verb';
      return mere && plain ? lower : word;
    })
    .join(' ');
}

export function report(
  lesson: Lesson,
  { edit, learner, units, part, explicit, repeated, way }: Candidate,
  confidence: number,
): CorrectionReading | null {
  const wrongTurn = lesson.turns[learner.turn];
  const rightTurn = lesson.turns[part.sentence.turn];
  if (wrongTurn === undefined || rightTurn === undefined) return null;
  const wrong = phraseOf(writtenWords(learner.words, units, edit.from, edit.to));
  const said = lowered(phraseOf(edit.right), wrong, lesson.lexicon);
  const right = part.full === true ? plainInside(said, learner, lesson.lexicon) : said;
  if (wrong === '' || right === '' || wrong.toLowerCase() === right.toLowerCase()) return null;
  const right_quote = quoteOf(rightTurn, part.sentence.start, part.sentence.end);
  return {
    wrong,
    right,
    category: edit.category,
    explicit,
    confidence,
    found: { way, kind: edit.kind, signs: edit.signs },
    quote: right_quote,
    wrong_sentence: learner.text,
    right_sentence: repeated?.text ?? null,
    wrong_quote: quoteOf(wrongTurn, learner.start, learner.end),
    right_quote,
    wrong_id: learner.id,
    right_id: part.sentence.id,
  };
}

function prepare(turns: readonly Turn[], lexicon: Lexicon): Lesson {
  const sentences = turns.flatMap((turn) => turn.sentences);
  const units = sentences.map((sentence) => unitsOf(sentence.words));
  const keys = units.map(contentKeys);
  const parts = new Map<number, Part[]>();
  const markers = new Map<number, { markers: Markers; said: string }>();
  const runs = quotedRuns(sentences, units);
  const stretches = feedbackStretches(sentences, runs);
  const feedback = feedbackPoints(sentences, turns, units, runs, stretches);
  return {
    turns,
    sentences,
    units,
    keys,
    returns: findReturns(sentences, units, keys, stretches),
    feedback,
    stretches,
    feedbackIds: sentences.flatMap(({ id, role }) =>
      stretches.has(id) || (role === 'student' && [id - 1, id - 2].some((before) => stretches.has(before))) ? [id] : [],
    ),
    quoting: new Set([...feedback.values()].flat().map(({ quotedIn }) => quotedIn)),
    parts: (sentence) => {
      const known = parts.get(sentence.id) ?? partsOf(sentence, turns[sentence.turn]?.text ?? '');
      parts.set(sentence.id, known);
      return known;
    },
    markers: (sentence) => {
      const turn = turns[sentence.turn];
      const said = turn === undefined ? sentence.raw : nearby(turn, sentence);
      const known = markers.get(sentence.id) ?? { markers: readMarkers(said), said };
      markers.set(sentence.id, known);
      return known;
    },
    lexicon,
  };
}

/** Whether a sentence may be a learner's to put right. */
function mayBeWrong(lesson: Lesson, learner: Sentence): boolean {
  if (learner.role === 'teacher' && !isReadAloud(lesson, learner)) return false;
  if (learner.words.length < 2 || learner.words.length > longestSpoken) return false;
  if (learner.aside === 'private' || learner.aside === 'foreign') return false;
  const spelled = learner.words.filter((token) => token.text.length === 1 && !/^[ai]$/i.test(token.text)).length;
  if (spelled * 2 > learner.words.length) return false;
  // without labels a question to "you" is most likely the teacher's
  const asksYou = questionWords.has(learner.core[0]?.lower ?? '') && learner.core.some(({ lower }) => lower === 'you');
  return learner.role !== 'unknown' || !asksYou;
}

/** All that may put a learner's words right, sure or not, sentence by sentence. */
export interface LessonCandidates {
  lesson: Lesson;
  /** Read as they are asked for: a long lesson has many, and few are kept. */
  bySentence: Iterable<readonly Candidate[]>;
}

/** Reads what may put the learners' words right. */
export function findCandidates(turns: readonly Turn[], lexicon: Lexicon): LessonCandidates {
  const lesson = prepare(turns, lexicon);
  return { lesson, bySentence: candidatesIn(lesson) };
}

function* candidatesIn(lesson: Lesson): Generator<Candidate[]> {
  for (const learner of lesson.sentences) if (mayBeWrong(lesson, learner)) yield candidatesFor(lesson, learner);
}

/** The corrections among the candidates: those that are sure enough, each once. */
export function chooseCorrections(
  { lesson, bySentence }: LessonCandidates,
  weigh: (candidate: Candidate) => number = ({ edit }) => confidenceOf(edit.signs),
): CorrectionReading[] {
  const seen = new Set<string>();
  const readings: CorrectionReading[] = [];
  for (const candidates of bySentence) {
    for (const { candidate, confidence } of surest(candidates, weigh)) {
      const reading = report(lesson, candidate, confidence);
      const key = `${reading?.wrong}|${reading?.right}`.toLowerCase();
      if (reading === null || seen.has(key)) continue;
      seen.add(key);
      readings.push(reading);
    }
  }
  return readings;
}

/** Finds what the learner said wrongly and what was put in its place. */
export function findCorrections(turns: readonly Turn[], lexicon: Lexicon): CorrectionReading[] {
  return chooseCorrections(findCandidates(turns, lexicon));
}
