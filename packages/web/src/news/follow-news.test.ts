import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { followNews, type NewsWish } from './follow-news.ts';
import type { News } from './read-events.ts';

const times = { silentMs: 150, backMs: 20, longestBackMs: 40, gatherMs: 5 };

/** A server that does what the test says with each call, and what was heard of it. */
async function follow(serve: (response: ServerResponse, call: number, lastId: string | undefined) => void) {
  const calls: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const lastId = request.headers['last-event-id'];
    calls.push(lastId === undefined ? undefined : String(lastId));
    serve(response, calls.length, calls.at(-1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const heard: News[] = [];
  const live: boolean[] = [];
  const ending = new AbortController();
  const open = ({ lastId }: NewsWish, signal: AbortSignal) =>
    fetch(`http://127.0.0.1:${port}/`, { signal, headers: lastId === '' ? {} : { 'Last-Event-ID': lastId } });
  const follower = {
    open,
    hear: (news: readonly News[]) => heard.push(...news),
    live: (is: boolean) => live.at(-1) !== is && live.push(is),
  };
  const following = followNews(follower, ending.signal, '', times);
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const end = async (): Promise<string> => {
    ending.abort();
    const last = await following;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return last;
  };
  return { heard, live, calls, until, end };
}

const set = (id: string) => `event: set\nid: ${id}\ndata: {"id":"set ${id}"}\n\n`;

test('news are heard however the network cuts them, and a stream that breaks off is taken up after the last one', async () => {
  const { heard, calls, until, end } = await follow((response, call) => {
    if (call === 1) {
      response.write(set('7').slice(0, 12));
      setTimeout(() => response.write(`${set('7').slice(12)}: still here\nid: 9\n\nevent: se`), 10);
      setTimeout(() => response.destroy(), 40);
    } else response.write(set('12'));
  });
  await until(() => heard.length === 2);
  expect(heard).toEqual([
    { event: 'set', id: 'set 7' },
    { event: 'set', id: 'set 12' },
  ]);
  expect(calls.slice(0, 2)).toEqual([undefined, '9']);
  expect(await end()).toBe('12');
});

test('a stream that is refused or silent is not live, and is asked for again', async () => {
  const { live, calls, until, end } = await follow((response, call) => {
    if (call === 1) response.writeHead(429).end('{}');
    else if (call === 2) response.write(': here\n\n');
    else {
      const beat = setInterval(() => response.write(': here\n\n'), 50);
      response.on('close', () => clearInterval(beat));
    }
  });
  await until(() => live.length === 4);
  // Refused at first; then here, and silent; then here to stay.
  expect(live).toEqual([false, true, false, true]);
  await new Promise((resolve) => setTimeout(resolve, 2 * times.silentMs));
  expect([calls.length, live.length]).toEqual([3, 4]);
  await end();
});
