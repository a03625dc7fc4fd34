import { randomUUID } from 'node:crypto';

/** A user whose name stands for any other in what is recorded. */
export const modelUser = 'u0001';

const read = (name, path) => ({ name, method: 'GET', path });

/** What is measured: each for a user, whose name is part of path and body. */
export const measured = [
  read('topics', () => '/api/v1/grammar/categories'),
  read('items', () => '/api/v1/grammar/questions?category_id=article&limit=20'),
  read('word lists', () => '/api/v1/word-lists'),
  read('a list with words', (user) => `/api/v1/word-lists/${user}-1?include=words`),
  read('a session', (user) => `/api/v1/sessions/${user}-s2`),
  read('progress', (user) => `/api/v1/progress/${user}`),
  read('mistakes', (user) => `/api/v1/mistakes/${user}`),
  read('stats', () => '/api/v1/stats/me'),
  {
    name: 'record a result',
    method: 'POST',
    path: (user) => `/api/v1/sessions/${user}-active/result`,
    body: (user) => ({
      item_id: `${user}-1-3`,
      time_spent_ms: 1500,
      answer: 'word3',
      client_result_id: randomUUID(),
    }),
  },
  {
    name: 'start a session',
    method: 'POST',
    path: () => '/api/v1/sessions/start',
    body: () => ({
      game_type: 'grammar_challenge',
      mode: 'lesson',
      reference_id: 'article-a-an-the-or-nothing',
    }),
  },
];

/** The same route for one user as an HTTP request. */
export function requestOf(route, user) {
  return {
    method: route.method,
    path: route.path(user),
    headers: { 'x-user-id': user, 'content-type': 'application/json' },
    ...(route.body ? { body: JSON.stringify(route.body(user)) } : {}),
  };
}
