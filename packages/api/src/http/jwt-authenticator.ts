import { createSecretKey } from 'node:crypto';
import { DependencyUnavailableError, UnauthorizedError } from '@tulkka/shared/errors';
import type { Request } from 'express';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Caller, nobody, roles } from '../access/caller.ts';
import type { Authenticator } from './authenticate.ts';
import { UserId } from './fields.ts';

/** Keys of a JWKS are public ones, so only signatures of key pairs are believed: a public key is no HMAC secret. */
const keyPairAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

const Claims = z.object({
  sub: UserId,
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
      requiredClaims: ['sub'],
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
    const { sub, role, app_metadata } = claims.data;
    const named = roles.find((known) => known === role) ?? roles.find((known) => known === app_metadata?.role);
    return { userId: sub, role: named ?? 'student' };
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

/** Whether the key server failed, and not the token. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}
