import { type Db, renewCatalogues } from '../database/index.ts';

/** Every table with a column that names a learner. */
export const learnerTables = [
  'game_results',
  'game_sessions',
  'user_mistakes',
  'user_game_stats',
  'memories',
  'memory_parameters',
  'item_reports',
  'word_lists',
  'class_students',
] as const;

/** Tables that hold what was published from a lesson, and what was said of it, by its recording. Items before their lessons. */
const publishedTables = [
  'item_reports',
  'cloze_items',
  'grammar_questions',
  'sentence_items',
  'cloze_lessons',
  'grammar_lessons',
  'sentence_lessons',
  'publications',
] as const;

const rowsAtOnce = 200;

type Row = Record<string, unknown>;

/** A class that the learner is in, and how many others are. */
export interface Membership {
  class_id: string;
  others: number;
}

/** What the games database knows of one learner: to be handed out to them, or forgotten. */
export class LearnerRepository {
  constructor(private readonly db: Db) {}

  /** The rows of a learner in one table, as they are stored. */
  async listRows(table: (typeof learnerTables)[number], userId: string): Promise<Row[]> {
    if (table === 'game_results') return this.listResults(userId);
    return this.db(table).where({ user_id: userId }).select('*');
  }

  /** The profile of a learner, if they have one. */
  async listProfile(userId: string): Promise<Row[]> {
    return this.db('people').where({ id: userId }).select('*');
  }

  /** The codes that were handed out for the learner's place. */
  async listPlaceCodes(userId: string): Promise<string[]> {
    return this.db('invitations').where({ place_user_id: userId }).pluck('id');
  }

  /** The words in a learner's lists. */
  async listWords(userId: string): Promise<Row[]> {
    return this.db('words')
      .join('word_lists', 'word_lists.id', 'words.word_list_id')
      .where('word_lists.user_id', userId)
      .select('words.*');
  }

  /** The classes that the learner is in. */
  async listMemberships(userId: string): Promise<Membership[]> {
    const classIds: string[] = await this.db('class_students').where({ user_id: userId }).pluck('class_id');
    const others = await this.listCompanions(userId, classIds);
    return classIds.map((class_id) => ({ class_id, others: others.get(class_id) ?? 0 }));
  }

