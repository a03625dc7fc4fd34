import { type StandIn, startStandIn } from './stand-in.ts';

export interface SupabaseAuthState {
  publishableKey: string;
  /** The switches of the dashboard, as `GET /settings` shows them to everybody with the publishable key. */
  settings: {
    external: Record<string, boolean>;
    disable_signup: boolean;
    mailer_autoconfirm: boolean;
  };
  siteUrl: string;
  /** Algorithms of the published signing keys. */
  algorithms: string[];
}

/** Stands in for what of a hosted project's Auth can be seen from outside: a new project as it comes. */
export function startSupabaseAuth(state: Partial<SupabaseAuthState> = {}): Promise<StandIn<SupabaseAuthState>> {
  const whole: SupabaseAuthState = {
    publishableKey: 'sb_publishable_stand_in',
    settings: {
      external: { email: true, phone: false, google: false, anonymous_users: false },
      disable_signup: false,
      mailer_autoconfirm: false,
    },
    siteUrl: 'http://localhost:3000',
    algorithms: ['ES256'],
    ...state,
  };
  return startStandIn({
    state: whole,
    script: [],
    operationOf: (_method, url) => url.pathname.replace('/auth/v1/', ''),
    handle: async (operation, exchange) => {
      if (operation === '.well-known/jwks.json') {
        const keys = whole.algorithms.map((alg, i) => ({ kid: `key-${i}`, alg, kty: 'EC', use: 'sig' }));
        return exchange.json(200, { keys });
      }
      if (exchange.request.headers.apikey !== whole.publishableKey) {
        return exchange.json(401, { message: 'Invalid API key', hint: 'Double check your Supabase `anon` API key.' });
      }
      if (operation === 'settings') return exchange.json(200, whole.settings);
      if (operation === 'verify') {
        const why = 'error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid+or+has+expired';
        exchange.response.writeHead(303, { Location: `${whole.siteUrl}/#${why}` }).end();
        return;
      }
      return exchange.json(404, { code: 404, msg: 'Not Found' });
    },
  });
}
