import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';
import { dataOf } from './connect-supabase.ts';

/** Tables of the lessons database: a restore writes them in this order, a backup reads them in the other. */
export const lessonTables = ['zoom_summaries', 'lesson_exercises'] as const;
export type LessonTable = (typeof lessonTables)[number];

/** The column of each table that came last: where it can be read, the migrations are applied. */
const newestColumn: Readonly<Record<LessonTable, string>> = { zoom_summaries: 'id', lesson_exercises: 'trail' };

/** A row as it is stored, with all its columns. */
export const ArchivedRow = z.looseObject({ id: z.string() });
export type ArchivedRow = z.infer<typeof ArchivedRow>;

/** Lessons carry their transcripts: a page of them is some ten megabytes at most. */
const pageSize = 100;

/** Whole rows of the lessons database, out and in, over its API: the same for hosted Supabase and the embedded one. */
export class LessonArchive {
  constructor(private readonly supabase: SupabaseClient) {}

  /** Every row in the order of its id, a page at a time. */
  async *rows(table: LessonTable): AsyncGenerator<ArchivedRow> {
    for (let last: string | null = null; ; ) {
      const question = this.supabase.from(table).select('*').order('id').limit(pageSize);
      const answer = await (last === null ? question : question.gt('id', last));
      const page = z.array(ArchivedRow).parse(dataOf(answer, `Reading ${table}`));
      yield* page;
      if (page.length < pageSize) return;
      last = page.at(-1)?.id ?? null;
    }
  }

  /** How many rows a table has. */
  async count(table: LessonTable): Promise<number> {
    const answer = await this.supabase.from(table).select(newestColumn[table], { count: 'exact' }).limit(1);
    dataOf(answer, `Counting ${table}`);
    return answer.count ?? 0;
  }

  /** Writes rows back; one that is there already is replaced. Returns how many there were. */
  async write(table: LessonTable, rows: AsyncIterable<ArchivedRow>): Promise<number> {
    let written = 0;
    let page: ArchivedRow[] = [];
    const flush = async (): Promise<void> => {
      if (page.length === 0) return;
      const answer = await this.supabase.from(table).upsert(page, { onConflict: 'id' }).select('id');
      dataOf(answer, `Writing ${table}`);
      written += page.length;
      page = [];
    };
    for await (const row of rows) {
      page.push(row);
      if (page.length === pageSize) await flush();
    }
    await flush();
    return written;
  }

  /** Removes every row; exercises go with their lessons. */
  async clear(): Promise<void> {
    const everything = '00000000-0000-0000-0000-000000000000';
    for (const table of [...lessonTables].reverse()) {
      dataOf(await this.supabase.from(table).delete().neq('id', everything), `Clearing ${table}`);
    }
  }
}
