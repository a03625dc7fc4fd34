import type { CatalogueViewer } from '@tulkka/shared/repositories';
import { type Caller, seesEverything } from './caller.ts';

/** As whom a catalogue is read when `caller` asks about `userId`. */
export function viewerFor(caller: Caller, userId: string | null): CatalogueViewer {
  if (userId === null) return { scope: 'starter' };
  return seesEverything(caller) && userId === caller.userId ? { scope: 'all' } : { scope: 'member', userId };
}
