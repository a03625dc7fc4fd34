import type { Route } from '../../http/route.ts';
import { composeExercise } from './compose-exercise.ts';
import { editExercises } from './edit-exercises.ts';
import { listHistory } from './history.ts';
import { listExercises } from './list-exercises.ts';
import { regenerateExercises } from './regenerate.ts';
import { approveExercises, getExercises, rejectExercises, reopenExercises } from './review-exercises.ts';
import { addItem, dropItem, editItem } from './set-items.ts';
import { withdrawExercises, withdrawItem } from './withdraw.ts';

/** Exercise sets between generation and the games. */
export const reviewRoutes: readonly Route[] = [
  listExercises,
  getExercises,
  editExercises,
  composeExercise,
  regenerateExercises,
  addItem,
  editItem,
  dropItem,
  listHistory,
  approveExercises,
  rejectExercises,
  reopenExercises,
  withdrawExercises,
  withdrawItem,
];
