import { NotFoundError } from '@tulkka/shared/errors';
import type { Person } from '@tulkka/shared/people';
import type { PersonRepository } from '@tulkka/shared/repositories';
import type { Caller } from '../../access/caller.ts';

/** The profile of a person; a caller who has none gets one. @throws NotFoundError where somebody else has none */
export async function ensurePerson(people: PersonRepository, caller: Caller, userId: string): Promise<Person> {
  const found = await people.find(userId);
  if (found) return found;
  if (caller.userId !== userId) throw new NotFoundError('The person');
  const { account } = caller;
  const email = account?.email ?? null;
  await people.add({
    id: userId,
    auth_id: account?.id ?? null,
    name: email?.split('@')[0] ?? userId,
    email,
  });
  return people.get(userId);
}
