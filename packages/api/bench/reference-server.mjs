// The yardstick: bare Express 5, with mysql2 running the same statements, or with no database at all.
// node reference-server.mjs mysql|none PORT FILE
import { readFileSync } from 'node:fs';
import express from 'express';
import { createPool } from 'mysql2/promise';
import { v7 as uuidv7 } from 'uuid';
import { mysql } from './place.mjs';
import { measured, modelUser } from './routes.mjs';

const [kind, port, file] = process.argv.slice(2);
const recorded = new Map(JSON.parse(readFileSync(file, 'utf8')).map((one) => [one.name, one]));
const pool = kind === 'mysql' ? createPool({ ...mysql, connectionLimit: 10, timezone: 'Z' }) : null;
const app = express();
app.disable('x-powered-by');
app.use(express.json());

/** The statements of a page, with the caller's name in the place of the model's. */
async function runReads({ statements }, user) {
  const sets = await Promise.all(
    statements.map(async ({ sql, bindings }) => {
      const values = bindings.map((value) => (typeof value === 'string' ? value.replace(modelUser, user) : value));
      const [rows] = await pool.query(sql, values);
      return rows;
    }),
  );
  return sets.length === 1 ? sets[0] : { rows: sets[0], more: sets.slice(1) };
}

async function inTransaction(work) {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await work(connection);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

/** A result as one writes it by hand: read session and item, then counters, result, word and totals. */
async function recordResult(user, body) {
  const id = `${user}-active`;
  const [[session]] = await pool.query('select * from game_sessions where id = ? and user_id = ?', [id, user]);
  const [[word]] = await pool.query('select * from words where id = ?', [body.item_id]);
  const right = word.word === body.answer ? 1 : 0;
  const at = new Date();
  await inTransaction(async (connection) => {
    await connection.query(
      'update game_sessions set answered_count = answered_count + 1, correct_count = correct_count + ?, updated_at = ? where id = ?',
      [right, at, id],
    );
    await connection.query(
      'insert into game_results (id, session_id, user_id, game_type, item_id, client_result_id, is_correct, graded_by, attempts, time_spent_ms, answer, outcome, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [
        uuidv7(),
        id,
        user,
        session.game_type,
        body.item_id,
        body.client_result_id,
        right,
        'server',
        1,
        body.time_spent_ms,
        JSON.stringify(body.answer),
        '{}',
        at,
      ],
    );
    await connection.query(
      'update words set practice_count = practice_count + 1, correct_count = correct_count + ?, last_practiced = ? where id = ?',
      [right, at, body.item_id],
    );
    await connection.query(
      'update user_game_stats set correct = correct + ?, time_spent_ms = time_spent_ms + ?, last_played_at = ? where user_id = ? and game_type = ?',
      [right, body.time_spent_ms, at, user, session.game_type],
    );
  });
  return { success: true, is_correct: right === 1 };
}

async function startSession(user, { statements }) {
  const [choice] = statements;
  const values = choice.bindings.map((value) => (value === modelUser ? user : value));
  const [rows] = await pool.query(choice.sql, values);
  const at = new Date();
  const id = uuidv7();
  const items = rows.slice(0, 20).map((row) => row.id);
  await inTransaction(async (connection) => {
    await connection.query(
      'insert into game_sessions (id, user_id, game_type, mode, status, item_ids, total_items, started_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [id, user, 'grammar_challenge', 'lesson', 'active', JSON.stringify(items), items.length, at, at],
    );
    await connection.query(
      'insert into user_game_stats (user_id, game_type, sessions, last_played_at) values (?, ?, 1, ?) on duplicate key update sessions = sessions + 1, last_played_at = ?',
      [user, 'grammar_challenge', at, at],
    );
  });
  return { id, item_ids: items };
}

for (const route of measured) {
  const one = recorded.get(route.name);
  const path = route.path(':user').split('?')[0];
  app[route.method.toLowerCase()](path, async (request, response) => {
    const user = request.get('x-user-id');
    if (pool === null) response.status(one.status).json(one.answer);
    else if (route.name === 'record a result') response.json(await recordResult(user, request.body));
    else if (route.name === 'start a session') response.status(201).json(await startSession(user, one));
    else response.json(await runReads(one, user));
  });
}
app.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
