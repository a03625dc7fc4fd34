import type { CatalogueViewer } from '@tulkka/shared/repositories';
import type { Caller } from '../access/caller.ts';
import { viewerFor } from '../access/viewer.ts';

/** The learner who plays, and what they may see: a session belongs to its learner, whoever started it for them. */
export interface Player {
  userId: string;
  viewer: CatalogueViewer;
}

/** Who plays when `caller` acts for `userId`. */
export function playerFor(caller: Caller, userId: string): Player {
  return { userId, viewer: viewerFor(caller, userId) };
}
