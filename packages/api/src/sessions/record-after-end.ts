import { createHash } from 'node:crypto';
import { isDuplicateKey } from '@tulkka/shared/database';
import { AppError } from '@tulkka/shared/errors';
import { type GameSession, gameOfItem, SessionRepository } from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import { completeSession } from './complete-session.ts';
import type { ResultRequest } from './judge-result.ts';
import type { Player } from './player.ts';
import { recordResult, type SessionPlace } from './record-result.ts';
import type { ResultOutcome } from './result-outcome.ts';
import { startSession } from './start-session.ts';

/** An answer that can be told from all others of its session. */
export type KnownResult = ResultRequest & { clientResultId: string };

/**
 * Records an answer, and where another tab or device has ended its session meanwhile, in a session of its own. However
 * often and however late it is sent again, it counts once: the id of that session is made of the answer's.
 */
export async function recordAlsoAfterEnd(
  db: Knex,
  player: Player,
  place: SessionPlace,
  result: KnownResult,
  at: Date,
): Promise<ResultOutcome> {
  try {
    return await recordResult(db, player, place, result, at);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'session_completed') throw error;
    return recordAlone(db, player, place, result, at);
  }
}

/** Each of the three steps changes nothing where it was taken before. */
async function recordAlone(
  db: Knex,
  player: Player,
  { sessionId, gameType }: SessionPlace,
  result: KnownResult,
  at: Date,
): Promise<ResultOutcome> {
  const ended = await new SessionRepository(db).get({ id: sessionId, userId: player.userId, gameType });
  const own = { sessionId: ownSessionId(ended, result) };
  const request = { gameType: gameOfItem(ended, result), itemIds: [result.itemId], listen: ended.listen };
  const answeredAt = result.answeredAt?.getTime() ?? at.getTime();
  // The learner was still in the session that has ended, so that the answer keeps its time.
  const began = new Date(Math.max(Date.parse(ended.startedAt), Math.min(at.getTime(), answeredAt)));
  if (!(await hasSession(db, player, own))) {
    await startSession(db, player, request, began, own.sessionId).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }
  const outcome = await recordResult(db, player, own, result, at);
  await completeSession(db, player, own, {}, at);
  return outcome;
}

const hasSession = (db: Knex, { userId }: Player, { sessionId: id }: SessionPlace): Promise<boolean> =>
  new SessionRepository(db).get({ id, userId }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return false;
      throw error;
    },
  );

/** The same for the same answer: a UUID of version 8, which RFC 9562 leaves to who makes it. */
function ownSessionId({ id }: GameSession, { clientResultId }: KnownResult): string {
  const hex = createHash('sha256').update(`${id} ${clientResultId}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
