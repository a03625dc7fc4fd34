import { createHmac } from 'node:crypto';
import { exampleExercises, exampleTranscript } from '../example-lesson.ts';
import { type World, webhookSecret } from '../world.ts';
import type { Operations } from './operation-call.ts';

const lessonOfDay = { user_id: 'mia', teacher_id: 'ms-lee', class_id: 'b1', date: '2026-11-20' };

const spellingToAdd = {
  word: 'yesterday',
  sample_sentence: 'Yesterday I went to the airport.',
  hint: 'The day before today.',
  difficulty: 'easy',
  source_quote: 'Yesterday I went to the airport with my sister.',
};

/** A grammar question that was published into the class, and a report about it that nobody has made yet. */
async function itemToReport({ api, makeExerciseSet }: World) {
  const set = await makeExerciseSet();
  await api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${set.id}/approve`).send({});
  const { body } = await api.as('mia').get(`/api/v1/recordings/${set.recording_id}/items`);
  const items: { game_type: string; item_id: string }[] = body.items;
  const item_id = items.find((item) => item.game_type === 'grammar_challenge')?.item_id ?? '';
  return {
    params: { game_type: 'grammar_challenge', item_id },
    body: { reason: 'also_right', text: 'We say it otherwise, too.' },
  };
}

async function makeReport(world: World): Promise<string> {
  const { params, body } = await itemToReport(world);
  const made = await world.api
    .as('mia')
    .post(`/api/v1/items/${params.game_type}/${params.item_id}/reports`)
    .send(body)
    .expect(201);
  return String(made.body.id);
}

export const lessonOperations: Operations = {
  listLessons: () => ({ by: 'teacher' }),
  getRecordingItems: async ({ api, makeExerciseSet }) => {
    const set = await makeExerciseSet();
    await api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${set.id}/approve`).send({});
    return { params: { recording_id: set.recording_id } };
  },
  getLesson: async ({ makeLesson }) => ({ by: 'teacher', params: { id: (await makeLesson()).id } }),
  uploadLesson: ({ fresh }) => ({
    by: 'teacher',
    form: {
      fields: { class_id: 'b1' },
      file: { name: 'lesson.txt', content: `${exampleTranscript}\nMia: ${fresh()}.` },
    },
  }),
  assignLesson: async ({ makeLesson }) => ({
    by: 'admin',
    params: { id: (await makeLesson()).id },
    body: { class_id: 'c2' },
  }),
  reportItem: async (world) => {
    const { params, body } = await itemToReport(world);
    return { params, body };
  },
  listReports: async (world) => {
    await makeReport(world);
    return { by: 'teacher', query: { class_id: 'b1', status: 'open' } };
  },
  withdrawItem: async (world) => {
    const { params } = await itemToReport(world);
    return { by: 'teacher', params, body: { reason: 'Both are right.' } };
  },
  withdrawExercises: async ({ api, makeExerciseSet }) => {
    const { id } = await makeExerciseSet();
    await api.as('ms-lee', 'teacher').post(`/api/v1/exercises/${id}/approve`).send({});
    return { by: 'teacher', params: { id }, body: { reason: 'It was another lesson.' } };
  },
  updateReport: async (world) => ({
    by: 'teacher',
    params: { report_id: await makeReport(world) },
    body: { status: 'closed' },
  }),
  getClip: async ({ makeClip }) => ({ params: { clip_id: (await makeClip()).id } }),
  updateClip: async ({ makeClip }) => ({
    by: 'teacher',
    params: { clip_id: (await makeClip()).id },
    body: { end_ms: 5000 },
  }),
  deleteClip: async ({ makeClip }) => ({ by: 'teacher', params: { clip_id: (await makeClip()).id } }),
  listClips: async ({ makeClip }) => ({ by: 'teacher', params: { id: (await makeClip()).setId } }),
  getDesk: async ({ makeExerciseSet }) => {
    await makeExerciseSet();
    return { by: 'teacher' };
  },
  listExercises: async ({ makeExerciseSet }) => {
    await makeExerciseSet();
    return { by: 'teacher', query: { class_id: 'b1' } };
  },
  getExercises: async ({ makeExerciseSet }) => ({ by: 'teacher', params: { id: (await makeExerciseSet()).id } }),
  editExercises: async ({ makeExerciseSet }) => ({
    by: 'teacher',
    params: { id: (await makeExerciseSet()).id },
    body: { flashcards: exampleExercises.flashcards },
  }),
  composeExercise: async ({ makeExerciseSet }) => ({
    by: 'teacher',
    params: { id: (await makeExerciseSet()).id },
    body: { make: 'sentence', text: 'Yesterday I went to the airport with my sister.' },
  }),
  regenerateExercises: async ({ makeExerciseSet }) => {
    const { id, revision } = await makeExerciseSet();
    return { by: 'teacher', params: { id }, body: { revision } };
  },
  addItem: async ({ makeExerciseSet }) => {
    const { id, revision } = await makeExerciseSet();
    return { by: 'teacher', params: { id }, body: { revision, kind: 'spelling', item: spellingToAdd } };
  },
  editItem: async ({ makeExerciseSet }) => {
    const { id, revision, exercises } = await makeExerciseSet();
    const item_id = exercises.grammar[0]?.id ?? '';
    return { by: 'teacher', params: { id, item_id }, body: { revision, item: { hint: 'Think of the time.' } } };
  },
  dropItem: async ({ makeExerciseSet }) => {
    const { id, revision, exercises } = await makeExerciseSet();
    const item_id = exercises.grammar[0]?.id ?? '';
    return { by: 'teacher', params: { id, item_id }, query: { revision: `${revision}` } };
  },
  followNews: async ({ makeExerciseSet }) => {
    await makeExerciseSet();
    return { by: 'teacher', query: { live: 'false' } };
  },
  listHistory: async ({ makeExerciseSet }) => ({ by: 'teacher', params: { id: (await makeExerciseSet()).id } }),
  approveExercises: async ({ makeExerciseSet }) => ({
    by: 'teacher',
    params: { id: (await makeExerciseSet()).id },
    body: {},
  }),
  rejectExercises: async ({ makeExerciseSet }) => ({
    by: 'teacher',
    params: { id: (await makeExerciseSet()).id },
    body: { reason: 'Too easy for this class.' },
  }),
  reopenExercises: async ({ makeExerciseSet }) => ({ by: 'teacher', params: { id: (await makeExerciseSet()).id } }),
  processLesson: () => ({ by: 'teacher', body: { transcript: exampleTranscript, lesson_number: 1 } }),
  processBatch: () => ({ by: 'teacher', body: { transcripts: [{ transcript: exampleTranscript, lesson_number: 1 }] } }),
  getTranscript: async ({ makeLesson }) => {
    await makeLesson();
    return { by: 'teacher', query: lessonOfDay };
  },
  processZoomLesson: async ({ makeLesson }) => {
    await makeLesson();
    return { by: 'teacher', body: lessonOfDay };
  },
  retryLesson: async ({ makeLesson }) => ({
    by: 'teacher',
    params: { id: (await makeLesson('failed')).id },
    body: {},
  }),
  fetchZoomRecordings: () => ({ by: 'teacher', body: { teacher_email: 'lee@school.example', ...lessonOfDay } }),
  zoomWebhook: () => {
    const bytes = Buffer.from(JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: 'plain' } }));
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', webhookSecret).update(`v0:${timestamp}:`).update(bytes).digest('hex');
    return {
      raw: { type: 'application/json', bytes },
      headers: { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${signature}` },
    };
  },
};
