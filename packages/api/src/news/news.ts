import type { Db } from '@tulkka/shared/database';
import type { LessonNews } from '@tulkka/shared/lessons';
import { ClassStats, ItemReportRepository, type Practised } from '@tulkka/shared/repositories';

/** Something that changed: enough to know what to look at again, and nothing of what stands there. */
export interface News {
  kind: 'lesson' | 'set' | 'report' | 'practice';
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

/**
 * Reads what changed since a moment; null where that is more than can be told one by one.
 * @param practiceIn classes whose practice somebody looks at; without any, nothing is asked of it
 */
export type ReadNews = (since: Date, practiceIn: readonly string[]) => Promise<News[] | null>;

/** Reads news of both databases: three small statements, four while somebody looks at a class. Without a lessons database there are reports alone. */
export function createNewsReader(db: Db, lessons: (() => LessonNews) | null): ReadNews {
  const reports = new ItemReportRepository(db);
  const classes = new ClassStats(db);
  return async (since, practiceIn) => {
    const source = lessons?.();
    const [practised, ...parts] = await Promise.all([
      practiceIn.length === 0
        ? []
        : classes.practisedSince(practiceIn, since, mostNews).then((rows) => rows.map(ofPractice)),
      source?.lessonsSince(since, mostNews).then((rows) => rows.map(ofLesson)) ?? [],
      source?.setsSince(since, mostNews).then((rows) => rows.map(ofSet)) ?? [],
      reports.listSince(since, mostNews).then((rows) => rows.map(ofReport)),
    ]);
    // All who look share it, whichever class they look at: too much of it makes nobody else read everything again.
    const practice = practised.length < mostNews ? practised : [];
    return parts.some(({ length }) => length >= mostNews)
      ? null
      : [...parts, practice].flatMap((part) => part.toReversed());
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

/** A learner answers every few seconds, and nobody looks that often: told once a minute. */
const ofPractice = ({ classId, userId, at }: Practised): News => ({
  kind: 'practice',
  id: userId,
  classId,
  learnerId: userId,
  status: 'practised',
  revision: null,
  lessonId: null,
  version: at.slice(0, 'yyyy-mm-ddThh:mm'.length),
});
