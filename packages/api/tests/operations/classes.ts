import type { World } from '../world.ts';
import type { Operations } from './operation-call.ts';

/** A class of this teacher's that only one test uses. */
async function ownClass({ api, fresh }: World): Promise<string> {
  const { body } = await api.as('ms-lee', 'teacher').post('/api/v1/classes').send({ id: fresh(), name: 'A1' });
  return String(body.id);
}

export const classOperations: Operations = {
  listClasses: () => ({ by: 'teacher' }),
  createClass: ({ fresh }) => ({ by: 'teacher', body: { id: fresh(), name: 'A2' } }),
  getClass: ({ classId }) => ({ by: 'teacher', params: { class_id: classId } }),
  getClassInsights: ({ classId }) => ({ by: 'teacher', params: { class_id: classId } }),
  getClassBrief: ({ classId }) => ({ by: 'teacher', params: { class_id: classId } }),
  updateClass: async (world) => ({
    by: 'teacher',
    params: { class_id: await ownClass(world) },
    body: { auto_approve: true, students: [] },
  }),
  deleteClass: async (world) => ({ by: 'teacher', params: { class_id: await ownClass(world) } }),
};
