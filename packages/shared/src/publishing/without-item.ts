import {
  type ExerciseKind,
  exerciseKinds,
  fillBlank,
  fold,
  type LessonExercises,
  withdrawalReason,
} from '../exercises/index.ts';
import type { GameType } from '../games/index.ts';

/** An item of the games as a set knows it: by its word, or its sentence with the answer in it. */
export interface PublishedItem {
  gameType: GameType;
  text: string;
}

/** A set without an item that was published of it; the report of its quality says why. */
export function withoutItem(exercises: LessonExercises, item: PublishedItem, reason: string): LessonExercises {
  const kinds = kindsOf[item.gameType];
  const isIt = (text: string): boolean => fold(text) === fold(item.text);
  const lists = {
    flashcards: exercises.flashcards.filter(({ word }) => !(kinds.includes('flashcards') && isIt(word))),
    spelling: exercises.spelling.filter(({ word }) => !(kinds.includes('spelling') && isIt(word))),
    fill_in_blank: exercises.fill_in_blank.filter(
      ({ sentence, correct_answer }) => !(kinds.includes('fill_in_blank') && isIt(fillBlank(sentence, correct_answer))),
    ),
    grammar: exercises.grammar.filter(
      ({ question, correct_answer }) => !(kinds.includes('grammar') && isIt(fillBlank(question, correct_answer))),
    ),
    sentence_builder: exercises.sentence_builder.filter(
      ({ english_sentence }) => !(kinds.includes('sentence_builder') && isIt(english_sentence)),
    ),
  };
  const total = exerciseKinds.reduce((sum, kind) => sum + lists[kind].length, 0);
  if (total === exercises.total_exercises) return exercises;
  const left = { ...exercises, ...lists, total_exercises: total };
  return withWithdrawn(left, { kind: kinds[0] ?? 'flashcards', what: item.text }, reason);
}

/** A set whose report of quality says that an item was withdrawn, when, and why. */
export function withWithdrawn(
  exercises: LessonExercises,
  item: { kind: ExerciseKind; what: string },
  reason: string | null,
): LessonExercises {
  const dropped = [...exercises.quality.dropped, { ...item, reason: withdrawalReason(reason) }];
  return { ...exercises, quality: { ...exercises.quality, dropped } };
}

/** A word is played as a card and spelled: it goes from both. */
const kindsOf: Readonly<Record<GameType, readonly ExerciseKind[]>> = {
  flashcards: ['flashcards', 'spelling'],
  spelling_bee: ['flashcards', 'spelling'],
  advanced_cloze: ['fill_in_blank'],
  grammar_challenge: ['grammar'],
  sentence_builder: ['sentence_builder'],
};
