import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { removeOutdatedAudio } from '@tulkka/shared/audio-retention';
import { StorageAudioStore } from '@tulkka/shared/audio-storage';
import { FolderAudioStore } from '@tulkka/shared/audio-store';
import { DependencyUnavailableError } from '@tulkka/shared/errors';
import { onEveryDatabase } from '../../../tests/harness/test-databases.ts';
import { startSupabaseStorage } from '../../../tests/vendors/supabase-storage.ts';
import { createApp } from '../src/app.ts';
import { routes } from '../src/routes/index.ts';
import type { TestApi } from './test-api.ts';
import { createWorld, type World } from './world.ts';

const partSize = 8 * 1024 * 1024;
const day = 86_400_000;

/** A store that goes away at a certain call, counted from when it is told so. */
class MoodyStore extends FolderAudioStore {
  /** How many more calls it answers before it refuses one. */
  left = Number.POSITIVE_INFINITY;
  /** Waited for before a whole recording is stored. */
  gate: Promise<void> = Promise.resolve();

  override async put(name: string, content: Readable): Promise<void> {
    this.answerOrNot();
    if (name.startsWith('recordings/')) await this.gate;
    await super.put(name, content);
  }

  override async read(name: string): Promise<Readable> {
    this.answerOrNot();
    return super.read(name);
  }

  override async delete(names: readonly string[]): Promise<void> {
    this.answerOrNot();
    await super.delete(names);
  }

  private answerOrNot(): void {
    if (--this.left === 0) throw new DependencyUnavailableError('The store for sound is away.');
  }
}

