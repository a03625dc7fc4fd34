import { exampleTranscript } from './example-lesson.ts';
import type { OperationCall } from './operations/operation-call.ts';
import { type CallerKind, callers } from './route-callers.ts';
import type { World } from './world.ts';

/** Makes what an attempt needs: on something of the caller’s own, where that is what a stranger would have. */
type MakeAttempt = (world: World, caller: CallerKind) => Promise<OperationCall>;

const asAdmin = (world: World) => world.api.as('root', 'admin');

/** A class that this caller teaches. */
async function classOf(world: World, caller: CallerKind, students: string[] = []): Promise<string> {
  const class_ = { id: world.fresh(), name: 'Own', teacher_id: callers[caller].userId, students };
  await asAdmin(world).post('/api/v1/classes').send(class_);
  return class_.id;
}

/** A lesson of a class. */
async function lessonOf(world: World, classId: string): Promise<string> {
  const content = Buffer.from(`${exampleTranscript}\nMia: ${world.fresh()}.`);
  const upload = asAdmin(world).post('/api/v1/lessons').field('class_id', classId);
  const { body } = await upload.attach('file', content, 'lesson.txt');
  return String(body.lesson.id);
}

async function codeInto(world: World, classId: string): Promise<string> {
  const { body } = await asAdmin(world).post(`/api/v1/classes/${classId}/invitations`).send({});
  return String(body.code);
}

/** A place in b1 whose child has left it since, with the code that opened it. */
async function leftPlace(world: World): Promise<{ invitation: string; code: string }> {
  const path = '/api/v1/classes/b1';
  const made = await asAdmin(world)
    .post(`${path}/invitations`)
    .send({ places: [{ name: 'Zoe' }] });
  const [{ id, code, place }] = made.body.data;
  await asAdmin(world).delete(`${path}/members/${place.user_id}`);
  return { invitation: String(id), code: String(code) };
}

const upload = (world: World, fields: Record<string, string>): OperationCall['form'] => ({
  fields,
  file: { name: 'lesson.txt', content: `${exampleTranscript}\nMia: ${world.fresh()}.` },
});

const recording = { name: 'lesson.m4a', size: 1000 };

/** Ways to come by what is mia’s, each named by its route and what is tried; access-table.ts says how far they lead. */
export const accessAttempts: Record<string, MakeAttempt> = {
  'createClass/with-mia': async ({ fresh }) => ({ body: { id: fresh(), name: 'Mine', students: ['mia'] } }),
  'createClass/for-ms-lee': async ({ fresh }) => ({ body: { id: fresh(), name: 'Hers', teacher_id: 'ms-lee' } }),
  'createClass/over-lessons': async (world) => {
    const id = await classOf(world, 'teacher');
    await lessonOf(world, id);
    await asAdmin(world).delete(`/api/v1/classes/${id}`);
    return { body: { id, name: 'Taken over' } };
  },
  'updateClass/adds-mia': async (world, caller) => ({
    params: { class_id: await classOf(world, caller) },
    body: { students: ['mia'] },
  }),
  'updateClass/takes-over': async (world, caller) => ({
    params: { class_id: await classOf(world, 'teacher', ['mia']) },
    body: { teacher_id: callers[caller].userId },
  }),
  'acceptInvitation/own-for-mia': async (world, caller) => ({
    body: { code: await codeInto(world, await classOf(world, caller)), user_id: 'mia' },
  }),
  'acceptInvitation/left-place': async (world) => ({ body: { code: (await leftPlace(world)).code } }),
  'openPlace/left-place': async (world) => ({ body: { code: (await leftPlace(world)).code } }),
  'renewInvitation/left-place': async (world) => ({
    params: { class_id: 'b1', invitation_id: (await leftPlace(world)).invitation },
    body: {},
  }),
  'renewInvitation/by-own-class': async (world, caller) => {
    const made = await asAdmin(world).post('/api/v1/classes/b1/invitations').send({});
    return { params: { class_id: await classOf(world, caller), invitation_id: String(made.body.id) }, body: {} };
  },
  'uploadLesson/of-mia': async (world, caller) => ({
    form: upload(world, { class_id: await classOf(world, caller), user_id: 'mia' }),
  }),
  'uploadLesson/by-ms-lee': async (world, caller) => ({
    form: upload(world, { class_id: await classOf(world, caller), teacher_id: 'ms-lee' }),
  }),
  'createUpload/of-mia': async (world, caller) => ({
    body: { ...recording, class_id: await classOf(world, caller), user_id: 'mia' },
  }),
  'createUpload/by-ms-lee': async (world, caller) => ({
    body: { ...recording, class_id: await classOf(world, caller), teacher_id: 'ms-lee' },
  }),
  'assignLesson/to-mia': async (world, caller) => ({
    params: { id: await lessonOf(world, await classOf(world, caller)) },
    body: { user_id: 'mia' },
  }),
  'assignLesson/to-own-class': async (world, caller) => ({
    params: { id: (await world.makeLesson()).id },
    body: { class_id: await classOf(world, caller) },
  }),
  'createWordList/for-mia': async ({ fresh }) => ({ body: { name: fresh(), user_id: 'mia' } }),
  'createWordList/in-b1': async ({ fresh }) => ({ body: { name: fresh(), class_id: 'b1' } }),
  'startSession/for-mia': async () => ({
    body: { game_type: 'advanced_cloze', mode: 'custom', limit: 5, user_id: 'mia' },
  }),
  'startSession/her-word': async (world) => ({
    body: { game_type: 'spelling_bee', item_ids: [(await world.makeWord()).wordId] },
  }),
  'processZoomLesson/own-class': async (world, caller) => {
    const class_id = await classOf(world, caller);
    return { body: { user_id: 'mia', teacher_id: callers[caller].userId, class_id, date: '2026-11-20' } };
  },
  'getTranscript/own-class': async (world, caller) => {
    const class_id = await classOf(world, caller);
    return { query: { user_id: 'mia', teacher_id: callers[caller].userId, class_id, date: '2026-11-20' } };
  },
  'getClassStats/of-own-class': async (world, caller) => ({ params: { class_id: await classOf(world, caller) } }),
};
