import { UnauthorizedError, ValidationError } from '@tulkka/shared/errors';
import type { Request } from 'express';
import { type Caller, nobody, roles } from '../access/caller.ts';
import { UserId } from './fields.ts';

/** Finds out who calls. In trusted mode the parsed body may name the caller, so it is asked again when that is known. */
export interface Authenticator {
  readonly mode: 'trusted' | 'jwt';
  /** @throws UnauthorizedError when a proof of identity is given and does not hold. */
  identify(request: Request, body?: unknown): Promise<Caller>;
}

/** Believes what the request says of itself: for a private network or a laptop. */
export class TrustedAuthenticator implements Authenticator {
  readonly mode = 'trusted';

  async identify(request: Request, body?: unknown): Promise<Caller> {
    const role = (request.get('X-User-Role') ?? 'student').toLowerCase();
    const known = roles.find((name) => name === role);
    if (!known) {
      throw new ValidationError([{ path: 'X-User-Role', message: `must be one of ${roles.join(', ')}` }]);
    }
    const named = request.get('X-User-Id') ?? request.query.user_id ?? userIdIn(body) ?? request.params.user_id;
    if (named === undefined || named === null || named === '') return { ...nobody, role: known };
    const userId = UserId.safeParse(named);
    if (!userId.success) throw new UnauthorizedError('X-User-Id or user_id must be 1 to 128 visible ASCII characters.');
    return { userId: userId.data, role: known };
  }
}

const userIdIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'user_id' in body ? body.user_id : undefined;
