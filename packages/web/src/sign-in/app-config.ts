import type { Schema } from '../api/client.ts';

/** Asks once how people sign in here; a failure is asked again at the next call. */
export function createAppConfigReader(ask: () => Promise<Schema<'AppConfig'>>): () => Promise<Schema<'AppConfig'>> {
  let asked: Promise<Schema<'AppConfig'>> | null = null;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}
