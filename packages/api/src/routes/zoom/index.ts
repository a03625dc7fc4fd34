import type { Route } from '../../http/route.ts';
import { fetchZoomRecordings } from './fetch-recordings.ts';
import { zoomWebhook } from './webhook.ts';
import { getTranscript, processZoomLesson } from './zoom-lesson.ts';

/** Recordings by their class and day, and Zoom's own calls. */
export const zoomRoutes: readonly Route[] = [processZoomLesson, getTranscript, fetchZoomRecordings, zoomWebhook];
