import type { Knex } from 'knex';
import { z } from 'zod';
import { type Db, fromJson, toIso, toNumber } from '../database/index.ts';
import { clozeCatalogue, GameType, grammarCatalogue, sentenceCatalogue } from '../games/index.ts';
import { type MemoryStanding, memoryStandings, type PracticeSettings } from '../memory/index.ts';
import { PersonSettings, practiceSettingsOf } from '../people/person.ts';
import { type KeptMemory, memoryColumns, toKeptMemory } from './memory-rows.ts';
import { standingSql } from './standing-sql.ts';

/** A lesson that was published into a class. */
export interface PublishedLesson {
  recordingId: string;
  title: string;
  at: Date;
}

/** Answers of one learner about one thing. */
export interface AnswersAbout {
  userId: string;
  gameType: GameType;
  thing: string;
  itemId: string;
  answers: number;
  wrong: number;
}

/** Mistakes of a kind in some lessons. */
export interface MistakeKind {
  category: string;
  name: string;
  count: number;
  learners: number;
}

const Title = z.object({ title: z.string() });
/** A prediction so high makes a wrong answer a surprise. */
const surprising = 0.8;
const mostTroubled = 2000;

/** How the learners of one class remember. */
export class ClassMemory {
  constructor(
    private readonly db: Db,
    private readonly learners: readonly string[],
  ) {}

  /** Names and settings of the learners; who has no profile is left out. */
  async listPeople(): Promise<Map<string, { name: string; settings: PracticeSettings }>> {
    const rows = await this.db('people').whereIn('id', this.learners).select('id', 'name', 'settings');
    return new Map(
      rows.map((row) => [
        String(row.id),
        { name: String(row.name), settings: practiceSettingsOf(fromJson(PersonSettings, row.settings)) },
      ]),
    );
  }

  /** The last lessons that were published into a class, newest first. */
  async listLessons(classId: string, most: number): Promise<PublishedLesson[]> {
    const rows = await this.db('publications')
      .where({ class_id: classId })
      .orderBy([{ column: 'created_at', order: 'desc' }, 'recording_id'])
      .limit(most)
      .select('recording_id', 'published', 'created_at');
    return rows.map((row) => ({
      recordingId: String(row.recording_id),
      title: fromJson(Title, row.published).title,
      at: new Date(toIso(row.created_at)),
    }));
  }

  /** Days of practice since a moment, of each learner. */
  async listDays(since: Date): Promise<{ userId: string; answers: number; timeSpentMs: number }[]> {
    const rows: Record<string, unknown>[] = await this.answers(since)
      .groupBy('user_id', 'day_at')
      .select('user_id', this.db.raw('count(*) as answers'), this.db.raw('sum(time_spent_ms) as time_ms'));
    return rows.map((row) => ({
      userId: String(row.user_id),
      answers: toNumber(row.answers),
      timeSpentMs: toNumber(row.time_ms),
    }));
  }

  /** How many things stand how with each learner. */
  async countStandings(now: Date): Promise<{ userId: string; standing: MemoryStanding; count: number }[]> {
    const rows = await this.db('memories as y')
      .whereIn('y.user_id', this.learners)
      .groupBy('user_id', 'standing')
      .select(
        'y.user_id as user_id',
        this.db.raw(`${standingSql} as standing`, [now]),
        this.db.raw('count(*) as things'),
      );
    return rows.map((row) => ({
      userId: String(row.user_id),
      standing: memoryStandings.find((name) => name === row.standing) ?? 'learning',
      count: toNumber(row.things),
    }));
  }

  /** Reviews since a moment whose outcome was predicted, and how many of them were right. */
  async countReviews(since: Date): Promise<{ userId: string; reviews: number; right: number }[]> {
    const rows: Record<string, unknown>[] = await this.answers(since)
      .whereNotNull('predicted')
      .groupBy('user_id')
      .select('user_id', this.db.raw('count(*) as reviews'), this.db.raw('sum(is_correct) as right_ones'));
    return rows.map((row) => ({
      userId: String(row.user_id),
      reviews: toNumber(row.reviews),
      right: toNumber(row.right_ones),
    }));
  }

  /** Answers since a moment by learner and thing, where at least one was wrong. */
  async listWrong(since: Date): Promise<AnswersAbout[]> {
    const rows = await this.byThing(since).havingRaw('sum(1 - is_correct) > 0');
    return rows.map(toAnswersAbout);
  }

