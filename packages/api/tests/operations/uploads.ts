import type { World } from '../world.ts';
import type { Operations } from './operation-call.ts';

/** A recording of one part that ms-lee began to send. */
async function beginUpload({ api, fresh }: World): Promise<{ upload_id: string; content: string }> {
  const content = `sound of ${fresh()}`;
  const { body } = await api
    .as('ms-lee', 'teacher')
    .post('/api/v1/uploads')
    .send({ name: 'B1 on Friday.m4a', size: content.length, class_id: 'b1' })
    .expect(201);
  return { upload_id: String(body.upload.id), content };
}

/** The same with its part there. */
async function sendWhole(world: World): Promise<string> {
  const { upload_id, content } = await beginUpload(world);
  await world.api
    .as('ms-lee', 'teacher')
    .put(`/api/v1/uploads/${upload_id}/parts/1`)
    .set('Content-Type', 'application/octet-stream')
    .send(content)
    .expect(200);
  return upload_id;
}

export const uploadOperations: Operations = {
  createUpload: ({ fresh }) => ({
    by: 'teacher',
    body: { name: `${fresh()}.m4a`, size: 20_000_000, class_id: 'b1' },
  }),
  getUpload: async (world) => ({ by: 'teacher', params: { upload_id: await sendWhole(world) } }),
  putUploadPart: async (world) => {
    const { upload_id, content } = await beginUpload(world);
    const raw = { type: 'application/octet-stream', bytes: Buffer.from(content) };
    return { by: 'teacher', params: { upload_id, part: '1' }, raw };
  },
  finishUpload: async (world) => ({ by: 'teacher', params: { upload_id: await sendWhole(world) } }),
  deleteUpload: async (world) => ({ by: 'teacher', params: { upload_id: await sendWhole(world) } }),
};
