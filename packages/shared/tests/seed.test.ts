import { readStarterFiles, seedStarterContent } from '@tulkka/shared/database';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';

onEveryDatabase((database) => {
  const lessonCounts = async (): Promise<void> => {
    const lessons = await database().db('grammar_lessons').select('id', 'question_count');
    expect(lessons.length).toBeGreaterThan(0);
    for (const { id, question_count } of lessons) {
      const [row] = await database().db('grammar_questions').where({ lesson_id: id }).count({ n: '*' });
      expect(question_count).toBe(Number(row?.n));
    }
  };

  test('two seeders at once fill the catalogues once, and seeding again changes nothing', async () => {
    const reports = await Promise.all([seedStarterContent(database().db), seedStarterContent(database().db)]);
    const rows = Math.max(...reports.map((report) => report.inserted));
    expect(reports.map((report) => report.inserted).sort()).toEqual([0, rows].sort());
    await lessonCounts();
    const before = await database().db('grammar_questions').orderBy('id');
    expect(await seedStarterContent(database().db)).toEqual({ inserted: 0, updated: 0, unchanged: rows, kept: 0 });
    expect(await database().db('grammar_questions').orderBy('id')).toEqual(before);
  });

  test('new text replaces what seeding wrote, and never what somebody edited', async () => {
    const content = readStarterFiles();
    const question = await database().db('grammar_questions').where({ id: 'agreement-one-or-many-1' }).first();
    const edited = 'A teacher wrote this hint.';
    await database().db('grammar_questions').where({ id: 'agreement-one-or-many-2' }).update({ hint: edited });
    for (const { topics } of content) {
      for (const item of topics.flatMap((topic) => topic.lessons.flatMap((lesson) => lesson.items))) {
        if (item.id === 'agreement-one-or-many-1' || item.id === 'agreement-one-or-many-2') item.content.hint = 'New.';
      }
    }
    expect(await seedStarterContent(database().db, content)).toMatchObject({ inserted: 0, updated: 1, kept: 1 });
    const hintOf = async (id: string) => (await database().db('grammar_questions').where({ id }).first()).hint;
    expect(await hintOf('agreement-one-or-many-1')).toBe('New.');
    expect(await hintOf('agreement-one-or-many-2')).toBe(edited);
    expect(await seedStarterContent(database().db)).toMatchObject({ updated: 1, unchanged: expect.any(Number) });
    expect(await hintOf('agreement-one-or-many-1')).toBe(question.hint);
    await lessonCounts();
  });

  test('a group that publishing made in a hurry gets its name', async () => {
    const db = database().db;
    await db('grammar_categories').where({ id: 'article' }).update({ name: 'article', seeded_hash: null });
    expect(await seedStarterContent(db)).toMatchObject({ updated: 1 });
    expect(await db('grammar_categories').where({ id: 'article' }).first('name')).toEqual({ name: 'Articles' });
  });
});
