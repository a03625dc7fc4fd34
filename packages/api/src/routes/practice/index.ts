import type { Route } from '../../http/route.ts';
import { getToday } from './get-today.ts';
import { postPractice } from './start-practice.ts';

/** The learner's day, and practice over all games. */
export const practiceRoutes: readonly Route[] = [getToday, postPractice];
