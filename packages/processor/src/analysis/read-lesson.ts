import { type Analysis, fold } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import { loadTagger } from '../language/tagger.ts';
import { wordsOf } from '../language/tokens.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { readTurns } from './conversation/read-turns.ts';
import { assignRoles, findTeachers } from './conversation/roles.ts';
import { setAside } from './conversation/set-aside.ts';
import { findCorrections } from './corrections/find-corrections.ts';
import { addExamples } from './sentences/add-examples.ts';
import { findGivenSentences } from './sentences/find-given-sentences.ts';
import { findGoodSentences } from './sentences/find-good-sentences.ts';
import { findTerms } from './teaching/find-terms.ts';
import type { LessonContext, LessonReading } from './types.ts';

/** Reads a lesson by rules alone: no key, no network, the same answer every time. */
export function readLesson(transcript: Transcript, context: LessonContext, lexicon: Lexicon): LessonReading {
  const turns = readTurns(transcript);
  const teachers = findTeachers(turns, context);
  assignRoles(turns, teachers);
  setAside(turns);
  const people = peopleOf(transcript.speakers, context);
  const corrections = findCorrections(turns, lexicon);
  const terms = findTerms(turns, corrections, people, lexicon);
  const given = findGivenSentences(turns);
  const handed = new Set(given.map(({ text }) => fold(text)));
  const found = findGoodSentences(turns, corrections, terms, people, lexicon, loadTagger());
  const sentences = [...given, ...found.filter(({ text }) => !handed.has(fold(text)))];
  addExamples(terms, sentences);
  const analysis: Analysis = {
    vocabulary: terms.map(({ term, part_of_speech, definition, quote }) => ({
      term,
      part_of_speech,
      definition,
      quote,
    })),
    corrections: corrections.map(({ wrong, right, category, explicit, quote }) => ({
      wrong,
      right,
      category,
      explicit,
      quote,
    })),
    sentences,
  };
  return {
    turns,
    teacher: [...teachers][0] ?? null,
    students: transcript.speakers.filter((label) => !teachers.has(label)),
    people: [...people],
    asides: turns.flatMap((turn) =>
      turn.sentences.flatMap((each) => (each.aside === null ? [] : [{ text: each.raw, reason: each.aside }])),
    ),
    corrections,
    terms,
    analysis,
  };
}

/** Names of the people who speak, in lower case: they are nothing to learn. */
function peopleOf(labels: readonly string[], context: LessonContext): Set<string> {
  const words = [...labels, context.teacherName ?? ''].flatMap((label) =>
    wordsOf(label).flatMap((word) => [word, ...word.split('-')]),
  );
  return new Set(words.filter((word) => word.length > 2));
}

/** The analysis alone, as the composer and the other engine share it. */
export function analyseByRules(transcript: Transcript, context: LessonContext, lexicon: Lexicon): Analysis {
  return readLesson(transcript, context, lexicon).analysis;
}
