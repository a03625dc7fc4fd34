import type { LessonSummary } from '../lessons/index.ts';
import { labelsOf } from '../people/labels-of.ts';
import type { LearnerRepository } from '../repositories/index.ts';
import type { LearnerScope } from './learner-scope.ts';

/** Where a learner was heard among others, and under which names. */
export interface GroupVoices {
  lessons: LessonSummary[];
  /** Which speakers of a recording the learner is. */
  labelsIn: (speakers: readonly string[]) => string[];
}

/**
 * Finds where a learner spoke in groups, those they left included.
 * @param alsoKnownAs what recordings call the learner, beside the name of their profile
 */
export async function findGroupVoices(
  learners: LearnerRepository,
  userId: string,
  scope: LearnerScope,
  alsoKnownAs: readonly string[] = [],
): Promise<GroupVoices> {
  const lessons = [...scope.sharedLessons, ...scope.formerLessons];
  const classes = new Set(lessons.flatMap(({ class_id }) => class_id ?? []));
  const names = [...(await learners.listProfile(userId)).map(({ name }) => String(name)), ...alsoKnownAs];
  const others = await learners.listCompanionNames(userId, [...classes]);
  return { lessons, labelsIn: (speakers) => labelsOf(names, speakers, others) };
}
