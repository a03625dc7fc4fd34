import type { Knex } from 'knex';
import { type Db, toIso, toNumber } from '../database/index.ts';
import { type Catalogue, clozeCatalogue, GameType, grammarCatalogue, sentenceCatalogue } from '../games/index.ts';

/** So many lists and lessons are looked at for something new, newest first: what lies longer is not waited for. */
const newestLists = 30;
const newestLessons = 15;

const catalogues: readonly (readonly [GameType, Catalogue])[] = [
  ['grammar_challenge', grammarCatalogue],
  ['advanced_cloze', clozeCatalogue],
  ['sentence_builder', sentenceCatalogue],
];

/**
 * What a learner has never practised of their newest lists and lessons, as a derived table: game, item, thing, and the
 * lesson it is from. A word begins as a flashcard; it is spelled once it was recognised.
 */
export function newThings(db: Db, userId: string, classId?: string): Knex.QueryBuilder {
  return db
    .queryBuilder()
    .unionAll([
      newWords(db, userId, 'flashcards', classId),
      newWords(db, userId, 'spelling_bee', classId),
      ...catalogues.map(([gameType, catalogue]) => newItems(db, userId, gameType, catalogue, classId)),
    ])
    .as('fresh');
}

/** Something that was never practised. */
export interface NewThing {
  gameType: GameType;
  itemId: string;
  thing: string;
  recordingId: string | null;
  sourceAt: string;
  place: number;
}

/** What a learner has never practised, of the newest lists and lessons first. */
export async function listNewThings(db: Db, userId: string, most: number, classId?: string): Promise<NewThing[]> {
  const rows: Record<string, unknown>[] = await db
    .from(newThings(db, userId, classId))
    .orderByRaw('case when recording_id is null then 1 else 0 end, source_at desc, place, item_id')
    .limit(most)
    .select('game_type', 'item_id', 'thing', 'recording_id', 'source_at', 'place');
  return rows.map((row) => ({
    gameType: GameType.parse(row.game_type),
    itemId: String(row.item_id),
    thing: String(row.thing),
    recordingId: row.recording_id === null ? null : String(row.recording_id),
    sourceAt: toIso(row.source_at),
    place: toNumber(row.place),
  }));
}

function newWords(
  db: Db,
  userId: string,
  gameType: 'flashcards' | 'spelling_bee',
  classId: string | undefined,
): Knex.QueryBuilder {
  const lists = db('word_lists')
    .where({ user_id: userId, ...(classId === undefined ? {} : { class_id: classId }) })
    .orderBy('created_at', 'desc')
    .limit(newestLists)
    .select('id', 'name', 'recording_id', 'class_id', 'created_at')
    .as('l');
  const query = db
    .select(
      db.raw('? as game_type', [gameType]),
      'w.id as item_id',
      'w.word_key as thing',
      'l.id as source_id',
      'l.name as title',
      'l.recording_id',
      'l.class_id',
      'l.created_at as source_at',
      db.raw('0 as place'),
    )
    .from(lists)
    .join('words as w', 'w.word_list_id', 'l.id')
    .leftJoin('memories as m', (on) =>
      on.onVal('m.user_id', userId).andOnVal('m.game_type', gameType).andOn('m.thing', 'w.word_key'),
    )
    .whereNull('m.thing');
  if (gameType === 'flashcards') return query;
  return query.join('memories as card', (on) =>
    on
      .onVal('card.user_id', userId)
      .andOnVal('card.game_type', 'flashcards')
      .andOnVal('card.state', 'review')
      .andOn('card.thing', 'w.word_key'),
  );
}

function newItems(
  db: Db,
  userId: string,
  gameType: GameType,
  { lessonTable, itemTable }: Catalogue,
  classId: string | undefined,
): Knex.QueryBuilder {
  const lessons = db(lessonTable)
    .where((where) => {
      const own = db('class_students').where({ user_id: userId }).select('class_id');
      if (classId === undefined) where.where({ class_id: '' }).orWhereIn('class_id', own);
      else where.where({ class_id: classId }).whereIn('class_id', own);
    })
    // Starter lessons come after all that was made of the learner's own.
    .orderByRaw("case when class_id = '' then 1 else 0 end, created_at desc, position, id")
    .limit(newestLessons)
    .select('id', 'title', 'recording_id', 'class_id', 'created_at', 'position')
    .as('l');
  return db
    .select(
      db.raw('? as game_type', [gameType]),
      'i.id as item_id',
      'i.id as thing',
      'l.id as source_id',
      'l.title',
      'l.recording_id',
      'l.class_id',
      'l.created_at as source_at',
      'i.position as place',
    )
    .from(lessons)
    .join(`${itemTable} as i`, 'i.lesson_id', 'l.id')
    .leftJoin('memories as m', (on) =>
      on.onVal('m.user_id', userId).andOnVal('m.game_type', gameType).andOn('m.thing', 'i.id'),
    )
    .whereNull('m.thing');
}
