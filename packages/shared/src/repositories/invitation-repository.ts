import { v7 as uuidv7 } from 'uuid';
import { type Db, toIso } from '../database/index.ts';
import { NotFoundError } from '../errors/index.ts';
import { createInvitationCode, readInvitationCode } from '../people/invitation-code.ts';

/** A way into a class: for whoever has the code, or for one learner whose place it opens. */
export interface Invitation {
  id: string;
  class_id: string;
  code: string;
  place_user_id: string | null;
  created_by: string;
  max_uses: number;
  uses: number;
  expires_at: string;
}

/** What a new invitation is made of. */
export type NewInvitation = Omit<Invitation, 'id' | 'code' | 'uses' | 'expires_at'> & { expires_at: Date };

type InvitationRow = Omit<Invitation, 'expires_at'> & { expires_at: unknown };

const columns: (keyof InvitationRow)[] = [
  'id',
  'class_id',
  'code',
  'place_user_id',
  'created_by',
  'max_uses',
  'uses',
  'expires_at',
];

/**
 * Invitations that still stand: neither ended, nor expired, nor used up. That of a place stands while its learner is in the
 * class: whoever teaches a class that a child left can no longer sign in as that child.
 */
export class InvitationRepository {
  constructor(private readonly db: Db) {}

  async add(invitation: NewInvitation): Promise<Invitation> {
    const at = new Date();
    const row = { id: uuidv7(), code: createInvitationCode(), uses: 0, ...invitation };
    await this.db('invitations').insert({ ...row, ended_at: null, created_at: at, updated_at: at });
    return toInvitation(row);
  }

  /** Those of a class that still stand, newest first. */
  async list(classId: string): Promise<Invitation[]> {
    const rows = await this.standing()
      .where({ class_id: classId })
      .orderBy('id', 'desc')
      .limit(1000)
      .select<InvitationRow[]>(columns);
    return rows.map(toInvitation);
  }

  /** @throws NotFoundError for one that is not this class's, or stands no longer */
  async get(classId: string, id: string): Promise<Invitation> {
    const row = await this.standing().where({ class_id: classId, id }).first<InvitationRow | undefined>(columns);
    if (!row) throw new NotFoundError('The invitation');
    return toInvitation(row);
  }

  /** @param typed the code as somebody wrote it. @throws NotFoundError alike for one unknown, ended, expired or used up */
  async findByCode(typed: string): Promise<Invitation> {
    const row = await this.standing()
      .where({ code: readInvitationCode(typed) })
      .first<InvitationRow | undefined>(columns);
    if (!row) throw new NotFoundError('An invitation with this code');
    return toInvitation(row);
  }

  /** Uses an invitation once; of several who use the last at once one succeeds. @throws NotFoundError for the others */
  async use(id: string): Promise<void> {
    const used = await this.standing()
      .where({ id })
      .update({ uses: this.db.raw('uses + 1'), updated_at: new Date() });
    if (used === 0) throw new NotFoundError('An invitation with this code');
  }

  /** Gives an invitation, also one that expired or was used up, a new code; the one before opens nothing any more. */
  async renew(classId: string, id: string, expiresAt: Date): Promise<Invitation> {
    const changed = await this.kept()
      .where({ class_id: classId, id })
      .update({ code: createInvitationCode(), uses: 0, expires_at: expiresAt, updated_at: new Date() });
    if (changed === 0) throw new NotFoundError('The invitation');
    return this.get(classId, id);
  }

  /** @throws NotFoundError for one that is not this class's, or was ended before */
  async end(classId: string, id: string): Promise<void> {
    const at = new Date();
    const ended = await this.db('invitations')
      .where({ class_id: classId, id })
      .whereNull('ended_at')
      .update({ ended_at: at, updated_at: at });
    if (ended === 0) throw new NotFoundError('The invitation');
  }

  /** Those that were not ended, whose place, where they open one, is in the class. */
  private kept() {
    const learners = this.db('class_students').select('user_id').where('class_id', this.db.ref('invitations.class_id'));
    return this.db('invitations')
      .whereNull('ended_at')
      .where((query) => query.whereNull('place_user_id').orWhere('place_user_id', 'in', learners));
  }

  private standing() {
    return this.kept().where('expires_at', '>', new Date()).whereRaw('uses < max_uses');
  }
}

const toInvitation = (
  row: InvitationRow | (NewInvitation & { id: string; code: string; uses: number }),
): Invitation => ({
  id: row.id,
  class_id: row.class_id,
  code: row.code,
  place_user_id: row.place_user_id,
  created_by: row.created_by,
  max_uses: row.max_uses,
  uses: row.uses,
  expires_at: toIso(row.expires_at),
});
