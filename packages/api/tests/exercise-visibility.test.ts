import { connectSupabase, ExerciseSetStore } from '@tulkka/shared/lessons';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { createWorld, type World } from './world.ts';

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  const seenBy = async (userId: string | null, query: object = {}) => {
    const agent = userId === null ? world.api.agent : world.api.as(userId, userId === 'mia' ? 'student' : 'teacher');
    return (await agent.get('/api/v1/exercises').query({ class_id: 'b1', ...query })).body;
  };

  test('learners see published sets alone, without what they were made from; nobody in particular sees none', async () => {
    const set = await world.makeExerciseSet();
    await world.makeExerciseSet();
    const teacher = world.api.as('ms-lee', 'teacher');
    expect((await seenBy('mia')).data).toEqual([]);
    for (const status of ['pending_review', 'approved', 'rejected']) {
      expect([status, (await seenBy('mia', { status })).count]).toEqual([status, 0]);
    }
    expect((await teacher.post(`/api/v1/exercises/${set.id}/approve`)).status).toBe(200);
    const seen = await seenBy('mia');
    expect(seen.data).toMatchObject([{ id: set.id, status: 'published', reviewed_by: null }]);
    expect(seen.data[0].exercises).not.toHaveProperty('analysis');
    expect(seen.data[0].exercises).not.toHaveProperty('quality');
    expect((await seenBy('ms-lee')).data[0].exercises).toHaveProperty('analysis');
    expect(await seenBy(null)).toMatchObject({ success: true, count: 0, data: [] });
    expect((await seenBy('mr-kim')).data).toEqual([]);
    const twice = await world.api.as('mia').get('/api/v1/exercises').query({ class_id: 'c2' });
    expect(twice.body.data).toEqual([]);
  });

  test('a set made for the placeholder of a folder’s class is seen by those who join it', async () => {
    const set = await world.makeExerciseSet();
    const { supabaseUrl } = world.api.context.config;
    const sets = new ExerciseSetStore(connectSupabase(supabaseUrl ?? '', world.api.context.secrets.supabaseKey ?? ''));
    await sets.assign(set, { class_id: 'b1', teacher_id: 'ms-lee', user_id: 'b1-student' }, { by: null });
    await world.api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${set.id}/approve`);
    const [first] = (await seenBy('mia')).data;
    expect(first).toMatchObject({ id: set.id, user_id: null });
  });

  test('a learner lists the published lessons of their classes, without anything of the pipeline', async () => {
    const set = await world.makeExerciseSet();
    const ofMia = async (query = {}) => (await world.api.as('mia').get('/api/v1/lessons').query(query)).body;
    expect((await ofMia()).lessons.map((lesson: { id: string }) => lesson.id)).not.toContain(set.zoom_summary_id);
    await world.api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${set.id}/approve`);
    const { flashcards } = set.exercises;
    const [lesson] = (await ofMia({ class_id: 'b1', limit: 1 })).lessons;
    expect(lesson).toEqual({
      id: set.zoom_summary_id,
      recording_id: set.recording_id,
      topic: set.title,
      started_at: '2026-11-20T09:00:00.000Z',
      class_id: 'b1',
      exercise_set_id: set.id,
      counts: expect.objectContaining({ flashcards: flashcards.length }),
    });
    expect((await ofMia({ class_id: 'c2' })).lessons).toEqual([]);
    expect((await world.api.as('tom').get('/api/v1/lessons')).body).toMatchObject({ count: 0, lessons: [] });
  });

  test('in trusted mode the user in the path is the caller, and no other', async () => {
    for (const path of ['progress', 'mistakes']) {
      expect((await world.api.agent.get(`/api/v1/${path}/mia`)).status).toBe(200);
      expect((await world.api.as('tom').get(`/api/v1/${path}/mia`)).status).toBe(403);
      expect((await world.api.agent.get(`/api/v1/${path}/mia?user_id=tom`)).status).toBe(403);
    }
  });
});
