import { type Api, answerOf, type Schema } from '../api/client.ts';
import { readCopy, writeCopy } from './copies.ts';
import { deviceName } from './device.ts';

/** So many days can be practised without a network. */
const aheadDays = 7;
const most = 100;

interface Ahead {
  /** The learner's day on which it was fetched. */
  date: string;
  session: Schema<'PracticeSession'>;
  /** What was answered of it on this device, by `gameType itemId`. */
  answered: string[];
}

/** Keeps practice for the coming days on this device; once a day, when the network is there. */
export async function keepAhead(api: Api, userId: string, date: string): Promise<void> {
  const kept = await readAhead(userId);
  if (kept?.date === date) return;
  const device = `${await deviceName(userId)} ahead`;
  const body = { limit: most, ahead_days: aheadDays, device };
  const session = await answerOf(api.POST('/api/v1/practice', { body })).catch(() => null);
  if (session !== null) await writeCopy(userId, 'ahead', { date, session, answered: [] } satisfies Ahead);
}

/** What is kept for days without a network, or nothing. */
export const readAhead = (userId: string): Promise<Ahead | undefined> => readCopy<Ahead>(userId, 'ahead');

/** What of it is to be practised now: due by now, or new, and not answered here yet. */
export function dueOf({ session, answered }: Ahead, now: Date, limit: number): Schema<'PracticeSession'> {
  const done = new Set(answered);
  const items = session.items
    .filter(({ game_type, item_id }) => !done.has(`${game_type} ${item_id}`))
    .filter(({ due_at }) => due_at === null || Date.parse(due_at) <= now.getTime())
    .slice(0, limit);
  return { ...session, items };
}

/** Remembers that something was answered, so that it does not come again before the network does. */
export async function markAnswered(userId: string, sessionId: string, key: string): Promise<void> {
  const kept = await readAhead(userId);
  if (kept === undefined || kept.session.id !== sessionId) return;
  await writeCopy(userId, 'ahead', { ...kept, answered: [...kept.answered, key] });
}
