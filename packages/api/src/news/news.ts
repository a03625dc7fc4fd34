import type { Db } from '@tulkka/shared/database';
import type { LessonNews } from '@tulkka/shared/lessons';
import { ItemReportRepository } from '@tulkka/shared/repositories';

/** Something that changed: enough to know what to look at again, and nothing of what stands there. */
export interface News {
  kind: 'lesson' | 'set' | 'report';
  id: string;
  /** Null for lessons without a class, and for reports about starter content. */
  classId: string | null;
  /** The learner whose own set it is; null where it is for all learners of the class. */
  learnerId: string | null;
  status: string;
  /** Of a set. */
  revision: number | null;
  lessonId: string | null;
  /** Two that are alike in this tell the same. */
  version: string;
}

/** More at once than anybody looks at one by one. */
export const mostNews = 500;

/** Reads what changed since a moment; null where that is more than can be told one by one. */
export type ReadNews = (since: Date) => Promise<News[] | null>;

/** Reads news of both databases: three small statements. Without a lessons database there are reports alone. */
export function createNewsReader(db: Db, lessons: (() => LessonNews) | null): ReadNews {
  const reports = new ItemReportRepository(db);
  return async (since) => {
    const source = lessons?.();
    const parts = await Promise.all([
      source?.lessonsSince(since, mostNews).then((rows) => rows.map(ofLesson)) ?? [],
      source?.setsSince(since, mostNews).then((rows) => rows.map(ofSet)) ?? [],
      reports.listSince(since, mostNews).then((rows) => rows.map(ofReport)),
    ]);
    return parts.some(({ length }) => length >= mostNews) ? null : parts.flatMap((part) => part.toReversed());
  };
}

type Rows<Method extends keyof LessonNews> = Awaited<ReturnType<LessonNews[Method]>>[number];

/** A worker that renews its lease changes the row, and nothing that anybody would see. */
const ofLesson = ({ id, class_id, status, waiting_for }: Rows<'lessonsSince'>): News => ({
  kind: 'lesson',
  id,
  classId: class_id,
  learnerId: null,
  status,
  revision: null,
  lessonId: id,
  version: JSON.stringify([class_id, status, waiting_for]),
});

const ofSet = ({ id, zoom_summary_id, class_id, user_id, status, revision }: Rows<'setsSince'>): News => ({
  kind: 'set',
  id,
  classId: class_id,
  learnerId: user_id,
  status,
  revision,
  lessonId: zoom_summary_id,
  version: JSON.stringify([class_id, status, revision]),
});

type Report = Awaited<ReturnType<ItemReportRepository['listSince']>>[number];

const ofReport = ({ id, classId, status, updatedAt }: Report): News => ({
  kind: 'report',
  id,
  classId,
  learnerId: null,
  status,
  revision: null,
  lessonId: null,
  version: `${status} ${updatedAt}`,
});
