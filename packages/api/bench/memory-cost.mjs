// What memories cost: statements and milliseconds of one result, of Today and of starting practice, with 100 and with
// 20,000 memories, on SQLite and on MySQL. The second half of npm run bench -- memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createDatabase, migrateUp, transactTogether } from '@tulkka/shared/database';
import { SessionRepository } from '@tulkka/shared/repositories';
import { v7 as uuidv7 } from 'uuid';
import { startPractice } from '../dist/practice/start-practice.js';
import { readToday } from '../dist/practice/today.js';
import { recordResult } from '../dist/sessions/record-result.js';
import { startSession } from '../dist/sessions/start-session.js';
import { mysql } from './place.mjs';

const sizes = [100, 20_000];
const times = 60;
const day = 86_400_000;
const userId = 'learner';
const player = { userId, viewer: { scope: 'member', userId } };

/** A learner with so many words, each of them practised; some are due, as on any day. */
async function fill(db, memories) {
  const at = new Date();
  const insert = async (table, rows) => {
    for (let i = 0; i < rows.length; i += 40) await db(table).insert(rows.slice(i, i + 40));
  };
  // Twenty words a list, as lessons make them.
  const lists = Array.from({ length: Math.ceil(memories / 20) }, (_, i) => i);
  await insert(
    'word_lists',
    lists.map((i) => ({
      id: `list${i}`,
      user_id: userId,
      name: 'Words',
      name_key: 'words',
      recording_id: `rec${i}`,
      created_at: at,
      updated_at: at,
    })),
  );
  const numbers = Array.from({ length: memories }, (_, i) => i);
  await insert(
    'words',
    numbers.map((i) => ({
      id: `w${i}`,
      word_list_id: `list${Math.floor(i / 20)}`,
      word: `word ${i}`,
      word_key: `word ${i}`,
      created_at: at,
      updated_at: at,
    })),
  );
  const session = uuidv7();
  const stored = new SessionRepository(db).addStatement({
    id: session,
    userId,
    gameType: 'spelling_bee',
    classId: null,
    mode: 'custom',
    referenceId: null,
    status: 'completed',
    itemIds: ['w0'],
    itemGames: null,
    totalItems: 1,
    listen: false,
    counters: { visited: 1, correct: 1, incorrect: 0, skipped: 0 },
    score: null,
    claimed: null,
    startedAt: at.toISOString(),
    updatedAt: at.toISOString(),
    completedAt: null,
  });
  await transactTogether(db, [stored]);
  await insert(
    'memories',
    numbers.map((i) => ({
      user_id: userId,
      game_type: 'spelling_bee',
      thing: `word ${i}`,
      item_id: `w${i}`,
      stability: 5 + (i % 300),
      difficulty: 5,
      state: 'review',
      due_at: new Date(at.getTime() + (i < 40 ? -day : (1 + (i % 400)) * day)),
      slips_at: new Date(at.getTime() + 90 * day),
      first_at: new Date(at.getTime() - 200 * day),
      last_review_at: new Date(at.getTime() - 9 * day),
      last_day_at: new Date(at.getTime() - 9 * day),
      reps: 5,
      lapses: 0,
      scheduled_days: 8,
      answer_key: 'k',
      answers: 5,
      algorithm: 'fsrs-6',
      created_at: at,
      updated_at: at,
    })),
  );
  // A year of practice: fifty answers on each day.
  await insert(
    'game_results',
    Array.from({ length: Math.min(memories, 365 * 50) }, (_, i) => ({
      id: uuidv7(),
      session_id: session,
      user_id: userId,
      game_type: 'spelling_bee',
      item_id: `w${i % memories}`,
      is_correct: true,
      graded_by: 'server',
      attempts: 1,
      time_spent_ms: 6000,
      outcome: '{}',
      created_at: at,
      thing: `word ${i % memories}`,
      answered_at: new Date(at.getTime() - Math.floor(i / 50) * day),
      day_at: new Date(at.getTime() - (at.getTime() % day) - Math.floor(i / 50) * day),
      time_zone: 'UTC',
      evidence: 'good',
      answer_key: 'k',
      scheduled_days: 3,
      retention: 0.9,
    })),
  );
}

/** The middle of some runs in milliseconds, and the statements of the last one, those that begin and end a transaction apart. */
async function measure(db, work) {
  const took = [];
  let statements = [];
  const note = ({ sql }) => statements.push(sql);
  db.on('query', note);
  for (let i = 0; i < times; i++) {
    statements = [];
    const begun = performance.now();
    await work(i);
    took.push(performance.now() - begun);
  }
  db.off('query', note);
  took.sort((a, b) => a - b);
  return {
    ms: took[times / 2].toFixed(1),
    statements: statements.filter((sql) => !/^(BEGIN|COMMIT)/.test(sql)).length,
  };
}

async function run(name, games, password) {
  await createDatabase(games, password);
  const db = connect(games, password);
  try {
    await migrateUp(db);
    const cells = [];
    for (const memories of sizes) {
      for (const table of ['game_results', 'game_sessions', 'memories', 'user_game_stats', 'words', 'word_lists'])
        await db(table).delete();
      await fill(db, memories);
      if (games.kind === 'mysql') await db.raw('analyze table memories, game_results, words, word_lists');
      const itemIds = Array.from({ length: times }, (_, i) => `w${i}`);
      const session = await startSession(db, player, { gameType: 'spelling_bee', itemIds }, new Date());
      const answerTo = (i) => ({
        itemId: `w${i}`,
        attempts: 1,
        timeSpentMs: 5000,
        answer: `word ${i}`,
        skipped: false,
      });
      cells.push({
        memories,
        result: await measure(db, (i) => recordResult(db, player, { sessionId: session.id }, answerTo(i), new Date())),
        today: await measure(db, () => readToday(db, userId, new Date())),
        practice: await measure(db, () => startPractice(db, player, { limit: 20, aheadDays: 0 }, new Date())),
      });
    }
    for (const [what, title] of [
      ['result', 'a result'],
      ['today', 'Today'],
      ['practice', 'starting practice'],
    ]) {
      const each = cells.map((cell) => `${cell[what].statements} | ${cell[what].ms} ms`);
      console.log(`| ${name} | ${title} | ${each.join(' | ')} |`);
    }
  } finally {
    if (games.kind === 'mysql') await db.raw('drop database ??', [games.database]);
    await db.destroy();
  }
}

console.log(`What memories cost, the middle of ${times} calls:\n`);
console.log(`| database | what | ${sizes.map((size) => `statements, ${size} memories | time`).join(' | ')} |`);
console.log(`| --- | --- | ${sizes.map(() => '---: | ---:').join(' | ')} |`);
const folder = mkdtempSync(join(tmpdir(), 'tulkka-memory-'));
await run('SQLite', { kind: 'sqlite', file: join(folder, 'games.sqlite') }, '');
rmSync(folder, { recursive: true, force: true });
const { password, database, ...server } = mysql;
const games = { kind: 'mysql', ...server, database: `${database}_memory`, poolSize: 2, tls: 'off', tlsCa: null };
await run('MySQL', games, password).catch((error) => console.log(`\nNo MySQL server was measured: ${error.message}`));
