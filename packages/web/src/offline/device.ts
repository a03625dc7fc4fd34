import { newId } from '../api/new-id.ts';
import { learnerDatabase } from './learner-database.ts';

/** What this device calls itself to the API: a random name, for this learner alone. */
export async function deviceName(userId: string): Promise<string> {
  const database = await learnerDatabase(userId);
  const kept: unknown = await database?.get('copies', 'device').catch(() => undefined);
  if (typeof kept === 'string') return kept;
  const name = newId();
  await database?.put('copies', name, 'device').catch(() => undefined);
  return name;
}
