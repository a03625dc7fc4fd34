import type { Route } from '../../http/route.ts';
import { followNews } from './follow-news.ts';

/** What changes, told to those who look. */
export const newsRoutes: readonly Route[] = [followNews];
