import { routes } from '../src/routes/index.ts';

const game = (prefix: string, groups: string, items: string): string[] =>
  [
    `get /${groups}`,
    'get /lessons',
    `get /${items}`,
    'post /sessions',
    'get /sessions/{}',
    'post /sessions/{}/results',
    'post /sessions/{}/complete',
    `get /${items}/{}/hint`,
    'get /mistakes',
  ].map((route) => route.replace(' /', ` /api/v1/${prefix}/`));

/** The 61 routes that existing clients call. */
const contract = [
  'get /',
  'get /health',
  'post /api/v1/process',
  'post /api/v1/process/batch',
  'get /api/v1/exercises',
  'post /api/v1/process-zoom-lesson',
  'get /api/v1/get-transcript',
  'post /api/v1/fetch-zoom-recordings',
  'post /api/v1/word-lists',
  'get /api/v1/word-lists',
  'get /api/v1/word-lists/{}',
  'patch /api/v1/word-lists/{}',
  'delete /api/v1/word-lists/{}',
  'post /api/v1/word-lists/{}/favorite',
  'get /api/v1/word-lists/{}/words',
  'post /api/v1/word-lists/{}/words',
  'get /api/v1/word-lists/{}/words/{}',
  'patch /api/v1/word-lists/{}/words/{}',
  'delete /api/v1/word-lists/{}/words/{}',
  'get /api/v1/flashcards/sessions/{}',
  'get /api/v1/flashcards/stats/me',
  'get /api/v1/spelling/sessions/{}',
  'get /api/v1/spelling/pronunciations/{}',
  'get /api/v1/spelling/words',
  ...game('cloze', 'topics', 'items'),
  ...game('grammar', 'categories', 'questions'),
  'post /api/v1/grammar/sessions/{}/skip',
  ...game('sentence', 'topics', 'items'),
  'get /api/v1/sentence/items/{}/tts',
  'post /api/v1/sessions/start',
  'get /api/v1/sessions/{}',
  'post /api/v1/sessions/{}/result',
  'post /api/v1/sessions/{}/complete',
  'get /api/v1/progress/{}',
  'get /api/v1/stats/me',
  'get /api/v1/stats/class/{}',
  'get /api/v1/mistakes/{}',
];

test('all 61 routes of the contract are there', () => {
  expect(contract).toHaveLength(61);
  const served = new Set(routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`));
  expect(contract.filter((route) => !served.has(route))).toEqual([]);
});

test('the limits are those of the contract', () => {
  const limitOf = (method: string, path: string) => routes.find((r) => r.method === method && r.path === path)?.limit;
  expect(limitOf('get', '/api/v1/cloze/topics')).toBe('catalog');
  expect(limitOf('get', '/api/v1/progress/{user_id}')).toBe('catalog');
  expect(limitOf('get', '/api/v1/mistakes/{user_id}')).toBe('catalog');
  expect(limitOf('post', '/api/v1/sessions/{session_id}/result')).toBe('results');
  expect(limitOf('post', '/api/v1/process')).toBe('processing');
  expect(limitOf('get', '/api/v1/exercises')).toBe('default');
  expect(limitOf('get', '/health')).toBeNull();
});
