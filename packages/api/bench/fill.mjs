import { connect, createDatabase, migrateUp, seedStarterContent } from '@tulkka/shared/database';
import { mysql, users } from './place.mjs';

/** Rises when the contents below change, so that an older database is made anew. */
const edition = 5;

const tables = ['word_lists', 'words', 'game_sessions', 'game_results', 'user_mistakes', 'user_game_stats'];
const games = { kind: 'mysql', poolSize: 10, tls: 'off', tlsCa: null, ...mysql };

/**
 * Fills the benchmark's database: 1,000 users, 100,000 words, 1,000,000 results in 100,000 sessions, and one user
 * (`heavy`) with ten times the history of the others. A database that is full already is used as it is.
 */
export async function fill(print) {
  await createDatabase(games, mysql.password);
  let db = connect(games, mysql.password);
  if (await isFull(db)) {
    print('The database is filled already.');
    await migrateUp(db);
    await forgetRuns(db);
    await settle(db, print);
    return db;
  }
  await db.raw('drop database ??', [mysql.database]);
  await db.destroy();
  await createDatabase(games, mysql.password);
  db = connect(games, mysql.password);
  await migrateUp(db);
  await seedStarterContent(db);
  await db.raw('create table bench_numbers (i int primary key)');
  await db('bench_numbers').insert(Array.from({ length: users }, (_, i) => ({ i: i + 1 })));
  for (const [what, statement] of statements()) {
    print(`Filling ${what} …`);
    await db.raw(statement);
  }
  for (const table of tables) await db.raw('analyze table ??', [table]);
  await db.raw('create table bench_edition (edition int primary key)');
  await db('bench_edition').insert({ edition });
  await settle(db, print);
  return db;
}

async function isFull(db) {
  try {
    const row = await db('bench_edition').first('edition');
    return row?.edition === edition;
  } catch {
    return false;
  }
}

/** Takes back what measuring wrote, so that each run finds the same. */
export async function forgetRuns(db) {
  await db.raw("delete r from game_results r join game_sessions s on s.id = r.session_id where s.status = 'active'");
  await db('memories').delete();
  await db('game_sessions').where('status', 'active').whereNot('id', 'like', '%-active').delete();
  await db('game_sessions')
    .where('status', 'active')
    .update({ answered_count: 0, correct_count: 0, incorrect_count: 0, skipped_count: 0 });
}

