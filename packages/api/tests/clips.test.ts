import { quoteKey } from '@tulkka/shared/clips';
import { ClipRepository, RecordingAudioRepository } from '@tulkka/shared/repositories';
import { listen } from '../../../tests/harness/lesson-sound.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { exampleExercises } from './example-lesson.ts';
import { createWorld, type World } from './world.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase('sqlite');
  world = await createWorld(database);
}, 90_000);
afterAll(async () => {
  await world.close();
  await database.drop();
});

const teacher = () => world.api.as('ms-lee', 'teacher');
const clips = '/api/v1/clips';
const hear = async (id: string, userId = 'mia') =>
  world.api
    .as(userId)
    .get(`${clips}/${id}`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

test('a clip is heard whole and in parts, and kept by the browser alone', async () => {
  const { id } = await world.makeClip();
  const whole = await hear(id);
  expect([whole.status, whole.type]).toEqual([200, 'audio/wav']);
  expect(listen(whole.body, [700]).msOf[700]).toBeGreaterThan(1800);
  expect(whole.headers).toMatchObject({
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${id}"`,
    'accept-ranges': 'bytes',
    'content-length': String(whole.body.length),
  });
  const mia = world.api.as('mia');
  const part = await mia.get(`${clips}/${id}`).set('Range', 'bytes=0-3');
  expect([part.status, part.headers['content-range'], part.body.toString()]).toEqual([
    206,
    `bytes 0-3/${whole.body.length}`,
    'RIFF',
  ]);
  expect((await mia.get(`${clips}/${id}`).set('Range', 'bytes=9999999-')).status).toBe(416);
  const head = await mia.head(`${clips}/${id}`);
  expect([head.status, head.headers['content-length']]).toEqual([200, String(whole.body.length)]);
  expect((await mia.get(`${clips}/${id}`).set('If-None-Match', `"${id}"`)).status).toBe(304);
});

test('a learner’s voice is heard by that learner and the teacher, and nobody else', async () => {
  const { id, recordingId } = await world.makeClip();
  await database.db('clips').where({ id }).update({ said_by: 'student' });
  await database.db('class_students').insert({ class_id: 'b1', user_id: 'another-learner', created_at: new Date() });
  await database.db('publications').where({ recording_id: recordingId }).update({ learner_id: 'mia' });
  expect((await hear(id)).status).toBe(200);
  expect((await hear(id, 'another-learner')).status).toBe(404);
  expect((await teacher().get(`${clips}/${id}`)).status).toBe(200);
  // In a group nobody can tell whose it is.
  await database.db('publications').where({ recording_id: recordingId }).update({ learner_id: null });
  expect((await hear(id)).status).toBe(404);
  await database.db('clips').where({ id }).update({ said_by: null });
  expect((await hear(id)).status).toBe(404);
  await database.db('class_students').where({ user_id: 'another-learner' }).delete();
});

test('a lesson’s report says why its sound gave no clips, and what to do', async () => {
  const { setId, recordingId } = await world.makeClip();
  const { body } = await teacher().get(`/api/v1/exercises/${setId}`);
  const reportOf = async () =>
    (await teacher().get(`/api/v1/lessons/${body.data.lesson_id}`).expect(200)).body.lesson.report;
  expect(await reportOf()).not.toHaveProperty('sound');
  const audio = `recordings/${setId}.wav`;
  const recordings = new RecordingAudioRepository(database.db);
  await recordings.noteProblems(recordingId, new Map([[audio, 'unreadable']]));
  expect((await reportOf()).sound).toEqual({
    problem: 'unreadable',
    detail: expect.stringMatching(/cannot be read: the file is cut off.*Upload it again as m4a, mp3 or wav/),
  });
  await recordings.noteProblems(recordingId, new Map([[audio, null]]));
  expect(await reportOf()).not.toHaveProperty('sound');
});

test('before its exercises are published a clip is the teacher’s alone', async () => {
  const { id, recordingId } = await world.makeClip();
  await database
    .db('publications')
    .where({ recording_id: recordingId })
    .update({ recording_id: `${recordingId}-later` });
  expect((await hear(id)).status).toBe(404);
  expect((await teacher().get(`${clips}/${id}`)).status).toBe(200);
});

test('items say what of them can be heard', async () => {
  const { id, recordingId } = await world.makeClip();
  const { body } = await world.api.as('mia').get(`/api/v1/recordings/${recordingId}/items`);
  const card = body.items.find((item: { text: string }) => item.text === 'boarding pass');
  expect(card).toMatchObject({ clip_id: id, own_clip_id: null });
  const own = await ownClip(recordingId, id);
  await database.db('publications').where({ recording_id: recordingId }).update({ learner_id: 'mia' });
  const again = await world.api.as('mia').get(`/api/v1/recordings/${recordingId}/items`);
  const question = again.body.items.find((item: { game_type: string }) => item.game_type === 'grammar_challenge');
  expect(question).toMatchObject({ clip_id: null, own_clip_id: own });
  const lesson = again.body.play.find((play: { game_type: string }) => play.game_type === 'grammar_challenge');
  const session = await world.api
    .as('mia')
    .post('/api/v1/sessions/start?include=items')
    .send({ game_type: 'grammar_challenge', mode: 'lesson', reference_id: lesson.reference_id });
  expect(session.body.items).toMatchObject([
    { clip_id: null, own_clip_id: own, quote: question.quote, said_by: question.said_by, lesson: { class_id: 'b1' } },
  ]);
  expect(typeof question.quote).toBe('string');
});

test('by ear the teacher’s clip is played where it holds just what is to be typed', async () => {
  const { id, recordingId } = await world.makeClip();
  const clip = await sayAgain(recordingId, id, 'teacher', exampleExercises.fill_in_blank[0]?.source_quote ?? '');
  const byEar = async (game_type: string, listen = true) => {
    const { body } = await world.api.as('mia').get(`/api/v1/recordings/${recordingId}/items`);
    const play = body.play.find((one: { game_type: string }) => one.game_type === game_type);
    const session = await world.api
      .as('mia')
      .post('/api/v1/sessions/start?include=items')
      .send({ game_type, mode: play.mode, reference_id: play.reference_id, listen });
    // the order of the items is by chance, and other words of the lesson have another clip
    const { items } = session.body;
    return items.find((item: { clip_id: string | null }) => item.clip_id === clip) ?? items[0];
  };
  expect(await byEar('advanced_cloze')).toMatchObject({ clip_id: clip, listen_clip_id: clip });
  expect(await byEar('advanced_cloze', false)).not.toHaveProperty('listen_clip_id');
  // The sentence to build is part of what was said, and a word is a word of it.
  expect(await byEar('sentence_builder')).toMatchObject({ clip_id: clip, listen_clip_id: null });
  expect(await byEar('spelling_bee')).toMatchObject({ clip_id: clip, listen_clip_id: null });
  // So long a clip goes on after the sentence.
  await database.db('clips').where({ id: clip }).update({ end_ms: 9000 });
  expect(await byEar('advanced_cloze')).toMatchObject({ clip_id: clip, listen_clip_id: null });
  await database.db('clips').where({ id: clip }).update({ end_ms: 4000, said_by: 'student' });
  expect(await byEar('advanced_cloze')).toMatchObject({ listen_clip_id: null });
});

/** A clip of the learner's voice in the sentence that the other items quote. */
const ownClip = (recordingId: string, like: string): Promise<string> =>
  sayAgain(recordingId, like, 'student', exampleExercises.grammar[0]?.source_quote ?? '');

/** A clip like another one, of another quote. */
async function sayAgain(
  recordingId: string,
  like: string,
  said_by: 'teacher' | 'student',
  quote: string,
): Promise<string> {
  const repository = new ClipRepository(database.db);
  const found = await repository.find(like);
  if (!found) throw new Error('The clip is there.');
  const { learner_id, is_published, ...clip } = found;
  const id = `${like.slice(0, 30)}${said_by}`;
  await repository.add({ ...clip, id, recording_id: recordingId, quote_key: quoteKey(quote), said_by });
  return id;
}

test('a teacher shifts the ends: another cut under another id', async () => {
  const { id, setId } = await world.makeClip();
  const shifted = await teacher().patch(`${clips}/${id}`).send({ start_ms: 1500, end_ms: 3500 });
  expect(shifted.body).toMatchObject({ said_by: 'teacher', start_ms: 1500, end_ms: 3500 });
  expect(shifted.body.id).not.toBe(id);
  expect((await hear(id)).status).toBe(404);
  const heard = listen((await hear(shifted.body.id)).body, [700]);
  expect(heard.msOf[700]).toBeLessThan(1750);
  const { body } = await teacher().get(`/api/v1/exercises/${setId}/clips`);
  expect(body.data).toEqual([
    expect.objectContaining({
      id: shifted.body.id,
      role: 'quote',
      quote: exampleExercises.flashcards[0]?.source_quote,
    }),
  ]);
});

test.each([
  ['too long', { end_ms: 16_000 }, 'end_ms'],
  ['too short', { start_ms: 3800 }, 'start_ms'],
  ['behind the end of the recording', { start_ms: 19_000, end_ms: 23_000 }, 'end_ms'],
])('a cut that would be %s is refused at its field', async (_, change, path) => {
  const { id } = await world.makeClip();
  const { status, body } = await teacher().patch(`${clips}/${id}`).send(change);
  expect(status).toBe(400);
  expect(body.errors.map((error: { path: string }) => error.path)).toEqual([path]);
  expect((await hear(id)).status).toBe(200);
});

test('without its recording a clip is heard, and not cut anew', async () => {
  const { id, recordingId } = await world.makeClip();
  await database.db('recording_audio').where({ recording_id: recordingId }).delete();
  const { body } = await teacher().patch(`${clips}/${id}`).send({ end_ms: 4500 });
  expect(body).toMatchObject({ code: 'conflict' });
  expect((await hear(id)).status).toBe(200);
});

test('a clip that was removed is gone, its sound too, and its place stays empty', async () => {
  const { id, recordingId } = await world.makeClip();
  const repository = new ClipRepository(database.db);
  const before = await repository.find(id);
  expect((await teacher().delete(`${clips}/${id}`)).status).toBe(200);
  expect((await hear(id)).status).toBe(404);
  expect(await world.api.context.audioStore.sizeOf(before?.audio_name ?? '')).toBeUndefined();
  expect((await repository.listKeys(recordingId)).has(before?.quote_key ?? '')).toBe(true);
  expect((await teacher().delete(`${clips}/${id}`)).status).toBe(404);
});
