import { UnauthorizedError, ValidationError } from '@tulkka/shared/errors';
import type { Request } from 'express';
import { type Caller, nobody, roles } from '../access/caller.ts';
import type { Callers } from '../access/callers.ts';
import { UserId } from './fields.ts';
import { bearerOf, type TokenVerifier } from './token-verifier.ts';

/** Finds out who calls. In trusted mode the parsed body may name the caller, so it is asked again when that is known. */
export interface Authenticator {
  readonly mode: 'trusted' | 'jwt';
  /** @throws UnauthorizedError when a proof of identity is given and does not hold. */
  identify(request: Request, body?: unknown): Promise<Caller>;
}

/** Believes a token that holds, and nothing else. */
export class JwtAuthenticator implements Authenticator {
  readonly mode = 'jwt';

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly callers: Callers,
  ) {}

  async identify(request: Request): Promise<Caller> {
    return (await callerByToken(request, this.tokens, this.callers)) ?? nobody;
  }
}

/** Believes a token where one is sent, else what the request says of itself: for a private network or a laptop. */
export class TrustedAuthenticator implements Authenticator {
  readonly mode = 'trusted';

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly callers: Callers,
  ) {}

  async identify(request: Request, body?: unknown): Promise<Caller> {
    const signedIn = await callerByToken(request, this.tokens, this.callers);
    if (signedIn) return signedIn;
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

/** Who calls with a token; undefined where none is sent. @throws UnauthorizedError for one that does not hold */
async function callerByToken(request: Request, tokens: TokenVerifier, callers: Callers): Promise<Caller | undefined> {
  const token = bearerOf(request);
  return token === undefined ? undefined : callers.callerOf(await tokens.check(token), token);
}

const userIdIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'user_id' in body ? body.user_id : undefined;
