import type { Route } from '../../http/route.ts';
import { listLessons } from './list-lessons.ts';
import { assignLesson, getLesson, retryLesson } from './one-lesson.ts';
import { getRecordingItems } from './recording-items.ts';
import { uploadLesson } from './upload-lesson.ts';

/** The pipeline seen from outside. */
export const lessonRoutes: readonly Route[] = [
  listLessons,
  getLesson,
  uploadLesson,
  assignLesson,
  retryLesson,
  getRecordingItems,
];
