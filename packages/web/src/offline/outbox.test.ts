import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../api/client.ts';
import { forgetLearner } from './forget-learner.ts';
import { learnerDatabase, type Waiting } from './learner-database.ts';
import { createOutbox, type Outbox, type Said } from './outbox.ts';
import { waitingStore } from './waiting-store.ts';

/** A server that records results as ours does: known by their `client_result_id`, in the order of their arrival. */
class Recorder {
  readonly recorded: string[] = [];
  /** The sessions that were ended meanwhile by somebody else. */
  readonly over = new Set<string>();
  /** Which session each result was recorded in. */
  readonly places: Record<string, string> = {};
  /** How many calls it got, whatever became of them. */
  calls = 0;
  /** What happens to the calls to come; `record` when there is nothing left. */
  weather: ('record' | 'lose the answer' | 'refuse' | 503 | 429 | 401)[] = [];
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  url = '';

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    this.calls += 1;
    const next = this.weather.shift() ?? 'record';
    if (typeof next === 'number') return this.problem(response, next, 'not_now');
    const ended = request.url?.split('/').at(-2) ?? '';
    const { client_result_id: name = 'complete', after_end: afterEnd } = JSON.parse(text);
    if (this.over.has(ended) && afterEnd === undefined) return this.problem(response, 409, 'session_completed');
    const session = this.over.has(ended) ? `alone-${name}` : ended;
    if (next === 'refuse') return this.problem(response, 422, 'not_in_session');
    if (!this.recorded.includes(name)) this.recorded.push(name);
    this.places[name] ??= session;
    if (next === 'lose the answer') return void request.socket.destroy();
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ success: true, recorded: true, item_id: name }));
  }

  private problem(response: ServerResponse, status: number, code: string): void {
    response.writeHead(status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ status, code, detail: 'Not now.' }));
  }
}

const result = (name: string, sessionId = 'session'): Waiting => ({
  kind: 'result',
  sessionId,
  body: { item_id: name, game_type: 'flashcards', time_spent_ms: 1, is_correct: true, client_result_id: name },
});

describe('the outbox', () => {
  let server: Recorder;
  let retries: (() => void)[];
  const outboxes: Outbox[] = [];

  const open = async (userId: string | null, inOneTab = (work: () => Promise<void>) => work()): Promise<Outbox> => {
    const outbox = createOutbox({
      api: createApi(async () => 'token', server.url),
      store: waitingStore(userId === null ? Promise.resolve(null) : learnerDatabase(userId)),
      inOneTab,
      later: (work) => {
        retries.push(work);
        return () => undefined;
      },
    });
    outboxes.push(outbox);
    return outbox;
  };
  const settle = async (outbox: Outbox): Promise<void> => {
    await outbox.flush();
    for (let retry = retries.shift(); retry !== undefined; retry = retries.shift()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      retry();
      await outbox.flush();
    }
  };

  beforeEach(async () => {
    retries = [];
    server = new Recorder();
    await server.open();
  });
  afterEach(() => {
    for (const outbox of outboxes.splice(0)) outbox.close();
    server.close();
  });

  test.each([
    ['kept in the browser', 'mia'],
    ['kept in memory, where the browser forbids more', null],
  ])('what is %s arrives once and in order, whatever the weather', async (_name, userId) => {
    server.weather = [503, 'record', 'lose the answer', 429, 'record', 'record'];
    const outbox = await open(userId);
    for (const name of ['a', 'b', 'c']) await outbox.add(result(name));
    await outbox.add({ kind: 'complete', sessionId: 'session' });
    await settle(outbox);
    expect(server.recorded).toEqual(['a', 'b', 'c', 'complete']);
    expect(await outbox.count()).toBe(0);
  });

  test('what the server will never take is let go, and what is behind it goes on', async () => {
    const outbox = await open('ben');
    const heard: [string, Said][] = [];
    outbox.onSaid((id, said) => heard.push([id, said]));
    server.weather = ['refuse'];
    await outbox.add(result('late'));
    await outbox.add(result('next'));
    await settle(outbox);
    expect(server.recorded).toEqual(['next']);
    expect(heard).toMatchObject([
      ['late', { refused: { status: 422, code: 'not_in_session' } }],
      ['next', { outcome: { item_id: 'next' } }],
    ]);
  });

  test('what comes after another tab or device ended the session counts in a session of its own, once', async () => {
    const outbox = await open('lea');
    const heard: [string, Said][] = [];
    outbox.onSaid((id, said) => heard.push([id, said]));
    server.over.add('session');
    // The session of its own cannot be had at once, and what was said of it is lost on the way.
    server.weather = ['record', 503, 'record', 'lose the answer'];
    await outbox.add(result('late'));
    await outbox.add(result('in time', 'other'));
    await outbox.add({ kind: 'complete', sessionId: 'other' });
    await settle(outbox);
    expect(server.recorded).toEqual(['late', 'in time', 'complete']);
    expect(server.places).toMatchObject({ late: 'alone-late', 'in time': 'other' });
    expect(heard).toMatchObject([
      ['late', { outcome: { item_id: 'late' } }],
      ['in time', { outcome: { item_id: 'in time' } }],
    ]);
    expect(await outbox.count()).toBe(0);
  });

  test('who must sign in again loses nothing', async () => {
    const outbox = await open('ana');
    // The call itself is made again with a new token; when that does not hold either, everything waits.
    server.weather = [401, 401];
    await outbox.add(result('kept'));
    await outbox.flush();
    expect([server.recorded, await outbox.count()]).toEqual([[], 1]);
    await settle(outbox);
    expect([server.recorded, await outbox.count()]).toEqual([['kept'], 0]);
  });

  test('a closed tab leaves its results to the next one', async () => {
    server.weather = [503];
    const first = await open('leo');
    await first.add(result('from yesterday'));
    await first.flush();
    const second = await open('leo');
    await second.add(result('from today'));
    await settle(second);
    expect(server.recorded).toEqual(['from yesterday', 'from today']);
  });

  test('two tabs send each result once between them', async () => {
    let busy = false;
    const oneTab = async (work: () => Promise<void>): Promise<void> => {
      if (busy) throw new Error('Another tab is sending.');
      busy = true;
      await work().finally(() => {
        busy = false;
      });
    };
    const [one, other] = [await open('tom', oneTab), await open('tom', oneTab)];
    await Promise.all(['a', 'b', 'c', 'd'].map((name, i) => (i % 2 === 0 ? one : other).add(result(name))));
    await Promise.all([settle(one), settle(other)]);
    await settle(one);
    expect(server.recorded.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(server.calls).toBe(4);
  });

  test('a learner who signs out leaves nothing', async () => {
    server.weather = [503];
    const outbox = await open('zoe');
    await outbox.add(result('unsent'));
    await outbox.flush();
    await forgetLearner('zoe');
    expect(await (await open('zoe')).count()).toBe(0);
  });
});
