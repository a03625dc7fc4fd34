import type { Knex } from 'knex';
import { inTransaction } from '../database/index.ts';
import type { LessonExercises } from '../exercises/index.ts';
import { GameType, gameOf } from '../games/index.ts';
import type { ExerciseSet, ExerciseSetStore, Lesson } from '../lessons/index.ts';
import { ownWordsOf } from '../publishing/own-words.ts';
import { withoutOwnWords } from '../publishing/without-own-words.ts';
import { findOrigins, type ItemOrigin, WithdrawalRepository } from '../repositories/index.ts';

/** Where the sets of group lessons live, and the games made of them. */
export interface VoiceSources {
  games: Knex;
  sets: Pick<ExerciseSetStore, 'findByRecording' | 'edit' | 'forgetReasons'>;
}

/**
 * Takes what some speakers said in a group's lesson out of its set and out of the games: items that repeat it are
 * withdrawn, findings that quote it are forgotten. The lesson's own cues still tell whose words they were, so they go
 * last: what broke off is found again. Safe to repeat.
 * @returns how many items left the games
 */
export async function forgetVoice(
  { games, sets }: VoiceSources,
  lesson: Lesson,
  labels: readonly string[],
): Promise<number> {
  const said = (lesson.cues ?? []).filter(({ speaker }) => speaker !== null && labels.includes(speaker));
  const isTheirs = ownWordsOf(said.map(({ text }) => text));
  const set = await sets.findByRecording(lesson.recording_id);
  if (!set) return 0;
  const exercises = withoutSpeakers(withoutOwnWords(set.exercises, isTheirs), labels);
  const left = exercises === set.exercises ? set : await sets.edit(set, exercises, { by: null });
  await sets.forgetReasons(left, isTheirs);

  const withdrawn = new Set<string>();
  for (const gameType of GameType.options) {
    const origins = await findOrigins(games, gameType, await listItems(games, gameType, lesson.recording_id));
    for (const [itemId, origin] of origins) {
      const { recordingId, classId, text } = origin;
      if (recordingId === null || classId === null || !repeats(origin, isTheirs)) continue;
      await inTransaction(games, (transaction) =>
        new WithdrawalRepository(transaction).withdrawItem({ recordingId, classId, gameType, itemId, text }),
      );
      withdrawn.add(`${gameType} ${text}`);
    }
  }
  return withdrawn.size + (await forgetWords(games, set, isTheirs));
}

/** Those who join the class later are given its words: also where no learner has them now. */
async function forgetWords(games: Knex, set: ExerciseSet, isTheirs: (text: string) => boolean): Promise<number> {
  const place = { recordingId: set.recording_id, classId: set.class_id };
  const words = await new WithdrawalRepository(games).listWords(set.recording_id);
  const own = words.filter(({ source_quote, example_sentence }) =>
    [source_quote, example_sentence].some((text) => text && isTheirs(text)),
  );
  for (const { word } of own) {
    await inTransaction(games, (transaction) =>
      new WithdrawalRepository(transaction).withdrawItem({
        ...place,
        gameType: 'flashcards',
        itemId: word,
        text: word,
      }),
    );
  }
  return own.length;
}

/** The report of a lesson names who spoke. */
function withoutSpeakers(exercises: LessonExercises, labels: readonly string[]): LessonExercises {
  const { report } = exercises;
  const speakers = report?.speakers.filter(({ speaker }) => speaker === null || !labels.includes(speaker));
  if (!report || !speakers || speakers.length === report.speakers.length) return exercises;
  return { ...exercises, report: { ...report, speakers } };
}

const repeats = ({ quote, text, example }: ItemOrigin, isTheirs: (text: string) => boolean): boolean =>
  [quote, text, example].some((one) => one !== null && isTheirs(one));

/** The items of a game that were published of a recording. */
async function listItems(games: Knex, gameType: GameType, recordingId: string): Promise<string[]> {
  const { catalogue } = gameOf(gameType);
  if (catalogue !== null) return games(catalogue.itemTable).where({ recording_id: recordingId }).pluck('id');
  return games('words')
    .join('word_lists', 'word_lists.id', 'words.word_list_id')
    .where('word_lists.recording_id', recordingId)
    .pluck('words.id');
}
