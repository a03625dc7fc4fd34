import type { ExerciseSet } from '@tulkka/shared/lessons';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { exampleExercises } from './example-lesson.ts';
import { createWorld, type World } from './world.ts';

onEveryDatabase((database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(database());
  }, 90_000);
  afterAll(() => world.close());

  const teacher = () => world.api.as('ms-lee', 'teacher');
  const regenerate = (set: Pick<ExerciseSet, 'id' | 'revision'>, more = {}) =>
    teacher()
      .post(`/api/v1/exercises/${set.id}/regenerate`)
      .send({ revision: set.revision, ...more });
  const idsOf = ({ exercises }: Pick<ExerciseSet, 'exercises'>): (string | undefined)[] =>
    [exercises.flashcards, exercises.spelling, exercises.fill_in_blank, exercises.grammar, exercises.sentence_builder]
      .flat()
      .map(({ id }) => id);

  test('what a teacher changed stays, what they left out stays out, and the rest is made anew', async () => {
    const set = await world.makeExerciseSet();
    const [{ id: changed = '' } = {}] = set.exercises.grammar;
    const [{ id: untouched = '' } = {}] = set.exercises.spelling;
    const at = (id: string) => `/api/v1/exercises/${set.id}/items/${id}`;
    const { body: first } = await teacher()
      .patch(at(changed))
      .send({ revision: set.revision, item: { hint: 'Think of the time.' } })
      .expect(200);
    const { body: made } = await regenerate({ id: set.id, revision: first.revision }).expect(200);
    expect(made.data).toMatchObject({ revision: first.revision + 1, status: 'pending_review' });
    expect(made.data.exercises.grammar).toContainEqual(
      expect.objectContaining({ id: changed, hint: 'Think of the time.' }),
    );
    // Nobody had it in hand, and the rules make another one now.
    expect(made.data.exercises.spelling).not.toContainEqual(exampleExercises.spelling[0]);
    expect(idsOf(made.data)).not.toContain(untouched);
    const fresh = idsOf(made.data).find((id) => id !== undefined && id !== changed) ?? '';
    expect(fresh).not.toBe('');
    const { body: left } = await teacher().delete(at(fresh)).query({ revision: made.data.revision }).expect(200);
    const { body: again } = await regenerate({ id: set.id, revision: left.revision }).expect(200);
    expect(idsOf(again.data)).not.toContain(fresh);
    expect(idsOf(again.data)).toContain(changed);
    const { body: history } = await teacher().get(`/api/v1/exercises/${set.id}/history`).expect(200);
    expect(history.data[0]).toMatchObject({ what: 'regenerated', by: 'ms-lee', items: [] });
    expect(history.data.find(({ what }: { what: string }) => what === 'regenerated')).toBeDefined();
  });

  test('a published set is touched only when that is said; then all it has stays, and learners get what is new', async () => {
    const set = await world.makeExerciseSet();
    const { body: approved } = await teacher().post(`/api/v1/exercises/${set.id}/approve`).send({}).expect(200);
    const { body: refused } = await regenerate(approved.data).expect(409);
    expect(refused.detail).toContain('published: true');
    const before = await items(set.recording_id);
    const { body: made } = await regenerate(approved.data, { published: true }).expect(200);
    expect(made.data.status).toBe('published');
    expect(idsOf(made.data)).toEqual(expect.arrayContaining(idsOf(approved.data)));
    expect(made.data.total_exercises).toBeGreaterThan(approved.data.total_exercises);
    const after = await items(set.recording_id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('a set that nobody approved, because its class publishes by itself, keeps what learners have', async () => {
    const { sets, publisher } = world.api.context.lessonParts();
    const { id: _, recording_id, ...like } = await world.makeExerciseSet();
    const { zoom_summary_id, class_id, teacher_id, user_id, lesson_number, title, exercises, prompt_version } = like;
    const owner = { zoom_summary_id, class_id, teacher_id, user_id, lesson_number, title, exercises, prompt_version };
    const { set } = await sets.add({ ...owner, recording_id: `${recording_id}-auto`, status: 'approved' });
    const published = await publisher.publish(set);
    expect(published.trail.map(({ what }) => what)).toEqual(['published']);
    const before = await items(set.recording_id);
    const { body: made } = await regenerate(published, { published: true }).expect(200);
    expect(idsOf(made.data)).toEqual(expect.arrayContaining(idsOf(published)));
    expect(await items(set.recording_id)).toEqual(expect.arrayContaining(before));
  });

  test('what is made and cannot be played is left out, and the report of quality says why', async () => {
    const set = await world.makeExerciseSet();
    const { body: approved } = await teacher().post(`/api/v1/exercises/${set.id}/approve`).send({}).expect(200);
    const endless = 'because it is '.repeat(200);
    const generation = new Proxy(world.api.context.generation, {
      get: (target, name) =>
        name !== 'generate'
          ? Reflect.get(target, name)
          : async (request: Parameters<typeof target.generate>[0]) => {
              const made = await target.generate(request);
              const [card] = exampleExercises.flashcards;
              const flashcards = [...made.exercises.flashcards, { ...card, word: 'customs', definition: endless }];
              return { ...made, exercises: { ...made.exercises, flashcards } };
            },
    });
    const api = await world.another({ overrides: { generation } });
    const { body: made } = await api
      .as('ms-lee', 'teacher')
      .post(`/api/v1/exercises/${set.id}/regenerate`)
      .send({ revision: approved.data.revision, published: true });
    await api.close();
    expect(made.data.status).toBe('published');
    expect(idsOf(made.data)).toEqual(expect.arrayContaining(idsOf(approved.data)));
    expect(made.data.total_exercises).toBe(idsOf(made.data).length);
    expect(made.data.exercises.flashcards.map(({ word }: { word: string }) => word)).not.toContain('customs');
    expect(made.data.exercises.quality.dropped).toContainEqual({
      kind: 'flashcards',
      what: 'customs',
      reason: `Its definition has ${endless.length} characters; at most 2000 are taken.`,
    });
  });

  test('an older revision and a rejected set are refused', async () => {
    const set = await world.makeExerciseSet();
    const { body: late } = await regenerate({ ...set, revision: set.revision + 1 }).expect(409);
    expect(late.revision).toBe(set.revision);
    await teacher().post(`/api/v1/exercises/${set.id}/reject`).send({ reason: 'No.' }).expect(200);
    const { body: rejected } = await regenerate({ ...set, revision: set.revision + 1 }).expect(409);
    expect(rejected.detail).toContain('/reopen');
  });

  const items = async (recordingId: string): Promise<string[]> => {
    const { body } = await world.api.as('mia').get(`/api/v1/recordings/${recordingId}/items`).expect(200);
    return body.items.map(({ item_id }: { item_id: string }) => item_id);
  };
});
