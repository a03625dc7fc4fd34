import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import { connectSupabase, LessonStore, readLessonFile } from '@tulkka/shared/lessons';
import { serveThread } from '@tulkka/shared/threads';
import { presentLesson } from '../presenters/lesson.ts';
import type { LessonOrder, WrittenAnswer, WrittenLesson } from './long-lessons.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const { url, key }: { url: string; key: string } = workerData;
const lessons = new LessonStore(connectSupabase(url, key));

async function write(id: string, { report = null, ...around }: LessonOrder['around']): Promise<WrittenAnswer> {
  const lesson = presentLesson(await lessons.get(id), report);
  const written = Buffer.from(JSON.stringify({ success: true, lesson, ...around }));
  // Hashed here as well: of four megabytes that alone takes ten milliseconds.
  return { written, headers: { ETag: `W/"${createHash('sha1').update(written).digest('base64url')}"` } };
}

serveThread<LessonOrder, WrittenLesson>({
  work: async (order) => {
    if ('id' in order) return { stored: null, answer: await write(order.id, order.around) };
    const stored = await lessons.add({ ...order.lesson, ...readLessonFile(order.bytes) });
    return { stored, answer: await write(stored.lesson.id, order.around) };
  },
  onError: () => undefined,
  failure: 'The lesson could not be read.',
});
