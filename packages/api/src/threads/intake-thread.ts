import { workerData } from 'node:worker_threads';
import { connectSupabase, LessonStore, readLessonFile } from '@tulkka/shared/lessons';
import { serveThread } from '@tulkka/shared/threads';
import type { IntakeRequest, StoredUpload } from './transcript-intake.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const { url, key }: { url: string; key: string } = workerData;
const lessons = new LessonStore(connectSupabase(url, key));

serveThread<IntakeRequest, StoredUpload>({
  work: ({ bytes, lesson }) => lessons.add({ ...lesson, ...readLessonFile(bytes) }),
  onError: () => undefined,
  failure: 'The transcript could not be read.',
});
