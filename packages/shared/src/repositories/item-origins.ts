import { z } from 'zod';
import { type Db, fromJson } from '../database/index.ts';
import { fillBlank } from '../exercises/index.ts';
import { type GameType, gameOf } from '../games/index.ts';

/** Where an item comes from: its lesson or list, and what was said there. */
export interface ItemOrigin {
  /** The item in a few words, its answer included. */
  text: string;
  /** The sentence that shows a word. */
  example: string | null;
  title: string;
  recordingId: string | null;
  classId: string | null;
  quote: string | null;
  /** Where in the recording it was said. */
  atMs: number | null;
  /** Whose words they are; null where nobody knows. */
  by: 'teacher' | 'student' | null;
  /** The learner of a one-to-one lesson. */
  learnerId: string | null;
}

const itemsAtOnce = 200;

/** What an item's text is made of. */
const textColumns: Readonly<Record<GameType, readonly string[]>> = {
  flashcards: ['word', 'example_sentence'],
  spelling_bee: ['word', 'example_sentence'],
  advanced_cloze: ['text_parts', 'correct_answers'],
  grammar_challenge: ['question', 'correct_answer'],
  sentence_builder: ['english_sentence'],
};
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Where these items of a game come from, by their ids. */
export async function findOrigins(
  db: Db,
  gameType: GameType,
  ids: readonly string[],
): Promise<Map<string, ItemOrigin>> {
  const found = new Map<string, ItemOrigin>();
  for (let i = 0; i < ids.length; i += itemsAtOnce) {
    for (const row of await readOrigins(db, gameType, ids.slice(i, i + itemsAtOnce))) {
      found.set(String(row.id), {
        text: textOf(gameType, row),
        example: textOrNull(row.example_sentence),
        title: String(row.title),
        recordingId: textOrNull(row.recording_id),
        classId: textOrNull(row.class_id),
        quote: textOrNull(row.source_quote),
        atMs: row.source_ms === null ? null : Number(row.source_ms),
        by: row.source_by === 'teacher' || row.source_by === 'student' ? row.source_by : null,
        learnerId: textOrNull(row.learner_id),
      });
    }
  }
  return found;
}

function readOrigins(db: Db, gameType: GameType, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const { catalogue } = gameOf(gameType);
  const item = [
    ...['id', 'source_quote', 'source_ms', 'source_by', ...textColumns[gameType]].map((column) => `i.${column}`),
    'p.learner_id',
  ];
  const query =
    catalogue === null
      ? db('words as i')
          .join('word_lists as l', 'l.id', 'i.word_list_id')
          .select(...item, 'l.name as title', 'l.recording_id', 'l.class_id')
      : db(`${catalogue.itemTable} as i`)
          .join(`${catalogue.lessonTable} as l`, 'l.id', 'i.lesson_id')
          .select(...item, 'l.title', 'l.recording_id', 'l.class_id');
  return query.leftJoin('publications as p', 'p.recording_id', 'l.recording_id').whereIn('i.id', ids);
}

const Texts = z.array(z.string());

function textOf(gameType: GameType, row: Record<string, unknown>): string {
  switch (gameType) {
    case 'flashcards':
    case 'spelling_bee':
      return String(row.word);
    case 'sentence_builder':
      return String(row.english_sentence);
    case 'grammar_challenge':
      return fillBlank(String(row.question), String(row.correct_answer));
    case 'advanced_cloze': {
      const answers = fromJson(Texts, row.correct_answers);
      return fromJson(Texts, row.text_parts)
        .map((part, i) => part + (answers[i] ?? ''))
        .join('');
    }
  }
}
