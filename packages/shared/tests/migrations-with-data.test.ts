import { randomUUID } from 'node:crypto';
import { migrateDown, migrateUp, pendingMigrations, toIso } from '@tulkka/shared/database';
import type { Knex } from 'knex';
import { createTestDatabase, dialects } from '../../../tests/harness/test-databases.ts';

const at = new Date('2026-11-20T09:00:00.123Z');
const stamps = { created_at: at, updated_at: at };
/** What a change of character set, collation or column type would damage. */
const text = 'Zürich 😀 ни́ ʻokina “quoted” \\ % _';

const result = {
  session_id: 's1',
  user_id: 'u1',
  game_type: 'cloze',
  item_id: 'i1',
  is_correct: true,
  graded_by: 'server',
  attempts: 1,
  time_spent_ms: 2_147_483_647,
  outcome: '{}',
  created_at: at,
};

/** Rows as they stood when this schema was the newest: parents before their children. */
const rowsOf: Readonly<Record<string, readonly (readonly [table: string, row: Record<string, unknown>])[]>> = {
  '001-word-lists': [
    [
      'word_lists',
      { id: 'l1', user_id: 'u1', name: text, name_key: text.toLowerCase(), recording_id: 'r/1==', ...stamps },
    ],
    ['word_lists', { id: 'l2', user_id: 'U1', name: 'same user, other case', name_key: 'x', ...stamps }],
    [
      'words',
      { id: 'w1', word_list_id: 'l1', word: 'Résumé', word_key: 'résumé', notes: text, last_practiced: at, ...stamps },
    ],
    ['words', { id: 'w2', word_list_id: 'l1', word: 'Resume', word_key: 'resume', ...stamps }],
  ],
  '002-classes': [
    ['classes', { id: 'c1', name: text, teacher_email: 'a@example.org', auto_approve: true, ...stamps }],
    ['class_students', { class_id: 'c1', user_id: 'u1', created_at: at }],
  ],
  '003-catalogues': ['cloze', 'grammar', 'sentence'].flatMap(catalogueRows),
  '004-sessions': [
    [
      'game_sessions',
      {
        id: 's1',
        user_id: 'u1',
        game_type: 'cloze',
        mode: 'practice',
        status: 'active',
        item_ids: JSON.stringify([text]),
        total_items: 1,
        started_at: at,
        updated_at: at,
      },
    ],
    ['game_results', { ...result, id: 'g1' }],
    [
      'user_mistakes',
      {
        user_id: 'u1',
        game_type: 'cloze',
        item_id: 'i1',
        mistake_count: 3,
        last_answer: text,
        last_mistake_at: at,
        ...stamps,
      },
    ],
    ['user_game_stats', { user_id: 'u1', game_type: 'cloze', time_spent_ms: 5_000_000_000, last_played_at: at }],
  ],
  '005-pipeline': [
    [
      'publications',
      {
        recording_id: 'r/1==',
        exercise_set_id: 'e1',
        class_id: 'c1',
        published: JSON.stringify({ title: text }),
        created_at: at,
      },
    ],
    ['oauth_tokens', { provider: 'zoom', access_token: 'sealed', version: 7, updated_at: at }],
    [
      'idempotency_keys',
      { id: 'a'.repeat(64), request_hash: 'h', response_body: text, lease_expires_at: at, expires_at: at },
    ],
    ['sync_watermarks', { source: 'zoom:host', watermark_at: at, updated_at: at }],
    ['fetch_requests', { id: 'f1', request: '{}', next_attempt_at: at, created_at: at }],
    ['token_budgets', { day: '2026-11-20', tokens: 9_000_000_000 }],
  ],
  '006-results-by-item': [['game_results', { ...result, id: 'g2' }]],
  '007-results-without-user-index': [['game_results', { ...result, id: 'g3' }]],
  '008-people': [
    [
      'people',
      {
        id: 'u1',
        auth_id: 'a1',
        name: text,
        name_key: text,
        role: 'student',
        settings: '{}',
        last_seen_at: at,
        ...stamps,
      },
    ],
    [
      'invitations',
      { id: 'v1', class_id: 'c1', code: 'c', created_by: 'u2', max_uses: 1, uses: 0, expires_at: at, ...stamps },
    ],
  ],
  '009-memories': [
    [
      'memories',
      {
        user_id: 'u1',
        game_type: 'spelling_bee',
        thing: 'résumé',
        item_id: 'w1',
        stability: 2.3065,
        difficulty: 2.118103970459016,
        state: 'review',
        due_at: at,
        slips_at: at,
        first_at: at,
        last_review_at: at,
        last_day_at: at,
        reps: 1,
        lapses: 0,
        scheduled_days: 2,
        answer_key: 'k',
        answers: 1,
        algorithm: 'fsrs-6',
        ...stamps,
      },
    ],
    ['game_results', { ...result, id: 'g4', thing: 'résumé', answered_at: at, day_at: at, retention: 0.9 }],
  ],
  '010-sources': [
    [
      'words',
      {
        id: 'w3',
        word_list_id: 'l1',
        word: 'pier',
        word_key: 'pier',
        source_quote: text,
        source_ms: 754_000,
        ...stamps,
      },
    ],
  ],
  '011-memories-by-standing': [['words', { id: 'w4', word_list_id: 'l1', word: 'quay', word_key: 'quay', ...stamps }]],
  '012-item-reports': [
    [
      'item_reports',
      {
        id: 'p1',
        user_id: 'u1',
        game_type: 'grammar_challenge',
        item_id: 'i1',
        class_id: 'c1',
        recording_id: 'r/1==',
        reason: 'also_right',
        text,
        status: 'open',
        ...stamps,
      },
    ],
  ],
  '013-words-without-accents': [
    [
      'words',
      {
        id: 'w5',
        word_list_id: 'l1',
        word: 'Café',
        word_key: 'café',
        word_plain: 'cafe',
        translation: 'קָפֶה',
        translation_plain: 'קפה',
        ...stamps,
      },
    ],
  ],
  '014-who-said-it': [
    ['words', { id: 'w6', word_list_id: 'l1', word: 'wharf', word_key: 'wharf', source_by: 'student', ...stamps }],
    [
      'publications',
      {
        recording_id: 'r/2==',
        exercise_set_id: 'set-2',
        class_id: 'c1',
        published: '{}',
        learner_id: 'u1',
        created_at: at,
      },
    ],
  ],
  '015-words-folded': [
    ['words', { id: 'w7', word_list_id: 'l1', word: 'ice  cream', word_key: 'ice cream', ...stamps }],
  ],
  '016-clips': [
    ['classes', { id: 'c2', name: 'Sound', auto_approve: false, keep_audio: 'clips', ...stamps }],
    [
      'recording_audio',
      { recording_id: 'r/1==', part: 1, class_id: 'c2', audio_name: 'a.m4a', offset_ms: 1_200_000, ...stamps },
    ],
    [
      'clips',
      {
        id: 'k1',
        recording_id: 'r/1==',
        class_id: 'c2',
        quote_key: 'q',
        said_by: 'teacher',
        start_ms: 12,
        end_ms: 3400,
        audio_name: 'k1.m4a',
        removed_at: at,
        ...stamps,
      },
    ],
  ],
  '017-set-items': [
    [
      'publications',
      {
        recording_id: 'r/3==',
        exercise_set_id: 'set-3',
        class_id: 'c1',
        published: '{}',
        set_revision: 7,
        created_at: at,
      },
    ],
  ],
  '018-pictures': [
    ['words', { id: 'w8', word_list_id: 'l1', word: 'ladder', word_key: 'ladder', picture: '🪜', ...stamps }],
  ],
  '019-catalogue-versions': [['catalogue_versions', { class_id: 'c1', version: randomUUID() }]],
  '020-listening': [
    [
      'game_sessions',
      {
        id: 's20',
        user_id: 'u1',
        game_type: 'sentence_builder',
        mode: 'lesson',
        status: 'active',
        item_ids: JSON.stringify([text]),
        total_items: 1,
        listen: true,
        started_at: at,
        updated_at: at,
      },
    ],
  ],
  '021-memory-parameters': [
    [
      'memory_parameters',
      {
        id: 'f1',
        user_id: 'u1',
        algorithm: 'fsrs-6/0a1b2c3d4',
        parameters: '[0.2,1.3]',
        reviews: 1200,
        log_loss: 0.31,
        log_loss_in_use: 0.34,
        taken: true,
        fitted_at: at,
      },
    ],
  ],
  '023-sound': [
    [
      'uploads',
      {
        id: 'u1',
        owner_id: 'u1',
        name: text,
        size: 4_999_999_999,
        part_size: 8_388_608,
        fingerprint: text,
        lesson_fields: '{}',
        ...stamps,
      },
    ],
    ['upload_parts', { upload_id: 'u1', part: 1, created_at: at }],
  ],
};

