import type { Route } from '../../http/route.ts';
import { getToday } from './get-today.ts';

/** The learner's day, and practice over all games. */
export const practiceRoutes: readonly Route[] = [getToday];
