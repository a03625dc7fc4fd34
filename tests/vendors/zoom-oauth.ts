import { randomBytes } from 'node:crypto';
import type { Exchange } from './stand-in.ts';

/** The part of the stand-in's state that its token endpoint keeps. */
export interface OauthState {
  clientId: string;
  clientSecret: string;
  accountId: string;
  accessTokenSeconds: number;
  /** The one refresh token that works; every refresh replaces it. */
  refreshToken: string;
  /** Access tokens and when they end, in ms. */
  accessTokens: Record<string, number>;
  formerRefreshTokens: string[];
  refreshes: number;
  /** A refresh token that was used before, or is unknown, was presented. */
  reusedRefreshTokens: number;
  /** 400 invalid_grant whatever is presented. */
  revoked: boolean;
}

export function newOauthState(): OauthState {
  return {
    clientId: 'client-id',
    clientSecret: 'client-secret',
    accountId: 'account-id',
    accessTokenSeconds: 3600,
    refreshToken: 'refresh-0',
    accessTokens: {},
    formerRefreshTokens: [],
    refreshes: 0,
    reusedRefreshTokens: 0,
    revoked: false,
  };
}

/** POST /oauth/token: rotating refresh tokens, or the account's own credentials. */
export async function grantToken(state: OauthState, exchange: Exchange): Promise<void> {
  const form = new URLSearchParams(await exchange.readText());
  exchange.seen.body = Object.fromEntries(form);
  const expected = `Basic ${Buffer.from(`${state.clientId}:${state.clientSecret}`).toString('base64')}`;
  if (exchange.request.headers.authorization !== expected) {
    return exchange.json(400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' });
  }
  const grant = form.get('grant_type');
  if (grant === 'account_credentials') {
    if (form.get('account_id') !== state.accountId) {
      return exchange.json(400, { reason: 'Bad Request', error: 'invalid_request' });
    }
    state.refreshes += 1;
    return exchange.json(200, newAccessToken(state));
  }
  if (grant !== 'refresh_token') {
    return exchange.json(400, { reason: 'unsupported grant type', error: 'unsupported_grant_type' });
  }
  const presented = form.get('refresh_token') ?? '';
  if (state.revoked || presented !== state.refreshToken) {
    if (state.formerRefreshTokens.includes(presented)) state.reusedRefreshTokens += 1;
    return exchange.json(400, { reason: 'Invalid Token!', error: 'invalid_grant' });
  }
  state.refreshes += 1;
  state.formerRefreshTokens.push(presented);
  state.refreshToken = `refresh-${randomBytes(8).toString('hex')}`;
  return exchange.json(200, { ...newAccessToken(state), refresh_token: state.refreshToken });
}

function newAccessToken(state: OauthState): Record<string, unknown> {
  const token = `access-${randomBytes(8).toString('hex')}`;
  state.accessTokens[token] = Date.now() + state.accessTokenSeconds * 1000;
  return {
    access_token: token,
    token_type: 'bearer',
    expires_in: state.accessTokenSeconds,
    scope: 'cloud_recording:read:list_user_recordings user:read:list_users:admin',
    api_url: 'https://api.zoom.us',
  };
}

/** Whether a request carries an access token that lives. */
export function isAuthorized(state: OauthState, authorization: string | undefined): boolean {
  const token = authorization?.replace(/^Bearer /, '') ?? '';
  return (state.accessTokens[token] ?? 0) > Date.now();
}
