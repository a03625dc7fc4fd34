import type { LessonExercises, LessonReport } from '@tulkka/shared/exercises';
import type { Transcript } from '@tulkka/shared/transcripts';
import { quotePlacer } from '@tulkka/shared/transcripts';
import type { Role, Turn } from '../analysis/types.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { levelOf } from './level.ts';
import { fateOfCorrection, fateOfWord } from './where-asked.ts';

/** The longest cue that somebody speaks through; what is longer holds silence. */
const longestCueMs = 60_000;

/** Tells who spoke how much, at which level, what was taught when, and where the set asks it. */
export function writeReport(
  { cues }: Pick<Transcript, 'cues'>,
  turns: readonly Turn[],
  set: Omit<LessonExercises, 'report'>,
  lexicon: Lexicon,
  account: string | null,
): LessonReport {
  const place = quotePlacer(cues);
  const taught = [
    ...set.analysis.vocabulary.map(({ term, quote }) => ({
      kind: 'word' as const,
      what: term,
      quote,
      ...fateOfWord(term, set),
    })),
    ...set.analysis.corrections.map(({ wrong, right, quote }) => ({
      kind: 'correction' as const,
      what: `${wrong} → ${right}`,
      quote,
      ...fateOfCorrection({ wrong, right }, set),
    })),
  ];
  const students = turns.filter(({ role }) => role === 'student');
  return {
    speakers: speakersOf(cues, turns),
    level: levelOf(
      students.flatMap(({ sentences }) => sentences.flatMap(({ words }) => words.map(({ lower }) => lower))),
      lexicon,
    ),
    taught: taught
      .map(({ quote, ...rest }) => ({ at_ms: place(quote)?.start_ms ?? null, ...rest }))
      .sort((a, b) => (a.at_ms ?? 0) - (b.at_ms ?? 0)),
    account,
  };
}

function speakersOf(cues: Transcript['cues'], turns: readonly Turn[]): LessonReport['speakers'] {
  const time = new Map<string | null, number>();
  for (const { speaker, start_ms, end_ms } of cues) {
    const ms = start_ms === null || end_ms === null ? 0 : Math.min(longestCueMs, Math.max(0, end_ms - start_ms));
    time.set(speaker, (time.get(speaker) ?? 0) + ms);
  }
  const labels = [...new Set(cues.map(({ speaker }) => speaker))];
  const rows = labels.map((speaker) => {
    const own = turns.filter((turn) => turn.speaker === speaker);
    const sentences = own.flatMap((turn) => turn.sentences);
    const role: Role = own[0]?.role ?? 'unknown';
    const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
    const questions = sentences.filter(({ question }) => question).length;
    return { speaker, role, words, questions, ms: time.get(speaker) ?? 0 };
  });
  const hasTimes = rows.some(({ ms }) => ms > 0);
  const amountOf = (row: (typeof rows)[number]): number => (hasTimes ? row.ms : row.words);
  const total = rows.reduce((sum, row) => sum + amountOf(row), 0);
  return rows
    .toSorted((a, b) => amountOf(b) - amountOf(a))
    .map(({ ms, ...row }) => ({
      speaker: row.speaker,
      role: row.role,
      share: total === 0 ? 0 : Math.round((1000 * amountOf({ ...row, ms })) / total) / 1000,
      words: row.words,
      words_per_minute: ms === 0 ? null : Math.round(row.words / (ms / 60_000)),
      questions: row.questions,
    }));
}
