import { z } from 'zod';
import { type Db, fromJson, renewCatalogues, toNumber } from '../database/index.ts';
import { type Catalogue, GameType, gameOf } from '../games/index.ts';
import { fold } from './fold.ts';

/** What was published of a recording into a class. */
export interface PublishedPlace {
  recordingId: string;
  classId: string;
}

/** A word in the list of one learner. */
interface ListedWord {
  id: string;
  list_id: string;
  user_id: string;
}

const Published = z.looseObject({
  words: z.array(
    z.looseObject({
      word: z.string(),
      example_sentence: z.string().nullish(),
      source_quote: z.string().nullish(),
    }),
  ),
});
type PublishedWord = z.infer<typeof Published>['words'][number];

/**
 * Takes published items out of the games: sessions skip what is not there, memories and mistakes forget it, results stay.
 * To be used inside one transaction; doing it twice does no harm.
 */
export class WithdrawalRepository {
  constructor(private readonly db: Db) {}

  /** Takes one item out, whatever its game; `text` is the word of a word's game. What was reported of it is settled. */
  async withdrawItem(item: PublishedPlace & { gameType: GameType; itemId: string; text: string }): Promise<void> {
    const { catalogue } = gameOf(item.gameType);
    if (catalogue === null) await this.withdrawWord(item, item.text);
    else await this.withdrawCatalogueItem(catalogue, item);
    await this.settle(item.gameType, [item.itemId]);
  }

  /** Settles what was reported of items. */
  async settle(gameType: GameType, itemIds: readonly string[]): Promise<void> {
    const at = new Date();
    await this.db('item_reports')
      .where({ game_type: gameType, status: 'open' })
      .whereIn('item_id', [...itemIds])
      .update({ status: 'closed', closed_at: at, updated_at: at });
  }

  /** Forgets what the learners of a class knew of an item of a catalogue. */
  async forgetItem(classId: string, gameType: GameType, itemId: string): Promise<void> {
    const learners = await this.db('class_students').where({ class_id: classId }).pluck('user_id');
    for (const userId of learners) await this.forget(String(userId), gameType, itemId, itemId);
  }

  /** Forgets what a learner knew of a word of their list, and settles what they reported of it. */
  async forgetWord({ id, user_id }: ListedWord, key: string): Promise<void> {
    for (const gameType of wordGames) {
      await this.forget(user_id, gameType, id, key);
      await this.settle(gameType, [id]);
    }
  }

  /** Takes a word out of one list. */
  async removeWord({ id, list_id }: Omit<ListedWord, 'user_id'>): Promise<void> {
    await this.db('words').where({ id }).delete();
    await this.db('word_lists').where({ id: list_id }).decrement('word_count', 1);
  }

  /** Takes back everything that was published of a recording, so that it can be published again. */
  async withdrawRecording(place: PublishedPlace): Promise<void> {
    const words = (await this.listWords(place.recordingId)).map(({ word }) => word);
    for (const word of words) await this.withdrawWord(place, word);
    await this.db('word_lists').where({ recording_id: place.recordingId, word_count: 0 }).delete();
    // What learners added themselves stays with them, in a list that is their own from now on.
    await this.db('word_lists').where({ recording_id: place.recordingId }).update({ recording_id: null });
    for (const gameType of GameType.options) {
      const { catalogue } = gameOf(gameType);
      if (catalogue === null) continue;
      const ids = await this.db(catalogue.itemTable).where({ recording_id: place.recordingId }).pluck('id');
      for (const id of ids) await this.withdrawCatalogueItem(catalogue, { ...place, gameType, itemId: String(id) });
    }
    await this.db('publications').where({ recording_id: place.recordingId }).delete();
  }

  /** Takes a question or a sentence out of its lesson, and the lesson away with its last one. */
  private async withdrawCatalogueItem(
    catalogue: Catalogue,
    { gameType, itemId, classId }: PublishedPlace & { gameType: GameType; itemId: string },
  ): Promise<void> {
    const { itemTable, lessonTable, countKey } = catalogue;
    const row = await this.db(itemTable).where({ id: itemId }).first('lesson_id', 'class_id');
    if (!row) return;
    await this.db(itemTable).where({ id: itemId }).delete();
    const left = toNumber((await this.db(itemTable).where({ lesson_id: row.lesson_id }).count({ n: '*' }))[0]?.n);
    if (left === 0) await this.db(lessonTable).where({ id: row.lesson_id }).delete();
    else
      await this.db(lessonTable)
        .where({ id: row.lesson_id })
        .update({ [countKey]: left });
    await renewCatalogues(this.db, [row.class_id]);
    await this.forgetItem(classId, gameType, itemId);
  }

  /** Takes a word out of every learner's list of the recording, and out of what is given to those who join later. */
  private async withdrawWord({ recordingId }: PublishedPlace, word: string): Promise<void> {
    const key = fold(word);
    const rows: ListedWord[] = await this.db('words')
      .join('word_lists', 'word_lists.id', 'words.word_list_id')
      .where({ 'word_lists.recording_id': recordingId, 'words.word_key': key })
      .select('words.id', 'word_lists.id as list_id', 'word_lists.user_id');
    for (const row of rows) {
      await this.removeWord(row);
      await this.forgetWord(row, key);
    }
    const row = await this.db('publications').where({ recording_id: recordingId }).first('published');
    if (!row) return;
    const published = fromJson(Published, row.published);
    const words = published.words.filter((one) => fold(one.word) !== key);
    await this.db('publications')
      .where({ recording_id: recordingId })
      .update({ published: JSON.stringify({ ...published, words }) });
  }

  /** The words that were published of a recording, as those who join later are given them. */
  async listWords(recordingId: string): Promise<PublishedWord[]> {
    const row = await this.db('publications').where({ recording_id: recordingId }).first('published');
    return row ? fromJson(Published, row.published).words : [];
  }

  /** Forgets a learner's memory of an item and its mistakes; the totals of mistakes follow. */
  private async forget(userId: string, gameType: GameType, itemId: string, thing: string): Promise<void> {
    const own = { user_id: userId, game_type: gameType };
    // A word that stands in another list, too, was last practised there.
    await this.db('memories')
      .where({ ...own, thing, item_id: itemId })
      .delete();
    const mistake = await this.db('user_mistakes')
      .where({ ...own, item_id: itemId })
      .first('mistake_count');
    if (!mistake) return;
    await this.db('user_mistakes')
      .where({ ...own, item_id: itemId })
      .delete();
    await this.db('user_game_stats')
      .where(own)
      .update({
        mistaken_items: this.db.raw('mistaken_items - 1'),
        mistakes: this.db.raw('mistakes - ?', [toNumber(mistake.mistake_count)]),
      });
  }
}

const wordGames = GameType.options.filter((gameType) => gameOf(gameType).catalogue === null);
