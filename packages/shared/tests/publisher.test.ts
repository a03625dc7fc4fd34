import { connect } from '@tulkka/shared/database';
import {
  connectSupabase,
  ExerciseSetStore,
  type Lesson,
  LessonStore,
  type NewExerciseSet,
} from '@tulkka/shared/lessons';
import { Publisher } from '@tulkka/shared/publishing';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { startTestSupabase, type TestSupabase } from '../../../tests/harness/test-supabase.ts';
import { exercisesAbout } from './operations/learner-data.ts';
import { keepLines } from './zoom/harness.ts';

onEveryDatabase((database, dialect) => {
  let supabase: TestSupabase;
  let sets: ExerciseSetStore;
  let lessons: LessonStore;
  beforeAll(async () => {
    supabase = await startTestSupabase();
    const connection = connectSupabase(supabase.url, supabase.key);
    sets = new ExerciseSetStore(connection);
    lessons = new LessonStore(connection);
  }, 60_000);
  afterAll(() => supabase.close());

  const addApproved = async (recording: string, cues: Lesson['cues'] = null): Promise<string> => {
    const { lesson } = await lessons.add({
      cues,
      recording_id: recording,
      source: 'inbox',
      topic: recording,
      started_at: '2026-11-20T09:00:00.000Z',
      status: 'completed',
      resume_status: 'pending_processing',
    });
    const set: NewExerciseSet = {
      recording_id: recording,
      zoom_summary_id: lesson.id,
      class_id: 'class-1',
      teacher_id: 'teacher',
      user_id: 'learner',
      lesson_number: 1,
      title: recording,
      prompt_version: null,
      status: 'approved',
      exercises: exercisesAbout('harbour'),
    };
    return (await sets.add(set)).set.id;
  };

  test('of what was approved and left behind, one that cannot be published holds up no other', async () => {
    const { db } = database();
    const poisoned = "new.recording_id = 'poison'";
    await db.raw(
      dialect === 'sqlite'
        ? `create trigger poison before insert on publications when ${poisoned} begin select raise(abort, 'poison'); end`
        : `create trigger poison before insert on publications for each row
           begin if ${poisoned} then signal sqlstate '45000' set message_text = 'poison'; end if; end`,
    );
    const ids = [await addApproved('before'), await addApproved('poison'), await addApproved('after')];
    const log = keepLines();
    const publisher = new Publisher(db, sets);
    await publisher.finishApproved(log);
    const states = await Promise.all(ids.map(async (id) => (await sets.get(id)).status));
    expect(states).toEqual(['published', 'approved', 'published']);
    expect(await db('publications').orderBy('recording_id').pluck('recording_id')).toEqual(['after', 'before']);
    expect(log.lines).toMatchObject([{ level: 'error', fields: { exercise_set_id: ids[1] } }]);

    await db.raw('drop trigger poison');
    await publisher.finishApproved(log);
    expect((await sets.get(ids[1] ?? '')).status).toBe('published');
    expect(log.lines).toHaveLength(1);
  });

  test('what is published keeps what was said, and when', async () => {
    const { db } = database();
    const at = new Date();
    await db('classes').insert({ id: 'class-1', name: 'One', auto_approve: false, created_at: at, updated_at: at });
    await db('class_students').insert({ class_id: 'class-1', user_id: 'learner', created_at: at });
    const said = { end_ms: null, speaker: null };
    const id = await addApproved('said', [
      { ...said, start_ms: 2000, text: 'Where did you go?' },
      { ...said, start_ms: 5500, text: 'I went to' },
      { ...said, start_ms: 9000, text: 'harbour.' },
    ]);
    await new Publisher(db, sets).publish(await sets.get(id));
    const words = await db('words').whereNotNull('source_quote').select('source_quote', 'source_ms');
    expect(words).toMatchObject([{ source_quote: 'I went to harbour.', source_ms: 5500 }]);
  });

  test('who said it is kept as teacher or learner, and the learner of a one-to-one lesson by their id', async () => {
    const { db } = database();
    const said = (speaker: string, text: string) => ({ start_ms: 1000, end_ms: null, speaker, text });
    const explains = ['A quay is a place for ships.', 'A mast is a pole.'];
    const cues = [...explains.map((text) => said('Maya', text)), said('Leo', 'I went to harbour.')];
    const vocabulary = explains.map((quote) => ({ term: 't', part_of_speech: 'noun', definition: 'd', quote }));
    const publish = async (recording: string, spoken: Lesson['cues']) => {
      const set = await sets.get(await addApproved(recording, spoken));
      const analysis = { ...set.exercises.analysis, vocabulary };
      await new Publisher(db, sets).publish({ ...set, exercises: { ...set.exercises, analysis } });
      const item = await db('cloze_items').where({ recording_id: recording }).first('source_by');
      const publication = await db('publications').where({ recording_id: recording }).first('learner_id');
      return { ...item, ...publication };
    };
    const students = () => db('class_students').where({ class_id: 'class-1' });
    expect(await students().pluck('user_id')).toEqual(['learner']);
    expect(await publish('one-to-one', cues)).toEqual({ source_by: 'student', learner_id: 'learner' });
    expect(await publish('three-voices', [...cues, said('Ben', 'Hello.')])).toEqual({
      source_by: 'student',
      learner_id: null,
    });
    expect(
      await publish(
        'no-labels',
        cues.map((cue) => ({ ...cue, speaker: null })),
      ),
    ).toEqual({
      source_by: null,
      learner_id: null,
    });
    await db('class_students').insert({ class_id: 'class-1', user_id: 'second', created_at: new Date() });
    expect(await publish('two-students', cues)).toEqual({ source_by: 'student', learner_id: null });
    await students().where({ user_id: 'second' }).delete();
  });

  if (dialect === 'sqlite') return;

  test('a games database that is away is no fault of the sets', async () => {
    const { games, password } = database();
    const id = await addApproved('while-away');
    const away = connect({ ...games, port: 1 } as typeof games, password);
    const log = keepLines();
    await expect(new Publisher(away, sets).finishApproved(log)).rejects.toThrow(/ECONNREFUSED/);
    expect([(await sets.get(id)).status, log.lines]).toEqual(['approved', []]);
    await away.destroy();
  });
});
