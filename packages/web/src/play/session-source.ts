import { type Api, answerOf } from '../api/client.ts';
import { mayDoBetterLater } from '../api/problem.ts';
import { dueOf, readAhead } from '../offline/ahead.ts';
import { deviceName } from '../offline/device.ts';
import { leftOf } from './left-of.ts';
import { fromPracticeSession, fromSession, type GameType, type PlaySession } from './play-item.ts';

/** So many items make a session that fits between two other things. */
const itemsOfASession = 20;

/** What a learner wants to play. */
export type Wish =
  | { kind: 'practice' }
  | { kind: 'session'; id: string }
  | { kind: 'game'; gameType: GameType; mode: 'mistakes' | 'review'; listen?: boolean }
  | { kind: 'game'; gameType: GameType; mode: 'lesson' | 'topic' | 'custom'; referenceId: string; listen?: boolean };

/** The session that a learner wants; practice also without a network, from what is kept on the device. */
export async function openWish(api: Api, userId: string, wish: Wish): Promise<PlaySession> {
  switch (wish.kind) {
    case 'practice':
      return openPractice(api, userId);
    case 'session':
      return leftOf(fromSession(await answerOf(api.GET('/api/v1/sessions/{session_id}', ofSession(wish.id)))));
    case 'game':
      return startGame(api, wish);
  }
}

const ofSession = (session_id: string) => ({ params: { path: { session_id }, query: { include: 'items' as const } } });

async function openPractice(api: Api, userId: string): Promise<PlaySession> {
  try {
    const body = { limit: itemsOfASession, device: await deviceName(userId) };
    const session = await answerOf(api.POST('/api/v1/practice', { body }));
    return leftOf(fromPracticeSession(session));
  } catch (error) {
    const ahead = mayDoBetterLater(error) ? await readAhead(userId) : undefined;
    if (ahead === undefined) throw error;
    return fromPracticeSession(dueOf(ahead, new Date(), itemsOfASession));
  }
}

async function startGame(api: Api, wish: Wish & { kind: 'game' }): Promise<PlaySession> {
  const started = await answerOf(
    api.POST('/api/v1/sessions/start', {
      params: { query: { include: 'items' } },
      body: {
        game_type: wish.gameType,
        mode: wish.mode,
        limit: itemsOfASession,
        ...('referenceId' in wish && { reference_id: wish.referenceId }),
        ...(wish.listen && { listen: true }),
      },
    }),
  );
  return fromSession(started);
}
