import { measure } from './measure.mjs';
import { measured } from './routes.mjs';

/**
 * The same requests against a server that runs elsewhere, ours or another of the same contract: requests a second, the
 * 99th percentile and how many were refused. Its data are its own; a route without data for the user counts as refused.
 */
export async function measureTarget(base, { seconds, user, headers, print }) {
  const target = { base: base.replace(/\/$/, ''), headers };
  for (const route of measured) {
    for (const connections of [10, 100]) {
      const { rate, p99, failed } = await measure(target, route, { connections, seconds, user });
      const refused = failed > 0 ? `, ${failed} not answered with 2xx` : '';
      print(`${route.name}, ${connections} connections: ${Math.round(rate)}/s, p99 ${Math.round(p99)} ms${refused}`);
    }
  }
}