function catalogueRows(kind: string): [string, Record<string, unknown>][] {
  const [groups, key, items] =
    kind === 'grammar'
      ? ['grammar_categories', 'category_id', 'grammar_questions']
      : [`${kind}_topics`, 'topic_id', `${kind}_items`];
  const own: Record<string, Record<string, unknown>> = {
    cloze: { text_parts: '["a","b"]', options: '[]', correct_answers: '[]', explanation: text },
    grammar: { question: text, options: '[]', correct_answer: 'a', explanation: text },
    sentence: { english_sentence: text, sentence_tokens: '[]', accepted_sequences: '[]', distractors: '[]' },
  };
  const published = { class_id: 'c1', recording_id: 'r/1==', ...stamps };
  return [
    [groups, { id: 't1', name: text, icon: '😀', description: text, position: 1, ...stamps }],
    [`${kind}_lessons`, { id: 'k1', [key]: 't1', title: text, description: text, difficulty: 'easy', ...published }],
    [items, { id: 'i1', [key]: 't1', lesson_id: 'k1', difficulty: 'easy', hint: text, ...own[kind], ...published }],
  ];
}

const names = Object.keys(rowsOf);

/** A value as the test wrote it, whichever driver read it. */
function plain(written: unknown, read: unknown): unknown {
  if (written instanceof Date) return toIso(read);
  if (typeof written === 'boolean') return Boolean(read);
  return typeof written === 'number' ? Number(read) : read;
}

