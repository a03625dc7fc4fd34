import type { Knex } from 'knex';
import { type Db, fromJson, toIso, toIsoOrNull, toNumber } from '../database/index.ts';
import { GameType, gameOf } from '../games/index.ts';
import {
  knownStability,
  type MemoryStanding,
  memoryStandings,
  type Parameters,
  type PracticeSettings,
} from '../memory/index.ts';
import { PersonSettings, practiceSettingsOf } from '../people/person.ts';
import { parametersInUse, toParameters } from './memory-parameters-repository.ts';
import { newThings } from './new-things.ts';
import { type OpenSession, toOpenSession } from './session-rows.ts';
import { standingSql } from './standing-sql.ts';

/** Memories of one game with one standing that are due by one of the asked moments. */
export interface DueCount {
  gameType: GameType;
  standing: MemoryStanding;
  /** Index of the first of the asked moments by which they are due. */
  bucket: number;
  /** Whether their items are still there to be practised; asked of what is due by the first moment only. */
  isThere: boolean;
  count: number;
}

/** A learner's memories in numbers. */
export interface MemoryCounts {
  due: DueCount[];
  standing: Record<MemoryStanding, number>;
  /** How many things were practised for the first time since the day began. */
  begunToday: number;
  nextDueAt: string | null;
}

/** One day of practice. */
export interface PracticeDay {
  dayAt: Date;
  answers: number;
  timeSpentMs: number;
}

/** A lesson or a list with something that was never practised. */
export interface NewSource {
  title: string;
  recordingId: string | null;
  classId: string | null;
  at: string;
  available: number;
}

/** An answer that took longer was interrupted. */
const longestAnswerMs = 120_000;

/** What a learner's day is made of, in three statements. */
export class TodayRepository {
  constructor(
    private readonly db: Db,
    private readonly userId: string,
  ) {}

  /** How the learner practises and forgets, and the newest session since a moment that is not at its end. */
  async begin(since: Date): Promise<{ settings: PracticeSettings; parameters: Parameters; open: OpenSession | null }> {
    const newest = this.db('game_sessions')
      .where({ user_id: this.userId, status: 'active' })
      .where('started_at', '>=', since)
      // Devices keep a practice for times without a network; until it is begun, there is nothing to go on with.
      .whereRaw("answered_count < total_items and (answered_count > 0 or mode <> 'practice')")
      .orderBy('started_at', 'desc')
      .limit(1)
      .select('id', 'game_type', 'mode', 'answered_count', 'total_items', 'started_at')
      .as('s');
    const person = this.db('people').where({ id: this.userId }).select('settings').as('p');
    const [row] = await this.db
      .select('p.settings', 's.*', parametersInUse(this.db, this.userId).as('parameters'))
      .from(this.db.raw('(select 1 as one) as one'))
      .leftJoin(person, this.db.raw('1 = 1'))
      .leftJoin(newest, this.db.raw('1 = 1'));
    const settings = row?.settings === null ? {} : fromJson(PersonSettings, row?.settings);
    const parameters = toParameters(row?.parameters);
    return { settings: practiceSettingsOf(settings), parameters, open: row?.id === null ? null : toOpenSession(row) };
  }

  /**
   * The learner's memories: those that are due by the last of `bounds`, counted by the first bound by which they are (the
   * first of all is now), how they all stand, and when the next one is due. Only the first costs more the more there is due.
   */
  async countMemories(now: Date, dayStart: Date, bounds: readonly [Date, ...Date[]]): Promise<MemoryCounts> {
    const { db, userId } = this;
    const cases = bounds.map((_, i) => `when y.due_at <= ? then ${i}`).join(' ');
    const there = this.isThere();
    const due = db('memories as y')
      .where('y.user_id', userId)
      .where('y.due_at', '<=', bounds.at(-1) ?? bounds[0])
      .groupBy('game_type', 'standing', 'bucket', 'is_there')
      .select(
        'y.game_type as game_type',
        db.raw(`${standingSql} as standing`, [now]),
        db.raw(`case ${cases} end as bucket`, [...bounds]),
        db.raw(`case when y.due_at > ? then 1 ${there.sql} else 1 end as is_there`, [now, ...there.bindings]),
        db.raw('count(*) as things'),
        ...['known', 'learning', 'slipping', 'resting', 'begun', 'next_due'].map((name) => db.raw(`null as ${name}`)),
      );
    const nothing = ['game_type', 'standing', 'bucket', 'is_there', 'things'].map((name) => db.raw(`null as ${name}`));
    const inSum = (condition: string): string => `sum(case when ${condition} then 1 else 0 end)`;
    const known = "y.suspended_at is null and y.state = 'review' and y.slips_at > ? and y.stability >= ?";
    const slipping = "y.suspended_at is null and (y.state = 'relearning' or (y.state = 'review' and y.slips_at <= ?))";
    const all = db('memories as y')
      .where('y.user_id', userId)
      .select(
        ...nothing,
        db.raw(`${inSum(known)} as known`, [now, knownStability]),
        db.raw('count(*) as learning'),
        db.raw(`${inSum(slipping)} as slipping`, [now]),
        db.raw(`${inSum('y.suspended_at is not null')} as resting`),
        db.raw(`${inSum('y.first_at >= ?')} as begun`, [dayStart]),
        db.raw('null as next_due'),
      );
    const next = db('memories')
      .where({ user_id: userId })
      .where('due_at', '>', now)
      .whereNull('suspended_at')
      .orderBy('due_at')
      .limit(1)
      .select('due_at')
      .as('next');
    const coming = db
      .from(next)
      .select(
        ...nothing,
        ...['known', 'learning', 'slipping', 'resting', 'begun'].map((name) => db.raw(`null as ${name}`)),
        'due_at as next_due',
      );
    const rows: Record<string, unknown>[] = await db.queryBuilder().unionAll([due, all, coming]);
    const total = rows.find((row) => row.bucket === null && row.next_due === null);
    const standing = {
      known: toNumber(total?.known),
      slipping: toNumber(total?.slipping),
      resting: toNumber(total?.resting),
    };
    // What is none of these is being learned.
    const learning = toNumber(total?.learning) - standing.known - standing.slipping - standing.resting;
    return {
      due: rows.filter((row) => row.bucket !== null).map(toDueCount),
      standing: { ...standing, learning },
      begunToday: toNumber(total?.begun),
      nextDueAt: toIsoOrNull(rows.find((row) => row.next_due !== null)?.next_due),
    };
  }

