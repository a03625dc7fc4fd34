import { isConnectionFailure, missingMigrations } from '@tulkka/shared/database';
import { AppError } from '@tulkka/shared/errors';
import { wait } from '@tulkka/shared/lifecycle';
import type { Knex } from 'knex';

export type DatabaseState = 'connected' | 'disconnected' | 'error';

/** The state of both databases, under the names that clients of /health know. */
export interface DatabaseStates {
  mysql: DatabaseState;
  supabase: DatabaseState;
}

/** The states, and in sentences what is to be done about them. */
export interface DatabaseReport extends DatabaseStates {
  troubles: readonly string[];
}

/** A database that takes longer to say hello is as good as away. */
const patienceMs = 3000;
/** Health checks come from many sides; they do not each reach the databases. */
const freshMs = 1000;

/** Asks both databases whether they are there, and the games database whether its tables are those of this code. */
export class DatabaseProbes {
  private latest: { at: number; states: Promise<DatabaseReport> } | null = null;

  constructor(
    private readonly games: Knex,
    /** null where no lessons database is configured. */
    private readonly pingLessons: (() => Promise<void>) | null,
  ) {}

  /** Whether the process is meant to have a lessons database at all. */
  get lessonsConfigured(): boolean {
    return this.pingLessons !== null;
  }

  check(): Promise<DatabaseReport> {
    if (this.latest === null || Date.now() - this.latest.at > freshMs) {
      this.latest = { at: Date.now(), states: this.ask() };
    }
    return this.latest.states;
  }

  private async ask(): Promise<DatabaseReport> {
    const troubles: string[] = [];
    const games = stateOf(async () => {
      const missing = await missingMigrations(this.games);
      if (missing.length === 0) return;
      troubles.push(`The games database lacks migrations (${missing.join(', ')}): npm run db:migrate applies them.`);
      throw new AppError('internal_error', 'The schema is older than the code.');
    });
    const lessons: DatabaseState | Promise<DatabaseState> =
      this.pingLessons === null ? 'disconnected' : stateOf(this.pingLessons);
    const [mysql, supabase] = await Promise.all([games, lessons]);
    return { mysql, supabase, troubles };
  }
}

async function stateOf(ping: () => Promise<void>): Promise<DatabaseState> {
  const patience = new AbortController();
  const answered = ping().then(
    (): DatabaseState => 'connected',
    (error: unknown): DatabaseState => {
      const away = isConnectionFailure(error) || (error instanceof AppError && error.code === 'dependency_unavailable');
      return away ? 'disconnected' : 'error';
    },
  );
  const late = wait(patienceMs, patience.signal).then((): DatabaseState => 'disconnected');
  const state = await Promise.race([answered, late]);
  patience.abort();
  return state;
}
