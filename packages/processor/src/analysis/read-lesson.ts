import type { Analysis } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { Lexicon } from '../lexicon/types.ts';
import { findCorrections } from './corrections.ts';
import { assignRoles, findTeacher } from './roles.ts';
import { setAside } from './setting-aside.ts';
import { readTurns } from './turns.ts';
import type { LessonContext, LessonReading } from './types.ts';

/** Reads a lesson by rules alone: no key, no network, the same answer every time. */
export function readLesson(transcript: Transcript, context: LessonContext, lexicon: Lexicon): LessonReading {
  const turns = readTurns(transcript);
  const teacher = findTeacher(turns, context);
  assignRoles(turns, teacher);
  setAside(turns);
  const corrections = findCorrections(turns, lexicon);
  const analysis: Analysis = {
    vocabulary: [],
    corrections: corrections.map(({ wrong, right, category, explicit, quote }) => ({ wrong, right, category, explicit, quote })),
    sentences: [],
  };
  return { turns, teacher, students: transcript.speakers.filter((label) => label !== teacher), people: [], asides: [], corrections, terms: [], analysis };
}

/** The analysis alone, as the composer and the other engine share it. */
export function analyseByRules(transcript: Transcript, context: LessonContext, lexicon: Lexicon): Analysis {
  return readLesson(transcript, context, lexicon).analysis;
}
