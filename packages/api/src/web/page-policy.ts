import type { Config } from '@tulkka/shared/config';

/** The Content-Security-Policy of the app: everything from this host, sign-in and stored sound from Supabase, frames nowhere. */
export function pagePolicy({ signIn }: Pick<Config, 'signIn'>): string {
  const supabase = signIn === null || signIn.throughUs ? [] : [new URL(signIn.url).origin];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', ...supabase],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:', ...supabase],
    'connect-src': ["'self'", ...supabase],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
