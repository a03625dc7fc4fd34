import type { Route } from '../../http/route.ts';
import { processBatch, processLesson } from './process-lessons.ts';

/** Transcript in, exercises out, within the request. */
export const processingRoutes: readonly Route[] = [processLesson, processBatch];
