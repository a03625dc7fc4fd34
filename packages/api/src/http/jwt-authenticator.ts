import { createSecretKey } from 'node:crypto';
import { DependencyUnavailableError, UnauthorizedError } from '@tulkka/shared/errors';
import type { Request } from 'express';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Caller, nobody, type Role, roles } from '../access/caller.ts';
import type { Authenticator } from './authenticate.ts';
import { UserId } from './fields.ts';

/** Keys of a JWKS are public ones, so only signatures of key pairs are believed: a public key is no HMAC secret. */
const keyPairAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** Seconds that the clocks of two servers may differ by. */
const clockTolerance = 60;

/** A token that opens the doors of staff is a day's at most: one that is lost opens them no longer. */
const longestForStaff = 24 * 3600;

const Claims = z.object({
  sub: UserId,
  exp: z.number(),
  iat: z.number().optional(),
  role: z.unknown().optional(),
  // Supabase keeps here what only the server may write; user_metadata is the user's own and proves nothing.
  app_metadata: z.object({ role: z.unknown().optional() }).optional().catch(undefined),
});

export interface JwtSettings {
  secret: string | null;
  jwksUrl: string | null;
  audience: string | null;
  issuer: string | null;
}

/** Believes signed tokens only: HS256 with our secret, or a key of the identity provider's JWKS. */
export class JwtAuthenticator implements Authenticator {
  readonly mode = 'jwt';
  private readonly options: JWTVerifyOptions;
  private readonly getKey: JWTVerifyGetKey;

  constructor(settings: JwtSettings) {
    const { secret, jwksUrl, audience, issuer } = settings;
    this.options = {
      algorithms: jwksUrl === null ? ['HS256'] : keyPairAlgorithms,
      requiredClaims: ['sub', 'exp'],
      ...(audience === null ? {} : { audience }),
      ...(issuer === null ? {} : { issuer }),
    };
    if (jwksUrl === null) {
      const key = createSecretKey(secret ?? '', 'utf8');
      this.getKey = async () => key;
    } else {
      this.getKey = createRemoteJWKSet(new URL(jwksUrl));
    }
  }

  async identify(request: Request): Promise<Caller> {
    const header = request.get('Authorization');
    if (header === undefined) return nobody;
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
    if (token === undefined) throw new UnauthorizedError('Authorization must be "Bearer" and a token.');
    const claims = Claims.safeParse(await this.verify(token));
    if (!claims.success) throw new UnauthorizedError('The token names no user that we could know.');
    const { sub, role: claimed, app_metadata } = claims.data;
    const role =
      roles.find((known) => known === claimed) ?? roles.find((known) => known === app_metadata?.role) ?? 'student';
    requireTimes(claims.data, role);
    return { userId: sub, role };
  }

  private async verify(token: string): Promise<unknown> {
    try {
      return (await jwtVerify(token, this.getKey, this.options)).payload;
    } catch (error) {
      if (isOutage(error)) {
        throw new DependencyUnavailableError('The keys of the identity provider cannot be fetched.', { cause: error });
      }
      const expired = error instanceof errors.JWTExpired;
      throw new UnauthorizedError(expired ? 'The token has expired.' : 'The token does not hold.');
    }
  }
}

/** @throws UnauthorizedError for a token of the future, and for one of staff that lives too long. */
function requireTimes({ exp, iat }: z.output<typeof Claims>, role: Role): void {
  const now = Date.now() / 1000;
  if (iat !== undefined && iat > now + clockTolerance) {
    throw new UnauthorizedError('The token was issued in the future: set the clock of the server that signs it.');
  }
  if (role !== 'student' && exp - (iat ?? now) > longestForStaff + clockTolerance) {
    throw new UnauthorizedError('A token of a teacher, an admin or a service may be valid for 24 hours at most.');
  }
}

/** Whether the key server failed, and not the token. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}
