import type { Db } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import type { Person, PersonRole } from '../people/index.ts';
import { PersonRepository } from '../repositories/index.ts';

/** What a grant changed. */
export interface Grant {
  person: Person;
  before: PersonRole;
}

/**
 * Gives a person who has signed in before a role. @param who their e-mail or id
 * @throws NotFoundError where nobody is known by it
 */
export async function grantRole(db: Db, who: string, role: PersonRole): Promise<Grant> {
  const people = new PersonRepository(db);
  const person = (await people.findByEmail(who)) ?? (await people.find(who));
  if (!person) {
    throw new NotFoundError(`A person with the e-mail or id "${who}", who must sign in once before,`);
  }
  if (person.role !== role) await people.grant(person.id, role);
  return { person: await people.get(person.id), before: person.role };
}