onEveryDatabase((database) => {
  let world: World;
  let folder: string;
  let store: MoodyStore;
  /** Two web processes on the same databases and the same store. */
  let apis: [TestApi, TestApi];
  beforeAll(async () => {
    world = await createWorld(database());
    folder = mkdtempSync(join(tmpdir(), 'tulkka-uploads-'));
    store = new MoodyStore(folder);
    const another = () => world.another({ overrides: { audioStore: store } });
    apis = [await another(), await another()];
  }, 90_000);
  afterAll(async () => {
    for (const api of apis ?? []) await api.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const teacher = (at: 0 | 1 = 0) => apis[at].as('ms-lee', 'teacher');
  const begin = async (content: Buffer, more: object = {}, status = 201) =>
    (
      await teacher()
        .post('/api/v1/uploads')
        .send({ name: 'B1 on Friday.m4a', size: content.length, class_id: 'b1', ...more })
        .expect(status)
    ).body.upload;
  const put = (id: string, part: number, bytes: Buffer, at: 0 | 1 = 0) =>
    teacher(at).put(`/api/v1/uploads/${id}/parts/${part}`).set('Content-Type', 'application/octet-stream').send(bytes);
  const sendAll = async (id: string, content: Buffer): Promise<void> => {
    for (let part = 1; (part - 1) * partSize < content.length; part += 1) {
      await put(id, part, content.subarray((part - 1) * partSize, part * partSize), part % 2 === 0 ? 1 : 0).expect(200);
    }
  };
  const finish = (id: string, at: 0 | 1 = 0) => teacher(at).post(`/api/v1/uploads/${id}/finish`).send({});
  const filesIn = (of: string): string[] => {
    try {
      return readdirSync(join(folder, of)).sort();
    } catch {
      return [];
    }
  };
  const sha256 = (content: Buffer) => createHash('sha256').update(content);
  const countLessons = async () => (await teacher().get('/api/v1/lessons')).body.pagination.total;

  test('parts that came in any order and to any process become the lesson that the whole file would be', async () => {
    const content = randomBytes(2 * partSize + 5);
    const upload = await begin(content, { topic: 'Airports', lesson_number: 7 });
    expect(upload).toMatchObject({ part_size: partSize, parts: [], lesson_id: null });
    await put(upload.id, 3, content.subarray(2 * partSize), 1).expect(200);
    await put(upload.id, 1, content.subarray(0, partSize)).expect(200);
    const early = await finish(upload.id);
    expect([early.status, early.headers['retry-after'], early.body.detail]).toEqual([
      409,
      undefined,
      expect.stringContaining('1 of 3 parts are missing: send 2'),
    ]);
    expect((await teacher(1).get(`/api/v1/uploads/${upload.id}`)).body.upload.parts).toEqual([1, 3]);
    for (let times = 0; times < 2; times += 1) await put(upload.id, 2, content.subarray(partSize, 2 * partSize), 1);

    const made = await finish(upload.id, 1);
    const hash = sha256(content).digest('hex');
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(`/api/v1/lessons/${made.body.lesson.id}`);
    expect(made.body.lesson).toMatchObject({
      recording_id: `file:${hash}`,
      topic: 'Airports',
      class_id: 'b1',
      teacher_id: 'ms-lee',
      status: 'pending_transcript',
      source: 'upload',
    });
    expect(readFileSync(join(folder, 'recordings', `${hash}.m4a`)).equals(content)).toBe(true);
    expect(filesIn('uploads')).toEqual([]);

    const again = await finish(upload.id);
    expect([again.status, again.body.lesson.id]).toEqual([200, made.body.lesson.id]);
    expect((await put(upload.id, 1, content.subarray(0, partSize))).status).toBe(409);
    const whole = await teacher().post('/api/v1/lessons').field('class_id', 'b1').attach('file', content, 'again.m4a');
    expect([whole.status, whole.body.lesson.id]).toEqual([200, made.body.lesson.id]);
  });

  test('the same file begun again goes on where it was; another file, class or person begins anew', async () => {
    const content = randomBytes(partSize + 1);
    const fingerprint = `lesson/${content.length}/${Date.now()}`;
    const first = await begin(content, { fingerprint });
    await put(first.id, 2, content.subarray(partSize)).expect(200);
    expect(await begin(content, { fingerprint }, 200)).toMatchObject({ id: first.id, parts: [2] });
    expect((await begin(content)).id).not.toBe(first.id);
    expect((await begin(content, { fingerprint: 'another' })).id).not.toBe(first.id);
    const kim = apis[0].as('mr-kim', 'teacher');
    const body = { name: 'B1 on Friday.m4a', size: content.length, class_id: 'c2', fingerprint };
    expect((await kim.post('/api/v1/uploads').send(body).expect(201)).body.upload.id).not.toBe(first.id);
    expect((await kim.get(`/api/v1/uploads/${first.id}`)).status).toBe(404);
  });

  test('a part of a wrong length or digest is refused with its remedy, and stores nothing', async () => {
    const content = randomBytes(1000);
    const { id } = await begin(content);
    const digest = (of: Buffer) => `sha-256=:${sha256(of).digest('base64')}:`;
    for (const bytes of [content.subarray(1), Buffer.concat([content, content])]) {
      const { status, body } = await put(id, 1, bytes);
      expect([status, body.errors]).toEqual([400, [{ path: 'body', message: expect.stringContaining('1000 bytes') }]]);
    }
    const wrong = await put(id, 1, content).set('Content-Digest', digest(Buffer.from('other')));
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'Content-Digest']);
    expect((await put(id, 1, content).set('Content-Digest', 'sha-256=abc')).status).toBe(400);
    expect((await put(id, 2, content)).body.errors).toEqual([{ path: 'part', message: 'must be at most 1' }]);
    expect(filesIn('uploads').filter((name) => name.startsWith(id))).toEqual([]);
    await put(id, 1, content)
      .set('Content-Digest', `md5=:${'a'.repeat(22)}==:, ${digest(content)}`)
      .expect(200);
  });

  test('a part whose line is cut leaves nothing, and may be sent again', async () => {
    const content = randomBytes(300_000);
    const { id } = await begin(content);
    const server = createServer(createApp(apis[0].context, routes));
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const cut = request({
        port,
        method: 'PUT',
        path: `/api/v1/uploads/${id}/parts/1`,
        headers: { 'X-User-Id': 'ms-lee', 'X-User-Role': 'teacher', 'Content-Length': content.length },
      });
      cut.on('error', () => resolve());
      cut.write(content.subarray(0, 100_000), () => cut.destroy(new Error('the line is cut')));
    });
    await new Promise((resolve) => server.close(resolve));
    expect((await teacher().get(`/api/v1/uploads/${id}`)).body.upload.parts).toEqual([]);
    await put(id, 1, content).expect(200);
    await finish(id).expect(201);
  });

  test('what is no recording, or too large, or for nobody’s class is refused before anything is sent', async () => {
    const ask = (body: object) =>
      teacher()
        .post('/api/v1/uploads')
        .send({ name: 'a.m4a', size: 1, class_id: 'b1', ...body });
    expect((await ask({ name: 'a.vtt' })).body.errors).toEqual([
      { path: 'name', message: expect.stringContaining('POST /api/v1/lessons') },
    ]);
    expect((await ask({ size: 2_200_000_001 })).body.code).toBe('payload_too_large');
    expect((await ask({ size: 0 })).status).toBe(400);
    expect((await ask({ class_id: 'c2' })).status).toBe(403);
    const admin = apis[0].as('root', 'admin').post('/api/v1/uploads');
    const { body } = await admin.send({ name: 'a.m4a', size: 1, class_id: 'none' });
    expect(body.errors[0].path).toBe('class_id');
  });

  test('two who finish at once make one lesson; who comes second is told to ask again', async () => {
    const content = randomBytes(partSize + 9);
    const { id } = await begin(content);
    await sendAll(id, content);
    const before = await countLessons();
    let open = (): void => undefined;
    store.gate = new Promise((resolve) => {
      open = resolve;
    });
    const first = finish(id, 0).then((answer) => answer);
    // The second comes when the first has the parts: it would wait at the gate itself if it were quicker.
    const isJoining = async () => (await database().db('uploads').where({ id }).first('joining_until')).joining_until;
    while ((await isJoining()) === null) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = await finish(id, 1);
    expect([second.status, Number(second.headers['retry-after'])]).toEqual([409, 2]);
    open();
    const made = await first;
    expect(made.status).toBe(201);
    expect((await finish(id, 1)).body.lesson.id).toBe(made.body.lesson.id);
    expect(await countLessons()).toBe(before + 1);
  });

  test('at whichever call of the store finishing breaks off, done again it makes the one lesson', async () => {
    const answers: number[] = [];
    for (let call = 1; ; call += 1) {
      const content = randomBytes(partSize + 9);
      const { id } = await begin(content);
      await sendAll(id, content);
      const before = await countLessons();
      store.left = call;
      answers.push((await finish(id)).status);
      const brokeOff = store.left <= 0;
      store.left = Number.POSITIVE_INFINITY;
      const { status, body } = await finish(id, 1);
      const hash = sha256(content).digest('hex');
      expect([status, body.lesson.recording_id]).toEqual([answers.at(-1) === 201 ? 200 : 201, `file:${hash}`]);
      expect(await countLessons()).toBe(before + 1);
      expect(readFileSync(join(folder, 'recordings', `${hash}.m4a`)).equals(content)).toBe(true);
      if (!brokeOff) break;
    }
    // Two parts are read twice, one recording is stored; that parts cannot be removed keeps nobody from the lesson.
    expect(answers).toEqual([503, 503, 503, 503, 503, 201, 201]);
  });

  test('a finish whose process died is taken up when its lease ran out', async () => {
    const content = randomBytes(2000);
    const { id } = await begin(content);
    await sendAll(id, content);
    await database()
      .db('uploads')
      .where({ id })
      .update({ joining_until: new Date(Date.now() + 60_000) });
    expect((await finish(id)).status).toBe(409);
    await database()
      .db('uploads')
      .where({ id })
      .update({ joining_until: new Date(Date.now() - 1) });
    expect((await finish(id)).status).toBe(201);
  });

  test('a part that the store lost is asked for again', async () => {
    const content = randomBytes(partSize + 3);
    const { id } = await begin(content);
    await sendAll(id, content);
    rmSync(join(folder, 'uploads', `${id}.2`));
    const lost = await finish(id);
    expect([lost.status, lost.headers['retry-after'], lost.body.detail]).toEqual([
      409,
      undefined,
      expect.stringContaining('Part 2 has to be sent again'),
    ]);
    expect((await teacher().get(`/api/v1/uploads/${id}`)).body.upload.parts).toEqual([1]);
    await put(id, 2, content.subarray(partSize)).expect(200);
    await finish(id).expect(201);
  });

  test('hosted Storage takes parts like a folder; what it will not hold whole waits for a higher limit', async () => {
    const storage = await startSupabaseStorage({ fileSizeLimit: partSize + 1 });
    const hosted = await world.another({
      overrides: { audioStore: new StorageAudioStore(storage.url, storage.state.key) },
    });
    const lee = hosted.as('ms-lee', 'teacher');
    const content = randomBytes(partSize + 2);
    const { id } = await begin(content);
    const send = (part: number, bytes: Buffer) =>
      lee.put(`/api/v1/uploads/${id}/parts/${part}`).set('Content-Type', 'application/octet-stream').send(bytes);
    const rest = content.subarray(partSize);
    const wrong = await send(2, rest).set('Content-Digest', `sha-256=:${sha256(content).digest('base64')}:`);
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'Content-Digest']);
    expect(Object.keys(storage.state.files)).toEqual([]);
    await send(1, content.subarray(0, partSize)).expect(200);
    await send(2, rest).expect(200);
    const refused = await lee.post(`/api/v1/uploads/${id}/finish`).send({});
    expect([refused.status, refused.body.detail]).toEqual([502, expect.stringContaining('raise the file size limit')]);
    storage.state.fileSizeLimit = 2 * partSize;
    await lee.post(`/api/v1/uploads/${id}/finish`).send({}).expect(201);
    const stored = Object.entries(storage.state.files).map(([name, file]) => [name, file.content.equals(content)]);
    expect(stored).toEqual([[`lesson-audio/recordings/${sha256(content).digest('hex')}.m4a`, true]]);
    await hosted.close();
    await storage.close();
  });

  test('a part costs few trips to the database, and looking what is there fewer', async () => {
    const content = randomBytes(100);
    const { id } = await begin(content);
    const counted = async (work: () => PromiseLike<unknown>): Promise<number> => {
      let trips = 0;
      const count = (): void => {
        trips += 1;
      };
      database().db.on('query', count);
      await work();
      database().db.off('query', count);
      return trips;
    };
    expect(await counted(() => put(id, 1, content).expect(200))).toBeLessThanOrEqual(5);
    expect(await counted(() => teacher().get(`/api/v1/uploads/${id}`).expect(200))).toBe(2);
  });

  test('one who lost the class meanwhile makes no lesson in it', async () => {
    const content = randomBytes(100);
    const admin = apis[0].as('root', 'admin');
    await admin.post('/api/v1/classes').send({ id: 'passing', name: 'Passing', teacher_id: 'ms-lee' });
    const { id } = await begin(content, { class_id: 'passing' });
    await sendAll(id, content);
    await admin.patch('/api/v1/classes/passing').send({ teacher_id: 'mr-kim' });
    expect((await finish(id)).status).toBe(403);
  });

  test('one that is given up, or that nobody goes on with for a day, leaves neither rows nor files', async () => {
    const content = randomBytes(500);
    const [given, left, ours] = [await begin(content), await begin(content), await begin(content)];
    for (const { id } of [given, left, ours]) await sendAll(id, content);
    await teacher().delete(`/api/v1/uploads/${given.id}`).expect(200);
    expect((await teacher().get(`/api/v1/uploads/${given.id}`)).status).toBe(404);
    await database()
      .db('uploads')
      .whereNot({ id: ours.id })
      .update({ updated_at: new Date(Date.now() - day - 1) });
    const places = {
      games: database().db,
      audioStore: store,
      listAwaited: async (all: readonly string[]) => new Set(all),
    };
    const removed = await removeOutdatedAudio(places);
    expect(removed.uploads).toBeGreaterThan(0);
    expect((await teacher().get(`/api/v1/uploads/${left.id}`)).status).toBe(404);
    expect(await database().db('uploads').pluck('id')).toEqual([ours.id]);
    const names = [given, left, ours].map(({ id }) => `${id}.1`);
    expect(filesIn('uploads').filter((name) => names.includes(name))).toEqual([`${ours.id}.1`]);
    expect((await removeOutdatedAudio(places)).uploads).toBe(0);
  });

  test('files of parts that nothing names go after a day', async () => {
    const { id } = await begin(randomBytes(10));
    const noted = randomBytes(10);
    await put(id, 1, noted).expect(200);
    await store.put('uploads/gone.1', Readable.from([noted]));
    const places = {
      games: database().db,
      audioStore: store,
      listAwaited: async (all: readonly string[]) => new Set(all),
    };
    const tomorrow = Date.now() + day + 60_000;
    await database()
      .db('uploads')
      .where({ id })
      .update({ updated_at: new Date(tomorrow) });
    await removeOutdatedAudio(places, tomorrow);
    expect(filesIn('uploads')).toEqual([`${id}.1`]);
  });
});
