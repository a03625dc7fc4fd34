import type { GameType } from '@tulkka/shared/games';
import { knownStability, standingOf } from '@tulkka/shared/memory';
import { ClassMemory, type ItemOrigin, type LessonClass, type PublishedLesson } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { findClassItems, type ItemName } from './class-items.ts';
import { reasonFor, type Trouble } from './reason.ts';

/** Something to take up in the next lesson. */
export interface TakeUp {
  gameType: GameType;
  itemId: string;
  origin: ItemOrigin;
  reason: string;
  learners: string[];
}

/** The page before the next lesson. */
export interface Brief {
  since: Date;
  lastLesson: PublishedLesson | null;
  practised: { learners: number; days: number; minutes: number };
  stuck: (ItemName & { text: string })[];
  takeUp: TakeUp[];
}

const mostToTakeUp = 3;
const mostStuck = 10;
const dayMs = 86_400_000;
/** Without a lesson to count from, two weeks are looked at; never more than eight. */
const usualDays = 14;
const mostDays = 56;

/** Reads what a teacher should know before the next lesson: what stuck since the last one, and what did not. */
export async function readBrief(db: Knex, lessonClass: LessonClass, now: Date): Promise<Brief> {
  const reader = new ClassMemory(db, lessonClass.students);
  const [lastLesson = null] = await reader.listLessons(lessonClass.id, 1);
  const daysAgo = (days: number): number => now.getTime() - days * dayMs;
  const since = new Date(Math.max(daysAgo(mostDays), lastLesson?.at.getTime() ?? daysAgo(usualDays)));
  const people = await reader.listPeople();
  const nameOf = (userId: string): string => people.get(userId)?.name ?? userId;
  const days = await reader.listDays(since);
  const known = await reader.listKnown(since, knownStability, 200);
  const troubled = await reader.listTroubled(now);
  const wrong = await reader.listWrong(since);
  const itemOf = await findClassItems(db, lessonClass.id, [...known, ...troubled, ...wrong]);

  const troubles = new Map<string, Trouble>();
  const troubleOf = (userId: string, gameType: GameType, thing: string, itemId: string): Trouble => {
    const name = `${gameType} ${thing}`;
    const found = troubles.get(name) ?? { gameType, itemId, learners: new Map() };
    troubles.set(name, found);
    if (!found.learners.has(userId)) found.learners.set(userId, { standing: 'learning', lapses: 0, wrong: 0 });
    return found;
  };
  for (const { userId, gameType, thing, itemId, memory } of troubled) {
    const { learners } = troubleOf(userId, gameType, thing, itemId);
    learners.set(userId, { standing: standingOf(memory, now), lapses: memory.lapses, wrong: 0 });
  }
  for (const { userId, gameType, thing, itemId, wrong: times } of wrong) {
    const learner = troubleOf(userId, gameType, thing, itemId).learners.get(userId);
    if (learner) learner.wrong = times;
  }

  const takeUp: TakeUp[] = [];
  const worstFirst = [...troubles.values()].map((trouble) => ({ trouble, ...reasonFor(trouble, nameOf) }));
  for (const { trouble, weight, reason } of worstFirst.sort((a, b) => b.weight - a.weight)) {
    const origin = itemOf(trouble);
    // A word that is neither known nor spelled is one thing to take up.
    if (!origin || weight <= 0 || takeUp.some((one) => one.origin.text === origin.text)) continue;
    const { gameType, itemId, learners } = trouble;
    takeUp.push({ gameType, itemId, origin, reason, learners: [...learners.keys()].map(nameOf) });
    if (takeUp.length === mostToTakeUp) break;
  }
  const stuck = new Map<string, ItemName & { text: string }>();
  for (const { gameType, itemId } of known) {
    const origin = itemOf({ gameType, itemId });
    if (origin && stuck.size < mostStuck) stuck.set(origin.text, { gameType, itemId, text: origin.text });
  }
  return {
    since,
    lastLesson,
    practised: {
      learners: new Set(days.map(({ userId }) => userId)).size,
      days: days.length,
      minutes: Math.round(days.reduce((sum, day) => sum + day.timeSpentMs, 0) / 60_000),
    },
    stuck: [...stuck.values()],
    takeUp,
  };
}
