import type { Route } from '../../http/route.ts';
import { getToday } from './get-today.ts';
import { postPractice } from './start-practice.ts';
import { wakeMemory } from './wake-memory.ts';

/** The learner's day, and practice over all games. */
export const practiceRoutes: readonly Route[] = [getToday, postPractice, wakeMemory];
