import { QueryClient, QueryObserver, type QueryObserverResult } from '@tanstack/react-query';
import { showFirst, shownFirst } from './shown-first.ts';

const queryKey = ['today', 'mia'];
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
afterEach(() => queries.clear());

/** What a screen shows at first, and when all is said. */
async function shown(queryFn: () => Promise<string>): Promise<(string | undefined)[]> {
  const observer = new QueryObserver(queries, { queryKey, queryFn });
  const data = (result: QueryObserverResult<string>): string | undefined => shownFirst(result).data;
  const first = data(observer.getCurrentResult());
  const last = await new Promise<string | undefined>((resolve) => {
    observer.subscribe((result) => result.fetchStatus === 'idle' && resolve(data(result)));
  });
  observer.destroy();
  return [first, last];
}

const refuse = (): Promise<string> => Promise.reject(new Error('This account is gone.'));

test('a copy is shown until the server has answered, which it is asked to do at once', async () => {
  showFirst(queries, queryKey, '3 due');
  expect(await shown(async () => '5 due')).toEqual(['3 due', '5 due']);
});

test('a copy that the server refuses to confirm is not shown any longer', async () => {
  showFirst(queries, queryKey, '3 due');
  expect(await shown(refuse)).toEqual(['3 due', undefined]);
});

test('what the server has said once stays when a later question fails', async () => {
  await queries.prefetchQuery({ queryKey, queryFn: async () => '5 due' });
  await queries.invalidateQueries({ queryKey });
  expect(await shown(refuse)).toEqual(['5 due', '5 due']);
});
