import { UnauthorizedError } from '@tulkka/shared/errors';
import type { Person } from '@tulkka/shared/people';
import type { PersonRepository } from '@tulkka/shared/repositories';
import { requireShortLife, type TokenClaims } from '../http/token-verifier.ts';
import type { Caller, Role } from './caller.ts';
import type { SignInSessions } from './sign-in-sessions.ts';

/** A role that was changed holds for everybody within this time, for each process asks at least so often. */
export const freshMs = 60_000;

/** Written at most so often that somebody was here. */
const seenEveryMs = 15 * 60_000;

/** People remembered; the eldest go first. */
const mostRemembered = 10_000;

type Known = Pick<Person, 'id' | 'role' | 'role_changed_at' | 'last_seen_at'>;

/** Finds out as whom a token's account calls. */
export class Callers {
  private readonly remembered = new Map<string, { person: Known | undefined; until: number }>();

  constructor(
    private readonly people: Pick<PersonRepository, 'findByAccount' | 'markSeen'>,
    private readonly sessions: Pick<SignInSessions, 'isEnded'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws UnauthorizedError when the sign-in has ended, or a token of staff lives too long. */
  async callerOf(claims: TokenClaims, token: string): Promise<Caller> {
    if (claims.sessionId !== null && (await this.sessions.isEnded(claims.sessionId, token))) {
      throw new UnauthorizedError('You have signed out; sign in again.');
    }
    const person = await this.personOf(claims.sub);
    const role = roleOf(claims, person);
    requireShortLife(claims, role);
    return { userId: person?.id ?? claims.sub, role, account: { id: claims.sub, email: claims.email } };
  }

  /** Has the next call of this account ask anew. */
  forget(account: string): void {
    this.remembered.delete(account);
  }

  private async personOf(account: string): Promise<Known | undefined> {
    const found = this.remembered.get(account);
    if (found && found.until > this.now()) return found.person;
    const person = await this.people.findByAccount(account);
    this.remembered.delete(account);
    this.remembered.set(account, { person, until: this.now() + freshMs });
    const [eldest] = this.remembered.keys();
    if (this.remembered.size > mostRemembered && eldest !== undefined) this.remembered.delete(eldest);
    const seen = person?.last_seen_at ? Date.parse(person.last_seen_at) : 0;
    if (person && seen < this.now() - seenEveryMs) await this.people.markSeen(person.id);
    return person;
  }
}

/** The role that the token's issuer gave, unless the profile's was changed since; else the profile's. */
function roleOf(claims: TokenClaims, person: Known | undefined): Role {
  const changedAt = person?.role_changed_at ? Date.parse(person.role_changed_at) / 1000 : 0;
  if (claims.role !== null && (!person || changedAt <= (claims.issuedAt ?? 0))) return claims.role;
  return person?.role ?? 'student';
}
