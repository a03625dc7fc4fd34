import { quoteKey } from '@tulkka/shared/clips';
import type { LessonExercises } from '@tulkka/shared/exercises';
import { findTeacher, type Speaker, speakerOf } from '@tulkka/shared/publishing';
import { type Cue, quotePlacer as cuePlacer, withUnitedLabels } from '@tulkka/shared/transcripts';
import { type Place, quotePlacer } from './place-quote.ts';

/** A clip that the items of a lesson could play. */
export interface ClipWish {
  key: string;
  place: Place;
  said_by: Speaker | null;
}

/** The teacher puts a mistake right within so many cues, or it was about something else. */
const answerWithin = 6;

/** What of a lesson is worth hearing: all that its items quote, and how the teacher put its mistakes right. */
export function clipWishesOf({ analysis, ...lists }: LessonExercises, spoken: readonly Cue[]): ClipWish[] {
  const cues = withUnitedLabels(spoken);
  const teacher = findTeacher(analysis, cuePlacer(cues));
  const place = quotePlacer(cues);
  const voiceOf = (found: Place): Speaker | null => speakerOf(cues[found.cue] ?? null, teacher);
  const wishes = new Map<string, ClipWish>();
  const wish = (key: string, found: Place | null): void => {
    if (found && !wishes.has(key)) wishes.set(key, { key, place: found, said_by: voiceOf(found) });
  };
  const { flashcards, spelling, fill_in_blank, grammar, sentence_builder } = lists;
  for (const { source_quote } of [flashcards, spelling, fill_in_blank, grammar, sentence_builder].flat()) {
    const found = place(source_quote);
    wish(quoteKey(source_quote), found);
    if (found === null || voiceOf(found) !== 'student') continue;
    const correction = analysis.corrections.find(({ wrong }) => isPartOf(wrong, source_quote));
    if (correction) wish(quoteKey(source_quote, 'answer'), answerTo(found, correction.right, cues, teacher, place));
  }
  return [...wishes.values()];
}

const isPartOf = (words: string, sentence: string): boolean =>
  ` ${sentence.toLowerCase()} `.replaceAll(/[^\p{L}\p{N}']+/gu, ' ').includes(` ${words.toLowerCase()} `);

function answerTo(
  mistake: Place,
  right: string,
  cues: readonly Cue[],
  teacher: string | null,
  place: ReturnType<typeof quotePlacer>,
): Place | null {
  const found = place(right, mistake.cue + 1);
  if (found === null || found.cue > mistake.cue + answerWithin) return null;
  return cues[found.cue]?.speaker === teacher ? found : null;
}