/** How a name is found may change with the rules of comparing. */
const derived = 'name_key';

/** The rows are there and say what was written, whatever columns have joined them since. */
async function expectRows(db: Knex, version: number): Promise<void> {
  for (const name of names.slice(0, version)) {
    for (const [table, row] of rowsOf[name] ?? []) {
      const columns = Object.keys(row).filter((column) => column !== derived);
      const key = columns.filter((column) => /^(id|provider|source|day)$|_id$/.test(column) && row[column] !== null);
      const found = await db(table).where(Object.fromEntries(key.map((column) => [column, row[column]])));
      const read = found.map((one) => Object.fromEntries(columns.map((c) => [c, plain(row[c], one[c])])));
      const written = Object.fromEntries(columns.map((c) => [c, row[c] instanceof Date ? toIso(row[c]) : row[c]]));
      expect({ table, rows: read }).toEqual({ table, rows: [written] });
    }
  }
}

describe.each(dialects)('migrations with data on %s', (dialect) => {
  test('every migration has rows to be tested with', async () => {
    const database = await createTestDatabase(dialect, { migrated: false });
    expect(await pendingMigrations(database.db)).toEqual(names);
    await database.drop();
  });

  test.each(names.map((name, i) => [name, i + 1] as const))(
    'from %s with rows up to the newest and down again, nothing is lost',
    async (_, version) => {
      const database = await createTestDatabase(dialect);
      const { db } = database;
      await migrateDown(db, names.length - version);
      for (const name of names.slice(0, version)) {
        for (const [table, row] of rowsOf[name] ?? []) await db(table).insert(row);
      }
      await migrateUp(db);
      await expectRows(db, version);
      await migrateDown(db, names.length - version);
      await expectRows(db, version);
      expect(await pendingMigrations(db)).toHaveLength(names.length - version);
      await database.drop();
    },
    60_000,
  );

  test('words of before are found without their accents', async () => {
    const database = await createTestDatabase(dialect);
    const { db } = database;
    const first = names.indexOf('013-words-without-accents');
    await migrateDown(db, names.length - first);
    const list = { id: 'l9', user_id: 'u9', name: 'Old', name_key: 'old', ...stamps };
    await db('word_lists').insert(list);
    const words = Array.from({ length: 1001 }, (_, i) => ({
      id: `w${String(i).padStart(4, '0')}`,
      word_list_id: 'l9',
      word: `Résumé ${i}`,
      word_key: `résumé ${i}`,
      translation: i % 2 === 0 ? 'קָפֶה' : null,
      ...stamps,
    }));
    for (let i = 0; i < words.length; i += 100) await db('words').insert(words.slice(i, i + 100));
    await migrateUp(db);
    expect(await db('words').where('word_plain', 'like', 'resume %').count({ n: '*' }).first()).toEqual({ n: 1001 });
    const last = await db('words').where({ id: 'w1000' }).first('word_plain', 'translation_plain');
    expect(last).toEqual({ word_plain: 'resume 1000', translation_plain: 'קפה' });
    expect(await db('words').where({ id: 'w0999' }).first('translation_plain')).toEqual({ translation_plain: null });
    await database.drop();
  }, 60_000);

  test('words that read alike become one, with what was practised of both; memories and answers follow', async () => {
    const database = await createTestDatabase(dialect);
    const { db } = database;
    await migrateDown(db, names.length - names.indexOf('015-words-folded'));
    const later = new Date(at.getTime() + 60_000);
    const row = { word_list_id: 'l9', practice_count: 2, correct_count: 1, is_favorite: false, ...stamps };
    await db('word_lists').insert({ id: 'l9', user_id: 'u9', name: 'Old', name_key: 'old', word_count: 4, ...stamps });
    await db('words').insert([
      { ...row, id: 'w1', word: 'don’t', word_key: 'don’t', last_practiced: at },
      {
        ...row,
        id: 'w2',
        word: "don't",
        word_key: "don't",
        is_favorite: true,
        created_at: later,
        last_practiced: later,
      },
      { ...row, id: 'w3', word: 'ice\u00a0 cream', word_key: 'ice\u00a0 cream', last_practiced: null },
      { ...row, id: 'w4', word: 'résumé', word_key: 'résumé', last_practiced: null },
    ]);
    const memory = { ...rowsOf['009-memories']?.[0]?.[1], user_id: 'u9', game_type: 'spelling_bee' };
    await db('memories').insert([
      { ...memory, thing: 'don’t', item_id: 'w1', reps: 5, last_review_at: at },
      { ...memory, thing: "don't", item_id: 'w2', reps: 7, last_review_at: later },
      { ...memory, thing: 'ice\u00a0 cream', item_id: 'w3', reps: 3 },
      { ...memory, user_id: 'u8', thing: 'don’t', item_id: 'other', reps: 9 },
    ]);
    const session = { ...rowsOf['004-sessions']?.[0]?.[1], id: 's9', user_id: 'u9' };
    await db('game_sessions').insert(session);
    await db('game_results').insert({ ...result, session_id: 's9', user_id: 'u9', id: 'g9', thing: 'don’t' });
    await migrateUp(db);

    const words = await db('words').orderBy('id').select('id', 'word', 'word_key', 'practice_count', 'is_favorite');
    expect(words.map((word) => ({ ...word, is_favorite: Boolean(word.is_favorite) }))).toEqual([
      { id: 'w1', word: 'don’t', word_key: "don't", practice_count: 4, is_favorite: true },
      { id: 'w3', word: 'ice\u00a0 cream', word_key: 'ice cream', practice_count: 2, is_favorite: false },
      { id: 'w4', word: 'résumé', word_key: 'résumé', practice_count: 2, is_favorite: false },
    ]);
    expect(toIso((await db('words').where({ id: 'w1' }).first('last_practiced')).last_practiced)).toBe(
      later.toISOString(),
    );
    expect(await db('word_lists').where({ id: 'l9' }).pluck('word_count')).toEqual([3]);
    const memories = await db('memories').orderBy(['user_id', 'thing']).select('user_id', 'thing', 'item_id', 'reps');
    expect(memories).toEqual([
      { user_id: 'u8', thing: 'don’t', item_id: 'other', reps: 9 },
      { user_id: 'u9', thing: "don't", item_id: 'w1', reps: 7 },
      { user_id: 'u9', thing: 'ice cream', item_id: 'w3', reps: 3 },
    ]);
    expect(await db('game_results').where({ id: 'g9' }).pluck('thing')).toEqual(["don't"]);
    await database.drop();
  }, 60_000);
});