  /** How many others are in each of these classes; classes without others are left out. */
  async listCompanions(userId: string, classIds: readonly string[]): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (let i = 0; i < classIds.length; i += rowsAtOnce) {
      const rows: { class_id: string }[] = await this.db('class_students')
        .whereIn('class_id', classIds.slice(i, i + rowsAtOnce))
        .whereNot({ user_id: userId })
        .select('class_id');
      for (const { class_id } of rows) found.set(class_id, (found.get(class_id) ?? 0) + 1);
    }
    return found;
  }

  /** The recordings that the learner has word lists of. */
  async listRecordings(userId: string): Promise<string[]> {
    return this.db('word_lists').where({ user_id: userId }).whereNotNull('recording_id').pluck('recording_id');
  }

  /** What the others of these classes are called. */
  async listCompanionNames(userId: string, classIds: readonly string[]): Promise<string[]> {
    if (classIds.length === 0) return [];
    return this.db('class_students')
      .join('people', 'people.id', 'class_students.user_id')
      .whereIn('class_students.class_id', classIds)
      .whereNot('class_students.user_id', userId)
      .distinct('people.name')
      .pluck('people.name');
  }

  /** Classes by id, as they are stored. */
  async listClasses(classIds: readonly string[]): Promise<Row[]> {
    return classIds.length === 0 ? [] : this.db('classes').whereIn('id', classIds).select('*');
  }

  /** Requests to the fetcher that name the learner. */
  async listFetchRequestIds(userId: string): Promise<string[]> {
    const rows: { id: string; request: string }[] = await this.db('fetch_requests').select('id', 'request');
    return rows.filter(({ request }) => request.includes(JSON.stringify(userId))).map(({ id }) => id);
  }

  /** Kept answers that mention one of these texts. Keys are hashes of their callers: the answer is all that can tell. */
  async listAnswersWith(texts: ReadonlySet<string>): Promise<string[]> {
    const found: string[] = [];
    for (let last = ''; ; ) {
      const rows: { id: string; response_body: string | null }[] = await this.db('idempotency_keys')
        .where('id', '>', last)
        .orderBy('id')
        .limit(rowsAtOnce)
        .select('id', 'response_body');
      for (const { id, response_body: body } of rows) if (body !== null && mentions(body, texts)) found.push(id);
      if (rows.length < rowsAtOnce) return found;
      last = rows.at(-1)?.id ?? '';
    }
  }

  /** The recordings that were published into these classes. */
  async listPublishedRecordings(classIds: readonly string[]): Promise<string[]> {
    if (classIds.length === 0) return [];
    const ids = await this.db('publications').whereIn('class_id', classIds).pluck('recording_id');
    return ids.map(String);
  }

  /** How many rows of published content come from these recordings. */
  async countPublished(recordingIds: readonly string[]): Promise<number> {
    let count = 0;
    for (const table of publishedTables) {
      for (let i = 0; i < recordingIds.length; i += rowsAtOnce) {
        const ids = recordingIds.slice(i, i + rowsAtOnce);
        count += (await this.db(table).whereIn('recording_id', ids).pluck('recording_id')).length;
      }
    }
    return count;
  }

  /** Deletes a learner's rows; words go with their lists, results with their sessions. To be used inside a transaction. */
  async deleteRows(userId: string): Promise<void> {
    for (const table of learnerTables) {
      if (table !== 'game_results') await this.db(table).where({ user_id: userId }).delete();
    }
    // A lesson that stays, since others have come to its class, no longer says whose it was.
    await this.db('publications').where({ learner_id: userId }).update({ learner_id: null });
  }

  /** Deletes who the learner is, and the codes that open their place. To be used inside a transaction. */
  async deleteProfile(userId: string): Promise<void> {
    await this.db('people').where({ id: userId }).delete();
    await this.db('invitations').where({ place_user_id: userId }).delete();
  }

  /** Deletes rows by their keys. To be used inside a transaction. */
  async deleteByKey(table: 'fetch_requests' | 'idempotency_keys' | 'classes', ids: readonly string[]): Promise<void> {
    await this.deleteIn(table, 'id', ids);
    if (table === 'classes') await this.deleteIn('catalogue_versions', 'class_id', ids);
  }

  /** Takes what was made of these recordings out of the games. To be used inside a transaction. */
  async deletePublished(recordingIds: readonly string[]): Promise<void> {
    const classes = await this.classesOf(recordingIds);
    for (const table of publishedTables) await this.deleteIn(table, 'recording_id', recordingIds);
    await renewCatalogues(this.db, classes);
  }

  /** Found through their sessions: an index on the results’ learner would cost every answer a write more. */
  private async listResults(userId: string): Promise<Row[]> {
    return this.db('game_sessions as session')
      .join('game_results as result', 'result.session_id', 'session.id')
      .where('session.user_id', userId)
      .select('result.*');
  }

  private async classesOf(recordingIds: readonly string[]): Promise<string[]> {
    const classes = new Set<string>();
    for (let i = 0; i < recordingIds.length; i += rowsAtOnce) {
      const some = recordingIds.slice(i, i + rowsAtOnce);
      for (const id of await this.db('publications').whereIn('recording_id', some).pluck('class_id')) classes.add(id);
    }
    return [...classes];
  }

  private async deleteIn(table: string, column: string, ids: readonly string[]): Promise<void> {
    for (let i = 0; i < ids.length; i += rowsAtOnce) {
      await this.db(table)
        .whereIn(column, ids.slice(i, i + rowsAtOnce))
        .delete();
    }
  }
}

/** Whether a JSON text has one of these as a whole value: `demo` is not in `"demo-student"`. */
function mentions(json: string, texts: ReadonlySet<string>): boolean {
  let found = false;
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === 'string' && texts.has(value)) found = true;
    return null;
  });
  return found;
}