  /** The same of reviews only that were likely to be right. */
  async listSurprises(since: Date): Promise<AnswersAbout[]> {
    const rows = await this.byThing(since).where('predicted', '>=', surprising);
    return rows.map(toAnswersAbout);
  }

  /** Memories that give cause to look at them: slipping, forgotten before, or at rest. */
  async listTroubled(now: Date): Promise<KeptMemory[]> {
    const rows = await this.db('memories')
      .whereIn('user_id', this.learners)
      .where((where) =>
        where
          .whereNotNull('suspended_at')
          .orWhere('state', 'relearning')
          .orWhere('lapses', '>', 0)
          .orWhere((review) => review.where('state', 'review').where('slips_at', '<=', now)),
      )
      .orderBy([{ column: 'lapses', order: 'desc' }, 'user_id', 'game_type', 'thing'])
      .limit(mostTroubled)
      .select(memoryColumns);
    return rows.map(toKeptMemory);
  }

  /** Memories that hold for weeks since an answer after a moment. */
  async listKnown(since: Date, stability: number, most: number): Promise<KeptMemory[]> {
    const rows = await this.db('memories')
      .whereIn('user_id', this.learners)
      .where('last_review_at', '>=', since)
      .where('stability', '>=', stability)
      .where({ state: 'review' })
      .orderBy([{ column: 'stability', order: 'desc' }, 'thing'])
      .limit(most)
      .select(memoryColumns);
    return rows.map(toKeptMemory);
  }

  /** The learners' mistakes in what came from these lessons, by kind, most frequent first. */
  async listMistakeKinds(recordings: readonly string[]): Promise<MistakeKind[]> {
    const kinds = await Promise.all([
      ...[grammarCatalogue, clozeCatalogue, sentenceCatalogue].map(({ itemTable, groupTable, groupKey }) =>
        this.mistakes(recordings, (query) =>
          query
            .join(`${itemTable} as i`, 'i.id', 'm.item_id')
            .join(`${groupTable} as g`, 'g.id', `i.${groupKey}`)
            .whereIn('i.recording_id', recordings)
            .groupBy('m.game_type', 'g.id', 'g.name')
            .select('g.id as category', 'g.name as name'),
        ),
      ),
      this.mistakes(recordings, (query) =>
        query
          .join('words as w', 'w.id', 'm.item_id')
          .join('word_lists as l', 'l.id', 'w.word_list_id')
          .whereIn('l.recording_id', recordings)
          .groupBy('m.game_type'),
      ),
    ]);
    return kinds.flat().sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1));
  }

  private async mistakes(
    recordings: readonly string[],
    of: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<MistakeKind[]> {
    if (recordings.length === 0) return [];
    const rows: Record<string, unknown>[] = await of(
      this.db('user_mistakes as m').whereIn('m.user_id', this.learners),
    ).select(
      'm.game_type',
      this.db.raw('sum(m.mistake_count) as mistakes'),
      this.db.raw('count(distinct m.user_id) as learners'),
    );
    return rows.map((row) => ({ ...kindOf(row), count: toNumber(row.mistakes), learners: toNumber(row.learners) }));
  }

  private answers(since: Date): Knex.QueryBuilder {
    return this.db('game_results').whereIn('user_id', this.learners).where('day_at', '>=', since);
  }

  private byThing(since: Date): Knex.QueryBuilder {
    return this.answers(since)
      .groupBy('user_id', 'game_type', 'thing')
      .select(
        'user_id',
        'game_type',
        'thing',
        this.db.raw('max(item_id) as item_id'),
        this.db.raw('count(*) as answers'),
        this.db.raw('sum(1 - is_correct) as wrong'),
      );
  }
}

/** Gaps and sentences of lessons have one group for all; there the game says more. */
function kindOf({ category, name, game_type }: Record<string, unknown>): { category: string; name: string } {
  const gameType = GameType.parse(game_type);
  if (category !== undefined && category !== 'lessons') return { category: String(category), name: String(name) };
  const names: Record<GameType, string> = {
    flashcards: 'Meaning of words',
    spelling_bee: 'Spelling',
    advanced_cloze: 'Words in their sentence',
    grammar_challenge: 'Grammar',
    sentence_builder: 'Word order',
  };
  return { category: gameType, name: names[gameType] };
}

function toAnswersAbout(row: Record<string, unknown>): AnswersAbout {
  return {
    userId: String(row.user_id),
    gameType: GameType.parse(row.game_type),
    thing: String(row.thing),
    itemId: String(row.item_id),
    answers: toNumber(row.answers),
    wrong: toNumber(row.wrong),
  };
}