/** Waits until the server has let go of deleted rows and written its changed pages: that work is not the measured routes'. */
async function settle(db, print) {
  const waiting =
    "select count as rows_left from information_schema.innodb_metrics where name = 'trx_rseg_history_len'";
  for (let tries = 0; tries < 120; tries++) {
    const [[row]] = await db.raw(waiting);
    if (Number(row?.rows_left ?? 0) < 100) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const connection = await db.client.acquireConnection();
  try {
    // Made for copying table files, and it writes every changed page of theirs first.
    await db.raw(`flush tables ${tables.map(() => '??').join(', ')} for export`, tables).connection(connection);
    await db.raw('unlock tables').connection(connection);
  } catch (error) {
    print(`Changed pages stay in memory (${error.message}); the writes may look slower than they are.`);
  } finally {
    await db.client.releaseConnection(connection);
  }
}

const user = "concat('u', lpad(u.i, 4, '0'))";
const at = "timestamp('2026-01-01 08:00:00')";
const lessonItems = Array.from({ length: 10 }, (_, i) => `article-a-an-the-or-nothing-${i + 1}`);
const grammarIds = `'${JSON.stringify(lessonItems)}'`;
const wordIds = `concat('["', ${Array.from({ length: 10 }, (_, i) => `${user}, '-1-${i + 1}'`).join(`, '","', `)}, '"]')`;
const oneOf = (list, number) => `elt(${number}, ${list.map((id) => `'${id}'`).join(', ')})`;

function* statements() {
  yield [
    'classes',
    `insert into classes (id, name, teacher_id, auto_approve, created_at, updated_at)
     select concat('class-', i), concat('Class ', i), concat('teacher-', i), 0, ${at}, ${at} from bench_numbers where i <= 50`,
  ];
  yield [
    'students',
    `insert into class_students (class_id, user_id, created_at)
     select concat('class-', 1 + mod(u.i, 50)), ${user}, ${at} from bench_numbers u`,
  ];
  yield [
    'word lists',
    `insert into word_lists (id, user_id, class_id, name, name_key, word_count, is_favorite, created_at, updated_at)
     select concat(${user}, '-', l.i), ${user}, null, concat('List ', l.i), concat('list ', l.i), 20, 0,
       ${at} + interval l.i day, ${at} + interval l.i day
     from bench_numbers u join bench_numbers l on l.i <= 5`,
  ];
  yield [
    'words',
    `insert into words (id, word_list_id, word, word_key, translation, difficulty, created_at, updated_at)
     select concat(${user}, '-', l.i, '-', w.i), concat(${user}, '-', l.i), concat('word', w.i), concat('word', w.i),
       concat('palabra ', w.i), elt(1 + mod(w.i, 3), 'easy', 'medium', 'hard'), ${at}, ${at}
     from bench_numbers u join bench_numbers l on l.i <= 5 join bench_numbers w on w.i <= 20`,
  ];
  // Half of the sessions are grammar and half spelling; the hundred-and-first is active and takes the new results.
  yield ['sessions', sessions('u.i >= 1', user, 's.i <= 100')];
  yield [
    'active sessions',
    `insert into game_sessions (id, user_id, game_type, mode, status, item_ids, total_items, started_at, updated_at)
     select concat(${user}, '-active'), ${user}, 'spelling_bee', 'custom', 'active', ${wordIds}, 10,
       ${at} + interval 300 day, ${at} from bench_numbers u`,
  ];
  for (let from = 1; from <= users; from += 100) {
    yield [
      `results of users ${from}–${from + 99}`,
      results(`u.i between ${from} and ${from + 99}`, user, 's.i <= 100'),
    ];
  }
  yield ['sessions of the heavy user', sessions('u.i = 1', "'heavy'", 's.i <= 1000')];
  yield ['results of the heavy user', results('u.i = 1', "'heavy'", 's.i <= 1000')];
  yield ['mistakes', mistakes('u.i >= 1', user, 20)];
  yield ['mistakes of the heavy user', mistakes('u.i = 1', "'heavy'", 200)];
  yield ['totals', totals('u.i >= 1', user, 1)];
  yield ['totals of the heavy user', totals('u.i = 1', "'heavy'", 10)];
}

const sessions = (which, name, most) =>
  `insert into game_sessions (id, user_id, game_type, mode, status, item_ids, total_items, answered_count,
     correct_count, incorrect_count, score, started_at, completed_at, updated_at)
   select concat(${name}, '-s', s.i), ${name}, if(mod(s.i, 2) = 0, 'spelling_bee', 'grammar_challenge'), 'custom',
     'completed', if(mod(s.i, 2) = 0, ${wordIds}, ${grammarIds}), 10, 10, 7, 3, 70,
     ${at} + interval s.i hour, ${at} + interval s.i hour, ${at} + interval s.i hour
   from bench_numbers u join bench_numbers s on ${most} where ${which}`;

const results = (which, name, most) =>
  `insert into game_results (id, session_id, user_id, game_type, item_id, client_result_id, is_correct, graded_by,
     attempts, time_spent_ms, answer, outcome, created_at)
   select concat(${name}, '-s', s.i, '-r', r.i), concat(${name}, '-s', s.i), ${name},
     if(mod(s.i, 2) = 0, 'spelling_bee', 'grammar_challenge'),
     if(mod(s.i, 2) = 0, concat(${name}, '-1-', r.i), ${oneOf(lessonItems, 'r.i')}), concat('c', r.i), r.i <= 7, 'server',
     1, 4000, '"an"', '{}', ${at} + interval s.i hour + interval r.i second
   from bench_numbers u join bench_numbers s on ${most} join bench_numbers r on r.i <= 10 where ${which}`;

const mistakes = (which, name, most) =>
  `insert into user_mistakes (user_id, game_type, item_id, mistake_count, last_answer, last_mistake_at, created_at, updated_at)
   select ${name}, g.game, concat(${name}, '-', m.i), 1 + mod(m.i, 7), '"x"', ${at} + interval m.i minute, ${at}, ${at}
   from bench_numbers u join bench_numbers m on m.i <= ${most}
   join (select 'spelling_bee' as game union select 'grammar_challenge') g where ${which}`;

const totals = (which, name, times) =>
  `insert into user_game_stats (user_id, game_type, sessions, completed_sessions, score_sum, completed_correct,
     completed_incorrect, correct, incorrect, time_spent_ms, mistaken_items, mistakes, last_played_at)
   select ${name}, g.game, ${51 * times}, ${50 * times}, ${3500 * times}, ${350 * times}, ${150 * times}, ${350 * times},
     ${150 * times}, ${2_000_000 * times}, ${20 * times}, ${80 * times}, ${at} + interval 300 day
   from bench_numbers u join (select 'spelling_bee' as game union select 'grammar_challenge') g where ${which}`;
