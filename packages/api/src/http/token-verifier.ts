import { createSecretKey } from 'node:crypto';
import { DependencyUnavailableError, UnauthorizedError } from '@tulkka/shared/errors';
import type { Request } from 'express';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import { z } from 'zod';
import { type Role, roles } from '../access/caller.ts';
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
  email: z.string().max(255).optional().catch(undefined),
  session_id: z.string().max(128).optional().catch(undefined),
  role: z.unknown().optional(),
  // Supabase keeps here what only the server may write; user_metadata is the user's own and proves nothing.
  app_metadata: z.object({ role: z.unknown().optional() }).optional().catch(undefined),
});

/** What a token says of who sends it, once it was found to hold. */
export interface TokenClaims {
  sub: string;
  /** The role that its issuer gave; null where it says none that we know. */
  role: Role | null;
  email: string | null;
  /** The sign-in at the identity provider that the token comes from. */
  sessionId: string | null;
  /** Seconds since 1970. */
  issuedAt: number | null;
  expiresAt: number;
}

export interface TokenSettings {
  secret: string | null;
  jwksUrl: string | null;
  audience: string | null;
  issuer: string | null;
}

/** Believes signed tokens only: HS256 with our secret, or a key of the identity provider's JWKS. */
export class TokenVerifier {
  private readonly options: JWTVerifyOptions;
  private readonly getKey: JWTVerifyGetKey;

  constructor(settings: TokenSettings) {
    const { secret, jwksUrl, audience, issuer } = settings;
    this.options = {
      algorithms: jwksUrl === null ? ['HS256'] : keyPairAlgorithms,
      requiredClaims: ['sub', 'exp'],
      ...(audience === null ? {} : { audience }),
      ...(issuer === null ? {} : { issuer }),
    };
    if (jwksUrl !== null) this.getKey = createRemoteJWKSet(new URL(jwksUrl));
    else if (secret !== null) {
      const key = createSecretKey(secret, 'utf8');
      this.getKey = async () => key;
    } else {
      this.getKey = async () => {
        throw new errors.JWTInvalid('there is nothing to check a token with');
      };
    }
  }

  /** @throws UnauthorizedError for a token that does not hold; DependencyUnavailableError where its keys cannot be had. */
  async check(token: string): Promise<TokenClaims> {
    const claims = Claims.safeParse(await this.verify(token));
    if (!claims.success) throw new UnauthorizedError('The token names no user that we could know.');
    const { sub, role, app_metadata, email, session_id: sessionId, exp, iat } = claims.data;
    if (iat !== undefined && iat > Date.now() / 1000 + clockTolerance) {
      throw new UnauthorizedError('The token was issued in the future: set the clock of the server that signs it.');
    }
    return {
      sub,
      role: roles.find((known) => known === role) ?? roles.find((known) => known === app_metadata?.role) ?? null,
      email: email ?? null,
      sessionId: sessionId ?? null,
      issuedAt: iat ?? null,
      expiresAt: exp,
    };
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

/** The token of a request; undefined where it brings none. @throws UnauthorizedError for another kind of proof */
export function bearerOf(request: Request): string | undefined {
  const header = request.get('Authorization');
  if (header === undefined) return undefined;
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new UnauthorizedError('Authorization must be "Bearer" and a token.');
  return token;
}

/** @throws UnauthorizedError for a token of staff that lives too long. */
export function requireShortLife({ expiresAt, issuedAt }: TokenClaims, role: Role): void {
  if (role === 'student' || expiresAt - (issuedAt ?? Date.now() / 1000) <= longestForStaff + clockTolerance) return;
  throw new UnauthorizedError('A token of a teacher, an admin or a service may be valid for 24 hours at most.');
}

/** Whether the key server failed, and not the token. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC'
  );
}
