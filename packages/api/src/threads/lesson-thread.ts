import { workerData } from 'node:worker_threads';
import { connectSupabase, LessonStore, readLessonFile } from '@tulkka/shared/lessons';
import { serveThread } from '@tulkka/shared/threads';
import { presentLesson } from '../presenters/lesson.ts';
import type { LessonOrder, WrittenLesson } from './long-lessons.ts';

// The entry of a thread, as main.ts is the entry of a process: what it does at import is its work.
const { url, key }: { url: string; key: string } = workerData;
const lessons = new LessonStore(connectSupabase(url, key));

const written = async (id: string, { report = null, ...around }: LessonOrder['around']): Promise<Uint8Array> =>
  Buffer.from(JSON.stringify({ success: true, lesson: presentLesson(await lessons.get(id), report), ...around }));

serveThread<LessonOrder, WrittenLesson>({
  work: async (order) => {
    if ('id' in order) return { stored: null, written: await written(order.id, order.around) };
    const stored = await lessons.add({ ...order.lesson, ...readLessonFile(order.bytes) });
    return { stored, written: await written(stored.lesson.id, order.around) };
  },
  onError: () => undefined,
  failure: 'The lesson could not be read.',
});
