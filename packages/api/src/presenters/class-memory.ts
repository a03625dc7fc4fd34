import { GameType } from '@tulkka/shared/games';
import { z } from 'zod';
import type { Brief } from '../class-memory/brief.ts';
import type { ClassInsights } from '../class-memory/insights.ts';
import { Moment } from '../http/fields.ts';
import { StandingCounts } from './today.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const item = { game_type: GameType, item_id: z.string(), text: z.string() };
const lesson = z.strictObject({ title: z.string(), recording_id: z.string() });

/** How a class remembers, as the API shows it. */
export const PresentedInsights = z
  .strictObject({
    success: z.literal(true),
    class_id: z.string(),
    since: Moment.meta({ description: 'Four weeks ago: days, minutes, answers and retention count from there.' }),
    learners: z.array(
      z.strictObject({
        user_id: z.string(),
        name: z.string().nullable(),
        days_practised: count,
        minutes: count,
        answers: count,
        standing: StandingCounts,
        retention: z.strictObject({
          measured: share.nullable().meta({ description: 'The share of reviews that were right; null without any.' }),
          wanted: share,
          reviews: count,
        }),
        leeches: z
          .array(z.strictObject({ ...item, lapses: count, since: Moment }))
          .meta({ description: 'Forgotten so often that they rest.' }),
      }),
    ),
    mistakes: z
      .array(z.strictObject({ category: z.string(), name: z.string(), count, learners: count }))
      .meta({ description: 'By kind, in what came from the last four lessons.' }),
    suspect_items: z
      .array(z.strictObject({ ...item, reviews: count, wrong: count }))
      .meta({ description: 'Wrong where they should have been known: probably the item is bad.' }),
  })
  .meta({ id: 'ClassInsights' });

/** The page before the next lesson, as the API shows it. */
export const PresentedBrief = z
  .strictObject({
    success: z.literal(true),
    class_id: z.string(),
    class_name: z.string(),
    since: Moment,
    last_lesson: lesson.nullable(),
    practised: z.strictObject({ learners: count, of: count, days: count, minutes: count }),
    stuck: z.array(z.strictObject(item)).meta({ description: 'Known since then: expected to last three weeks.' }),
    take_up: z
      .array(
        z.strictObject({
          ...item,
          quote: z.string().nullable().meta({ description: 'What was said in the lesson that it comes from.' }),
          cue_ms: count.nullable(),
          lesson: z.strictObject({ title: z.string(), recording_id: z.string().nullable() }),
          reason: z.string(),
          learners: z.array(z.string()).meta({ description: 'Whom it concerns, by name.' }),
        }),
      )
      .max(3)
      .meta({ description: 'What to take up next, at most three things.' }),
  })
  .meta({ id: 'ClassBrief' });

/** Picks what leaves the system. */
export function presentInsights(classId: string, insights: ClassInsights): z.input<typeof PresentedInsights> {
  return {
    success: true,
    class_id: classId,
    since: insights.since.toISOString(),
    learners: insights.learners.map((learner) => ({
      user_id: learner.userId,
      name: learner.name,
      days_practised: learner.daysPractised,
      minutes: learner.minutes,
      answers: learner.answers,
      standing: learner.standing,
      retention: { measured: learner.measured, wanted: learner.wanted, reviews: learner.reviews },
      leeches: learner.leeches.map(({ gameType, itemId, text, lapses, since }) => ({
        game_type: gameType,
        item_id: itemId,
        text,
        lapses,
        since: since.toISOString(),
      })),
    })),
    mistakes: insights.mistakes,
    suspect_items: insights.suspects.map(({ gameType, itemId, text, reviews, wrong }) => ({
      game_type: gameType,
      item_id: itemId,
      text,
      reviews,
      wrong,
    })),
  };
}

/** Picks what leaves the system. */
export function presentBrief(
  { id, name, students }: { id: string; name: string; students: readonly string[] },
  brief: Brief,
): z.input<typeof PresentedBrief> {
  const { lastLesson, practised } = brief;
  return {
    success: true,
    class_id: id,
    class_name: name,
    since: brief.since.toISOString(),
    last_lesson: lastLesson && { title: lastLesson.title, recording_id: lastLesson.recordingId },
    practised: { ...practised, of: students.length },
    stuck: brief.stuck.map(({ gameType, itemId, text }) => ({ game_type: gameType, item_id: itemId, text })),
    take_up: brief.takeUp.map(({ gameType, itemId, origin, reason, learners }) => ({
      game_type: gameType,
      item_id: itemId,
      text: origin.text,
      quote: origin.quote,
      cue_ms: origin.atMs,
      lesson: { title: origin.title, recording_id: origin.recordingId },
      reason,
      learners,
    })),
  };
}
