import type { World } from '../world.ts';
import type { Operations } from './operation-call.ts';

async function invite({ api }: World, body: object = {}): Promise<{ id: string; code: string }> {
  const made = await api.as('ms-lee', 'teacher').post('/api/v1/classes/b1/invitations').send(body);
  const { id, code } = made.body.data?.[0] ?? made.body;
  return { id: String(id), code: String(code) };
}

export const invitationOperations: Operations = {
  createInvitation: () => ({ by: 'teacher', params: { class_id: 'b1' }, body: { expires_in_days: 3 } }),
  listInvitations: () => ({ by: 'teacher', params: { class_id: 'b1' } }),
  renewInvitation: async (world) => ({
    by: 'teacher',
    params: { class_id: 'b1', invitation_id: (await invite(world)).id },
    body: {},
  }),
  endInvitation: async (world) => ({
    by: 'teacher',
    params: { class_id: 'b1', invitation_id: (await invite(world)).id },
  }),
  lookAtInvitation: async (world) => ({ body: { code: (await invite(world)).code } }),
  acceptInvitation: async (world) => ({ body: { code: (await invite(world)).code } }),
  openPlace: async (world) => ({ body: { code: (await invite(world, { places: [{ name: 'Zoe' }] })).code } }),
  removeMember: async (world) => {
    await world.api
      .as('root', 'admin')
      .patch('/api/v1/classes/b1')
      .send({ students: ['mia', 'leaver'] });
    return { by: 'teacher', params: { class_id: 'b1', member_id: 'leaver' } };
  },
};