  /** The days of practice since a moment, and what there is of new things, newest first. */
  async listDaysAndNew(since: Date): Promise<{ days: PracticeDay[]; fresh: NewSource[] }> {
    const { db, userId } = this;
    const days = db('game_results')
      .where({ user_id: userId })
      .where('day_at', '>=', since)
      .groupBy('day_at')
      .select(
        'day_at as moment',
        db.raw('count(*) as things'),
        db.raw('sum(case when time_spent_ms > ? then ? else time_spent_ms end) as time_ms', [
          longestAnswerMs,
          longestAnswerMs,
        ]),
        db.raw('null as title'),
        db.raw('null as recording_id'),
        db.raw('null as class_id'),
      );
    const fresh = db
      .from(newThings(db, userId))
      .groupByRaw('coalesce(recording_id, source_id)')
      .select(
        db.raw('max(source_at) as moment'),
        db.raw('count(*) as things'),
        db.raw('-1 as time_ms'),
        db.raw('min(title) as title'),
        db.raw('min(recording_id) as recording_id'),
        db.raw('min(class_id) as class_id'),
      );
    const rows: Record<string, unknown>[] = await db.queryBuilder().unionAll([days, fresh]);
    const isNew = (row: Record<string, unknown>): boolean => row.title !== null;
    return {
      days: rows
        .filter((row) => !isNew(row))
        .map((row) => ({
          dayAt: new Date(toIso(row.moment)),
          answers: toNumber(row.things),
          timeSpentMs: toNumber(row.time_ms),
        })),
      fresh: rows
        .filter(isNew)
        .map((row) => ({
          title: String(row.title),
          recordingId: textOrNull(row.recording_id),
          classId: textOrNull(row.class_id),
          at: toIso(row.moment),
          available: toNumber(row.things),
        }))
        .sort((a, b) => Number(a.recordingId === null) - Number(b.recordingId === null) || (a.at < b.at ? 1 : -1)),
    };
  }

  /** For each game, whether the item of a memory `y` is there for the learner. */
  private isThere(): { sql: string; bindings: Knex.RawBinding[] } {
    const { db, userId } = this;
    const parts = GameType.options.map((gameType) => {
      const { catalogue } = gameOf(gameType);
      const item =
        catalogue === null
          ? db('words as w')
              .join('word_lists as l', 'l.id', 'w.word_list_id')
              .where('l.user_id', userId)
              .whereRaw('w.id = y.item_id and w.word_key = y.thing')
              .select(db.raw('1'))
          : db(`${catalogue.itemTable} as i`)
              .whereRaw('i.id = y.item_id')
              .where((where) =>
                where
                  .where('i.class_id', '')
                  .orWhereIn('i.class_id', db('class_students').where({ user_id: userId }).select('class_id')),
              )
              .select(db.raw('1'));
      const { sql, bindings } = item.toSQL();
      return { sql: `when y.game_type = '${gameType}' then exists(${sql})`, bindings };
    });
    return { sql: parts.map(({ sql }) => sql).join(' '), bindings: parts.flatMap(({ bindings }) => bindings) };
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function toDueCount(row: Record<string, unknown>): DueCount {
  return {
    gameType: GameType.parse(row.game_type),
    standing: memoryStandings.find((name) => name === row.standing) ?? 'learning',
    bucket: toNumber(row.bucket),
    isThere: toNumber(row.is_there) > 0,
    count: toNumber(row.things),
  };
}
