import { UpstreamError } from '../errors/index.ts';

const zoomHosts = /(^|\.)(zoom\.us|zoomgov\.com)$/i;

/** Refuses an address that may not get our token: anything but https on a Zoom host, or the configured API's own origins. */
export function requireZoomAddress(address: string, trustedOrigins: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const trusted =
    url && (trustedOrigins.includes(url.origin) || (url.protocol === 'https:' && zoomHosts.test(url.hostname)));
  if (trusted) return url;
  throw new UpstreamError(
    `A recording’s download address leads to ${url?.host ?? 'nowhere'}, which is not Zoom: refused.`,
  );
}

/** Where downloads may carry the token besides Zoom's hosts: the API's own origin, where a stand-in is configured for it. */
export function trustedOrigins(apiBaseUrl: string): string[] {
  return [new URL(apiBaseUrl).origin];
}

/** A redirect may leave Zoom for its storage, but not for plain http, unless the download began there. */
export function requireSafeRedirect(from: URL, to: URL): void {
  if (to.protocol === 'https:' || from.protocol === 'http:') return;
  throw new UpstreamError(`A recording’s download was redirected to ${to.protocol}//${to.host}: refused.`);
}
