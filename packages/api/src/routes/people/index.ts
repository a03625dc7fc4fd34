import type { Route } from '../../http/route.ts';
import { getAppConfig } from './app-config.ts';
import { eraseMe } from './erase-me.ts';
import { exportMe } from './export-me.ts';
import { listPeople } from './list-people.ts';
import { getMe, updateMe } from './me.ts';

/** Who signs in, and who there is. */
export const peopleRoutes: readonly Route[] = [getAppConfig, exportMe, getMe, updateMe, eraseMe, listPeople];
