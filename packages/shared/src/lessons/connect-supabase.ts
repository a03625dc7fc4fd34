import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { type AppError, ConflictError, DependencyUnavailableError, UpstreamError } from '../errors/index.ts';

/** No answer of PostgREST takes longer: its own statement timeout for the service role is 8 s. */
const timeoutMs = 15_000;

/**
 * A client for the lessons database with the secret key. Nothing is kept between calls, and nothing is retried in
 * here: the loops that call come back by themselves, and a request of the API should fail fast.
 */
export function connectSupabase(url: string, key: string): SupabaseClient {
  return createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    db: { timeout: timeoutMs, retry: false },
  });
}

/** The parts of supabase-js' answer that we read. Nothing in it throws by itself. */
interface Answer {
  data: unknown;
  error: { code?: string; message: string } | null;
  status: number;
}

/** PostgREST and PostgreSQL codes that pass by themselves (vendor documentation, November 2026). */
const passing = new Set(['40001', '40P01', '57014', '57P01', '53300', 'PGRST000', 'PGRST001', 'PGRST002', 'PGRST003']);

/**
 * The data of an answer, or the right error: conflict for a unique key, unavailable for what passes, upstream else.
 * @param doing what was being done, for the error's sentence
 */
export function dataOf(answer: Answer, doing: string): unknown {
  const { error, status } = answer;
  if (!error) return answer.data;
  throw errorFor(error, status, doing);
}

function errorFor(error: { code?: string; message: string }, status: number, doing: string): AppError {
  const cause = { code: error.code, status, message: error.message };
  if (error.code === '23505') return new ConflictError(`${doing}: it is there already.`, { cause });
  const away = status === 0 || status === 502 || status === 503 || status === 504 || status === 520;
  if (away || passing.has(error.code ?? '')) {
    return new DependencyUnavailableError(`${doing}: the lessons database cannot be reached.`, { cause });
  }
  if (['PGRST202', 'PGRST204', 'PGRST205', '42P01', '42703'].includes(error.code ?? '')) {
    return new DependencyUnavailableError(
      `${doing}: the lessons database lacks what this version needs. Apply supabase/migrations (npm start does it for the embedded one).`,
      { cause },
    );
  }
  return new UpstreamError(`${doing}: the lessons database refused (${error.code ?? status}).`, { cause });
}
