import { classOperations } from './classes.ts';
import { gameOperations } from './games.ts';
import { invitationOperations } from './invitations.ts';
import { lessonOperations } from './lessons.ts';
import type { Operations } from './operation-call.ts';
import { peopleOperations } from './people.ts';
import { systemOperations } from './system.ts';
import { uploadOperations } from './uploads.ts';
import { spellingOperations, wordListOperations } from './word-lists.ts';

/** A right call of every operation: what openapi.test.ts makes, and what routes-by-callers.test.ts makes as everybody. */
export const operations: Operations = {
  ...systemOperations,
  ...wordListOperations,
  ...spellingOperations,
  ...peopleOperations,
  ...classOperations,
  ...invitationOperations,
  ...gameOperations,
  ...lessonOperations,
  ...uploadOperations,
};
