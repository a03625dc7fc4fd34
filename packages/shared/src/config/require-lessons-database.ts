import { ValidationError } from '../errors/index.ts';
import type { Settings } from './config.ts';

/**
 * The address and key of the lessons database, for processes that cannot do without it.
 * @throws ValidationError that says how to get one
 */
export function requireLessonsDatabase({ config, secrets }: Settings, process: string): { url: string; key: string } {
  if (config.supabaseUrl !== null && secrets.supabaseKey !== null) {
    return { url: config.supabaseUrl, key: secrets.supabaseKey };
  }
  const remedy = 'set SUPABASE_URL and SUPABASE_KEY, or use npm start, which runs an embedded one';
  const message = `The ${process} needs the lessons database: ${remedy}.`;
  throw new ValidationError([{ path: 'SUPABASE_URL', message: remedy }], message);
}
