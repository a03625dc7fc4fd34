import type { Route } from '../http/route.ts';
import { systemRoutes } from './system/index.ts';

/** Every route of the service: one line an area, one folder behind each. */
export const routes: readonly Route[] = [...systemRoutes];
