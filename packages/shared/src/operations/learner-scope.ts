import type { Knex } from 'knex';
import type { LearnerLessons, LessonSummary, OwnedSet } from '../lessons/index.ts';
import { LearnerRepository, placeholderStudentOf } from '../repositories/index.ts';

/** Where a learner's data live. */
export interface LearnerSources {
  games: Knex;
  lessons: LearnerLessons;
}

/** What belongs to one learner alone, and what they share with a group. */
export interface LearnerScope {
  /** Classes without another student: they go with the learner. */
  ownClasses: string[];
  /** Classes with other students: only the membership goes. */
  sharedClasses: string[];
  /** Lessons held for this learner alone. */
  ownLessons: LessonSummary[];
  /** Lessons of a group that the learner was part of, as far as the data tell. */
  sharedLessons: LessonSummary[];
  /** Lessons of classes that they left since, as far as their word lists tell. */
  formerLessons: LessonSummary[];
  /** Sets of exercises made from their own lessons. */
  ownSets: OwnedSet[];
  /** The recordings of all that is theirs alone. */
  recordings: string[];
}

/** A teacher and one learner. More voices make it a group's lesson, whoever asked for it. */
const voicesOfTwo = 2;

/** Finds what belongs to a learner in both databases. Reads only. */
export async function findLearnerScope({ games, lessons }: LearnerSources, userId: string): Promise<LearnerScope> {
  const learners = new LearnerRepository(games);
  const memberships = await learners.listMemberships(userId);
  const ownClasses = memberships.filter(({ others }) => others === 0).map(({ class_id }) => class_id);
  const sharedClasses = memberships.filter(({ others }) => others > 0).map(({ class_id }) => class_id);
  const classIds = [...ownClasses, ...sharedClasses];
  const found = await lessons.listLessons(userId, classIds);
  const sets = await lessons.listSets(
    userId,
    found.map(({ id }) => id),
  );
  const named = new Set(sets.filter((set) => set.user_id === userId).map((set) => set.zoom_summary_id));
  const known = new Set(found.map(({ id }) => id));
  const all = [...found, ...(await lessons.listById([...named].filter((id) => !known.has(id))))];
  const crowded = await learners.listCompanions(userId, [...new Set(all.flatMap((lesson) => lesson.class_id ?? []))]);

  const ownerOf = new Map(sets.map((set) => [set.zoom_summary_id, set.user_id]));
  // A class of one was perhaps another's before, or a group's: then its set names the other, or more voices were heard.
  const mayBeOwn = ({ id, class_id, speakers }: LessonSummary): boolean => {
    const owner = ownerOf.get(id) ?? null;
    if (owner !== null) return class_id !== null && owner === placeholderStudentOf(class_id);
    return speakers === null || speakers.length <= voicesOfTwo;
  };

  const isOwn = (lesson: LessonSummary): boolean => {
    if (lesson.user_id !== null && lesson.user_id !== userId) return false;
    const alone = lesson.class_id === null || !crowded.has(lesson.class_id);
    if (alone) return lesson.user_id === userId || named.has(lesson.id) || mayBeOwn(lesson);
    // In a class that others are in now: the worker writes a name of its own into a set only where the class had one
    // student, and a name that a person gave counts where no third voice is heard.
    if (named.has(lesson.id) && lesson.user_id === null) return true;
    return lesson.user_id === userId && lesson.speakers !== null && lesson.speakers.length <= voicesOfTwo;
  };
  const isShared = (lesson: LessonSummary): boolean =>
    !isOwn(lesson) && (lesson.user_id === userId || sharedClasses.includes(lesson.class_id ?? ''));

  const ownLessons = all.filter(isOwn);
  const ownIds = new Set(ownLessons.map(({ id }) => id));
  const published = await learners.listPublishedRecordings(ownClasses);
  const seen = new Set(all.map(({ id }) => id));
  const former = (await lessons.listByRecording(await learners.listRecordings(userId))).filter(
    ({ id }) => !seen.has(id),
  );
  return {
    ownClasses,
    sharedClasses,
    ownLessons,
    sharedLessons: all.filter(isShared),
    formerLessons: former,
    ownSets: sets.filter((set) => ownIds.has(set.zoom_summary_id)),
    recordings: [...new Set([...ownLessons.map((lesson) => lesson.recording_id), ...published])],
  };
}

/** The scope in sentences, for a person who is about to decide. */
export function describeScope(userId: string, scope: LearnerScope): string {
  const list = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.join(', '));
  return [
    `${userId}: beside word lists, sessions, results, mistakes and statistics these are theirs alone:`,
    `  classes: ${list(scope.ownClasses)}`,
    `  lessons: ${list(scope.ownLessons.map(({ id, topic }) => `${id} (${topic})`))}`,
    `  sets of exercises: ${scope.ownSets.length}`,
    'Shared with others, and kept without them:',
    `  classes: ${list(scope.sharedClasses)}`,
    `  lessons: ${scope.sharedLessons.length}`,
  ].join('\n');
}
