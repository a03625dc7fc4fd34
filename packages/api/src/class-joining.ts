import { randomUUID } from 'node:crypto';
import { inTransaction } from '@tulkka/shared/database';
import { ConflictError } from '@tulkka/shared/errors';
import {
  ClassRepository,
  type Invitation,
  InvitationRepository,
  type LessonClass,
  PersonRepository,
  PublicationRepository,
} from '@tulkka/shared/repositories';
import type { Knex } from 'knex';
import type { Caller } from './access/caller.ts';

/** How learners come into classes by their own will, and out of them. */
export class ClassJoining {
  constructor(private readonly db: Knex) {}

  /** Makes places in a class for learners without an account, each with a code that opens it once. */
  async addPlaces(
    classId: string,
    names: readonly string[],
    invitation: { created_by: string; expires_at: Date },
  ): Promise<{ name: string; invitation: Invitation }[]> {
    return inTransaction(this.db, async (transaction) => {
      const people = new PersonRepository(transaction);
      const invitations = new InvitationRepository(transaction);
      const added = [];
      for (const name of names) {
        const place = `place-${randomUUID()}`;
        await people.add({ id: place, name });
        await this.enrol(transaction, classId, place);
        const made = { ...invitation, class_id: classId, place_user_id: place, max_uses: 1 };
        added.push({ name, invitation: await invitations.add(made) });
      }
      return added;
    });
  }

  /**
   * Uses a code for the caller: they are in its class then, or are the learner whose place it opens.
   * @throws NotFoundError for a code that opens nothing; ConflictError where the caller is somebody already
   */
  async accept(caller: Caller, userId: string, code: string): Promise<LessonClass> {
    return inTransaction(this.db, async (transaction) => {
      const invitations = new InvitationRepository(transaction);
      const classes = new ClassRepository(transaction);
      const invitation = await invitations.findByCode(code);
      const lessonClass = await classes.get(invitation.class_id);
      if (invitation.place_user_id !== null) {
        await invitations.use(invitation.id);
        await this.takePlace(transaction, caller, invitation.place_user_id);
        return lessonClass;
      }
      if (lessonClass.teacher_id === userId) throw new ConflictError('You teach this class.');
      // Who is in the class already uses nothing up, so that a repeated call does no harm.
      if (await this.enrol(transaction, invitation.class_id, userId)) await invitations.use(invitation.id);
      return classes.get(invitation.class_id);
    });
  }

  /** Takes a learner out of a class; what they learnt stays theirs. False when they are not in it. */
  async leave(classId: string, userId: string): Promise<boolean> {
    return inTransaction(this.db, (transaction) => new ClassRepository(transaction).removeStudent(classId, userId));
  }

  private async enrol(transaction: Knex, classId: string, userId: string): Promise<boolean> {
    const joined = await new ClassRepository(transaction).addStudent(classId, userId);
    if (joined) await new PublicationRepository(transaction).addPastLists(classId, userId);
    return joined;
  }

  /** From now on the caller's account signs in as the learner of this place. */
  private async takePlace(transaction: Knex, { account, userId }: Caller, place: string): Promise<void> {
    const people = new PersonRepository(transaction);
    if (!account?.email || userId === null) {
      throw new ConflictError('Sign in with an account of your own to take this place over, or open it with its code.');
    }
    const { email } = await people.get(place);
    if (email !== null) throw new ConflictError('This place belongs to an account already.');
    if ((await new ClassRepository(transaction).listOfPerson(userId)).length > 0) {
      throw new ConflictError('You are in a class already: sign in with another account, or ask for an invitation.');
    }
    await people.delete(userId);
    await people.change(place, { auth_id: account.id, email: account.email });
  }
}
