import type { GameType } from '@tulkka/shared/games';
import { defaultSettings, type MemoryStanding } from '@tulkka/shared/memory';
import { ClassMemory, type LessonClass, type MistakeKind } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { findClassItems } from './class-items.ts';

/** A thing that a learner forgot so often that it rests. */
export interface Leech {
  gameType: GameType;
  itemId: string;
  text: string;
  lapses: number;
  since: Date;
}

/** How one learner of a class practises and remembers. */
export interface LearnerInsight {
  userId: string;
  name: string | null;
  daysPractised: number;
  minutes: number;
  answers: number;
  standing: Record<MemoryStanding, number>;
  reviews: number;
  /** The share of reviews that were right; null without any. */
  measured: number | null;
  wanted: number;
  leeches: Leech[];
}

/** An item that most get wrong although they should know it: probably the item is bad. */
export interface SuspectItem {
  gameType: GameType;
  itemId: string;
  text: string;
  reviews: number;
  wrong: number;
}

/** How a class remembers. */
export interface ClassInsights {
  since: Date;
  learners: LearnerInsight[];
  mistakes: MistakeKind[];
  suspects: SuspectItem[];
}

const days = 28;
const dayMs = 86_400_000;
const lessonsOfMistakes = 4;
const leastReviews = 3;
const suspectShare = 0.6;

/** Reads how a class remembers: the last four weeks, and the mistakes of the last four lessons. */
export async function readInsights(db: Knex, lessonClass: LessonClass, now: Date): Promise<ClassInsights> {
  const since = new Date(now.getTime() - days * dayMs);
  const reader = new ClassMemory(db, lessonClass.students);
  const lessons = await reader.listLessons(lessonClass.id, lessonsOfMistakes);
  const people = await reader.listPeople();
  const practised = Map.groupBy(await reader.listDays(since), ({ userId }) => userId);
  const standings = Map.groupBy(await reader.countStandings(now), ({ userId }) => userId);
  const reviews = new Map((await reader.countReviews(since)).map((one) => [one.userId, one]));
  const resting = (await reader.listTroubled(now)).filter(({ memory }) => memory.suspendedAt !== null);
  const surprises = await reader.listSurprises(since);
  const itemOf = await findClassItems(db, lessonClass.id, [...resting, ...surprises]);

  const learners = lessonClass.students.map((userId): LearnerInsight => {
    const person = people.get(userId);
    const ofDays = practised.get(userId) ?? [];
    const standing = { known: 0, learning: 0, slipping: 0, resting: 0 };
    for (const one of standings.get(userId) ?? []) standing[one.standing] = one.count;
    const { reviews: reviewed = 0, right = 0 } = reviews.get(userId) ?? {};
    return {
      userId,
      name: person?.name ?? null,
      daysPractised: ofDays.length,
      minutes: Math.round(ofDays.reduce((sum, day) => sum + day.timeSpentMs, 0) / 60_000),
      answers: ofDays.reduce((sum, day) => sum + day.answers, 0),
      standing,
      reviews: reviewed,
      measured: reviewed === 0 ? null : right / reviewed,
      wanted: (person?.settings ?? defaultSettings).desiredRetention,
      leeches: resting.flatMap((kept) => {
        const item = kept.userId === userId ? itemOf(kept) : undefined;
        const { gameType, itemId, memory } = kept;
        const { lapses, suspendedAt } = memory;
        return item && suspendedAt ? [{ gameType, itemId, text: item.text, lapses, since: suspendedAt }] : [];
      }),
    };
  });
  const suspects = [...Map.groupBy(surprises, ({ gameType, thing }) => `${gameType} ${thing}`).values()].flatMap(
    (answers): SuspectItem[] => {
      const [first] = answers;
      const item = first && itemOf(first);
      const reviewed = answers.reduce((sum, one) => sum + one.answers, 0);
      const wrong = answers.reduce((sum, one) => sum + one.wrong, 0);
      if (!first || !item || reviewed < leastReviews || wrong < suspectShare * reviewed) return [];
      return [{ gameType: first.gameType, itemId: first.itemId, text: item.text, reviews: reviewed, wrong }];
    },
  );
  const mistakes = await reader.listMistakeKinds(lessons.map(({ recordingId }) => recordingId));
  return { since, learners, mistakes, suspects: suspects.sort((a, b) => b.wrong - a.wrong) };
}
