import type { Knex } from 'knex';
import { compiled, type Db, type Statement, toIso } from '../database/index.ts';
import { Difficulty } from '../exercises/index.ts';
import type { WordContent } from '../games/index.ts';

/** A learner's word as the word games play it. */
export interface PracticeWord {
  id: string;
  wordListId: string;
  difficulty: Difficulty;
  content: WordContent;
  createdAt: string;
}

/** Which of a learner's words are wanted; what is left out does not matter. */
export interface WordFilter {
  /** A word list, or the recording whose words a list holds. */
  listId?: string;
  classId?: string;
  difficulty?: Difficulty;
  /** Only words that were in no game yet. */
  neverPractised?: boolean;
}

const columns = [
  'id',
  'word_list_id',
  'word',
  'translation',
  'notes',
  'example_sentence',
  'picture',
  'difficulty',
  'created_at',
];

const addPractice = compiled((db, { id, correct, at }: { id: string; correct: number; at: Date }) =>
  db('words')
    .where({ id })
    .update({
      practice_count: db.raw('practice_count + 1'),
      correct_count: db.raw('correct_count + ?', [correct]),
      last_practiced: at,
    }),
);

/** A list by its own id, or by the recording of its lesson. */
const isList =
  (listId: string) =>
  (query: Knex.QueryBuilder): void =>
    void query.where('word_lists.id', listId).orWhere('word_lists.recording_id', listId);

/** The words of one learner, as items to be practised. The lists themselves belong to their own repository. */
export class PracticeWordRepository {
  constructor(
    private readonly db: Db,
    private readonly userId: string,
  ) {}

  /** Whether the learner has a list of this id, or of this recording. */
  async hasList(listId: string): Promise<boolean> {
    const own = this.db('word_lists').where({ user_id: this.userId }).where(isList(listId));
    return (await own.first('id')) !== undefined;
  }

  /** Ids of at most `most` words, newest list first, each list in its order. */
  async listIds(filter: WordFilter, most: number): Promise<string[]> {
    const rows = await this.own(filter)
      .orderBy([{ column: 'word_lists.created_at', order: 'desc' }, 'word_lists.id', 'words.created_at', 'words.id'])
      .limit(most)
      .pluck('words.id');
    return rows.map(String);
  }

  /** Ids of the words that this learner gets wrong most often in a game, worst first. */
  async listMistakenIds(gameType: string, filter: WordFilter, most: number): Promise<string[]> {
    const rows = await this.own(filter)
      .join('user_mistakes as mistakes', 'mistakes.item_id', 'words.id')
      .where({ 'mistakes.user_id': this.userId, 'mistakes.game_type': gameType })
      .orderBy([
        { column: 'mistakes.mistake_count', order: 'desc' },
        { column: 'mistakes.last_mistake_at', order: 'desc' },
        'words.id',
      ])
      .limit(most)
      .pluck('words.id');
    return rows.map(String);
  }

  /** Those of these words that are the learner's, in no promised order. */
  async findWords(ids: readonly string[]): Promise<PracticeWord[]> {
    if (ids.length === 0) return [];
    const rows = await this.own({})
      .whereIn('words.id', ids)
      .select(columns.map((column) => `words.${column}`));
    return rows.map(toPracticeWord);
  }

  /** What counts one practice of a word; a word that was deleted meanwhile is nobody's loss. */
  practiceStatement(id: string, isCorrect: boolean, at: Date): Statement {
    return addPractice.statement(this.db, { id, correct: isCorrect ? 1 : 0, at });
  }

  private own({ listId, classId, difficulty, neverPractised }: WordFilter): Knex.QueryBuilder {
    const query = this.db('word_lists')
      .join('words', 'words.word_list_id', 'word_lists.id')
      .where({
        'word_lists.user_id': this.userId,
        ...(classId === undefined ? {} : { 'word_lists.class_id': classId }),
        ...(difficulty === undefined ? {} : { 'words.difficulty': difficulty }),
        ...(neverPractised === true ? { 'words.practice_count': 0 } : {}),
      });
    return listId === undefined ? query : query.where(isList(listId));
  }
}

/** What the word games play of a word. */
export function toWordContent(row: Record<string, unknown>): WordContent {
  const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return {
    word: String(row.word),
    translation: textOrNull(row.translation),
    notes: textOrNull(row.notes),
    example_sentence: textOrNull(row.example_sentence),
    ...(typeof row.picture === 'string' && { picture: row.picture }),
  };
}

function toPracticeWord(row: Record<string, unknown>): PracticeWord {
  return {
    id: String(row.id),
    wordListId: String(row.word_list_id),
    difficulty: Difficulty.parse(row.difficulty),
    content: toWordContent(row),
    createdAt: toIso(row.created_at),
  };
}
