import type { Route } from '../../http/route.ts';
import { classStats } from './class-stats.ts';
import { listMistakes } from './mistakes.ts';
import { myStats } from './my-stats.ts';

/** Statistics and mistakes. */
export const statsRoutes: readonly Route[] = [myStats, classStats, listMistakes];
