import { forgetLearner } from '../offline/forget-learner.ts';
import type { SignedIn } from './signed-in.ts';

/** Signs out and leaves nothing on this device: the profile is kept by the id of the sign-in, all else by the person’s. */
export async function leaveDevice(signedIn: Pick<SignedIn, 'session' | 'end'>, personId: string): Promise<void> {
  const session = await signedIn.session();
  await signedIn.end();
  for (const id of new Set([personId, session?.userId ?? personId])) await forgetLearner(id);
}
