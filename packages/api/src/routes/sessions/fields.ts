import { Answer, GameType } from '@tulkka/shared/games';
import { SessionMode } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { Difficulty, Id, Moment, text } from '../../http/fields.ts';
import type { ResultRequest } from '../../sessions/judge-result.ts';
import type { KnownResult } from '../../sessions/record-after-end.ts';
import type { SessionRequest } from '../../sessions/start-session.ts';

/** Whether the items are to come along. */
export const Include = z.strictObject({ include: z.literal('items').optional() });

export const SessionParams = z.strictObject({ session_id: Id });

/** Bytes that a stored answer or its metadata may have as JSON: the columns hold 64 KiB. */
const mostJson = 16_384;
const small = (value: unknown): boolean => Buffer.byteLength(JSON.stringify(value) ?? '') <= mostJson;
const tooLarge = { error: `is at most ${mostJson} bytes as JSON` };

const sessionFields = {
  class_id: Id.optional(),
  mode: SessionMode.exclude(['practice']).optional().meta({
    description:
      '`lesson` and `topic` play what `reference_id` names, `custom` a mixture of everything, `mistakes` what went wrong, worst first, `review` what is about to be forgotten, least certain first.',
  }),
  reference_id: Id.optional().meta({
    description:
      'A lesson, a topic or category; for flashcards and spelling a word list, or the recording of a lesson. Without it all words.',
  }),
  item_ids: z.array(Id).min(1).max(100).optional().meta({ description: 'Exactly these items, whatever the mode.' }),
  difficulty: Difficulty.optional(),
  never_practised: z.boolean().optional().meta({ description: 'Only what the learner has not practised yet.' }),
  limit: z.int().min(1).max(100).optional().meta({ description: '20 unless said otherwise.' }),
  listen: z.boolean().optional().meta({
    description:
      'By ear: in sentence_builder the sentence is heard and typed, in spelling_bee the word, in advanced_cloze the missing words. What is typed is graded word by word; case, punctuation, contractions, numbers in words or digits, and British or American spelling do not count.',
  }),
  shuffle: z.boolean().optional().meta({
    description:
      'Unless said otherwise, whole topics and vocabularies are shuffled; lessons, mistakes and item_ids are not.',
  }),
};

/** The body that starts a session, with its game; where the route belongs to a game, naming it again does no harm. */
export const startBody = (gameType?: GameType) =>
  gameType === undefined
    ? z.strictObject({ game_type: GameType, ...sessionFields })
    : z.strictObject({ game_type: z.literal(gameType).default(gameType), ...sessionFields });

/** A request to start as the use case takes it. */
export function toSessionRequest(body: z.output<ReturnType<typeof startBody>>): SessionRequest {
  return {
    gameType: body.game_type,
    classId: body.class_id,
    mode: body.mode,
    referenceId: body.reference_id,
    itemIds: body.item_ids,
    difficulty: body.difficulty,
    neverPractised: body.never_practised,
    limit: body.limit,
    shuffle: body.shuffle,
    listen: body.listen,
  };
}

const attempts = z.int().min(1).max(1_000_000).default(1);
const timeSpentMs = z.int().min(0).max(2_147_483_647);
const clientResultId = text(1, 255).meta({
  description: 'Unique in a session: the same one again gets the first answer.',
});

const resultFields = {
  item_id: Id,
  game_type: GameType.optional().meta({ description: 'The item’s game, in a session that plays several.' }),
  attempts,
  time_spent_ms: timeSpentMs,
  answer: Answer.refine(small, tooLarge).optional().meta({
    description:
      'The typed word, an option’s index or text, a list of options, or the tokens in order; by ear the text as it was typed, or a list of gaps, each typed or an option’s index. Given, the server grades it.',
  }),
  is_correct: z.boolean().optional().meta({ description: 'Taken only where there is no answer to grade.' }),
  client_result_id: clientResultId.optional(),
  metadata: z.record(z.string(), z.unknown()).refine(small, tooLarge).optional(),
  answered_at: Moment.optional().meta({
    description:
      'When it was answered, where that was earlier: the device was offline. Taken as between the session’s start and now.',
  }),
  rating: z.enum(['again', 'hard', 'good', 'easy']).optional().meta({
    description: 'Flashcards: how well the learner knew it.',
  }),
  hinted: z.enum(['none', 'shape', 'answer']).optional().meta({
    description: 'Whether a hint came before the answer, and whether it showed the answer.',
  }),
  after_end: z.literal('own_session').optional().meta({
    description:
      'Where the session has ended meanwhile, on another device say: the answer counts in a session of its own, once however often it is sent, instead of being refused with `session_completed`. Needs `client_result_id`.',
  }),
};

export const ResultBody = z
  .strictObject(resultFields)
  .refine((body) => body.after_end === undefined || body.client_result_id !== undefined, {
    error: 'is needed with after_end, so that the answer counts once',
    path: ['client_result_id'],
  });

/** A result as the use case takes it. */
export function toResultRequest(body: z.output<typeof ResultBody>): ResultRequest {
  return {
    itemId: body.item_id,
    gameType: body.game_type,
    attempts: body.attempts,
    timeSpentMs: body.time_spent_ms,
    answer: body.answer,
    isCorrect: body.is_correct,
    skipped: false,
    clientResultId: body.client_result_id,
    metadata: body.metadata,
    answeredAt: body.answered_at === undefined ? undefined : new Date(body.answered_at),
    rating: body.rating,
    hinted: body.hinted,
  };
}

/** A result that may come after its session's end, as the use case takes it; null for one that may not. */
export function toLateResult(body: z.output<typeof ResultBody>): KnownResult | null {
  const result = toResultRequest(body);
  const { clientResultId } = result;
  return body.after_end === undefined || clientResultId === undefined ? null : { ...result, clientResultId };
}

export const SkipBody = z
  .strictObject({
    item_id: Id.optional(),
    question_id: Id.optional().meta({ description: 'Another name for item_id.' }),
    time_spent_ms: timeSpentMs.default(0),
    client_result_id: clientResultId.optional(),
    answered_at: Moment.optional(),
  })
  .refine((body) => (body.item_id === undefined) !== (body.question_id === undefined), {
    error: 'needs item_id or question_id, one of them',
    path: ['item_id'],
  });

/** A skip as the use case takes it. */
export function toSkip(body: z.output<typeof SkipBody>): ResultRequest {
  return {
    itemId: body.item_id ?? body.question_id ?? '',
    attempts: 1,
    timeSpentMs: body.time_spent_ms,
    skipped: true,
    clientResultId: body.client_result_id,
    answeredAt: body.answered_at === undefined ? undefined : new Date(body.answered_at),
  };
}

export const CompleteBody = z.strictObject({
  final_score: z.number().min(0).max(1_000_000).optional(),
  correct_count: z.int().min(0).max(1_000_000).optional(),
  incorrect_count: z.int().min(0).max(1_000_000).optional(),
});
