import type { CatalogueViewer } from '@tulkka/shared/repositories';
import type { Caller } from '../http/caller.ts';

/** The learner who plays, and what they may see: a session belongs to its learner, whoever started it for them. */
export interface Player {
  userId: string;
  viewer: CatalogueViewer;
}

/** As whom a catalogue is read when `caller` asks about `userId`. */
export function viewerFor(caller: Caller, userId: string | null): CatalogueViewer {
  if (userId === null) return { scope: 'starter' };
  const seesAll = caller.role === 'admin' || caller.role === 'service';
  return seesAll && userId === caller.userId ? { scope: 'all' } : { scope: 'member', userId };
}

/** Who plays when `caller` acts for `userId`. */
export function playerFor(caller: Caller, userId: string): Player {
  return { userId, viewer: viewerFor(caller, userId) };
}
