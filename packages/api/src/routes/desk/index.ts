import type { Route } from '../../http/route.ts';
import { getDesk } from './get-desk.ts';

/** What a teacher or a coordinator works through. */
export const deskRoutes: readonly Route[] = [getDesk];
