import type { PersonRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';

/** The names of people who are named by their ids beside it. */
export const Names = z
  .record(z.string(), z.string())
  .meta({ description: 'Names of the people whose ids stand here, by their ids; who never signed in has none.' });

/** Looks up what the people of an answer are called, in one statement. */
export async function namesIn(
  people: Pick<PersonRepository, 'namesOf'>,
  ids: readonly (string | null)[],
): Promise<Record<string, string>> {
  return Object.fromEntries(await people.namesOf(ids.flatMap((id) => id ?? [])));
}
