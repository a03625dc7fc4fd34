import type { AccessToken } from '../api/client.ts';
import type { NewsWish, OpenNews } from './follow-news.ts';

/** Opens the stream of our own host with the token in a header, where an EventSource would have to put it into the address. */
export function createNewsOpener(accessToken: AccessToken, origin: string = location.origin): OpenNews {
  const ask = (token: string | null, { lastId, practiceIn }: NewsWish, signal: AbortSignal): Promise<Response> => {
    const headers = new Headers({ Accept: 'text/event-stream' });
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    if (lastId !== '') headers.set('Last-Event-ID', lastId);
    const query = practiceIn === undefined ? '' : `?practice_in=${encodeURIComponent(practiceIn)}`;
    return fetch(`${origin}/api/v1/events${query}`, { headers, signal, cache: 'no-store' });
  };
  return async (wish, signal) => {
    const token = await accessToken();
    const response = await ask(token, wish, signal);
    return response.status === 401 && token !== null
      ? ask(await accessToken({ renewed: true }), wish, signal)
      : response;
  };
}
