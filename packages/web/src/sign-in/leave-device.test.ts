import 'fake-indexeddb/auto';
import { readCopy, writeCopy } from '../offline/copies.ts';
import { leaveDevice } from './leave-device.ts';

test.each([
  ['the same', 'mia', 'mia'],
  ['another', 'mia', 'sign-in-of-mia'],
])('nothing of a person stays whose sign-in has %s id; others keep theirs', async (_name, personId, userId) => {
  const order: string[] = [];
  for (const id of [personId, userId, 'leo']) await writeCopy(id, 'me 2', 'kept');
  const session = { userId, accessToken: 'a', refreshToken: 'r', endsAt: 0 };
  await leaveDevice({ session: async () => session, end: async () => void order.push('ended') }, personId);
  expect(order).toEqual(['ended']);
  const kept = await Promise.all([personId, userId, 'leo'].map((id) => readCopy(id, 'me 2')));
  expect(kept).toEqual([undefined, undefined, 'kept']);
});
