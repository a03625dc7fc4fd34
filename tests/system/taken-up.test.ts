import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { call } from '../harness/http.ts';
import { eventually, root, TestStack } from '../harness/test-stack.ts';

const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8');
const variant = (note: string) => sample.replace(/^WEBVTT[^\n]*\n/, (head) => `${head}\nNOTE ${note}\n`);
const admin = { userId: 'the-admin', role: 'admin' } as const;

/** As .env.example has them: what production runs with. */
const asInProduction = { ZOOM_POLL_INTERVAL: '300', ZOOM_FETCH_INTERVAL: '300', LEASE_SECONDS: '120' };
/** Idle processes look every 5 s, and a lesson of half an hour is read in about 2 s on a busy machine. */
const withinMs = 12_000;

test('with the intervals of production, a lesson that is dropped or uploaded while all is idle has its exercises within seconds', async () => {
  const stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite', variables: asInProduction });
  try {
    const [web] = await Promise.all([stack.startWeb(), stack.start('fetcher'), stack.start('worker')]);
    // Idle for longer than the pauses need to grow.
    await new Promise((resolve) => setTimeout(resolve, 8000));
    const setOf = (title: string) =>
      eventually(
        `the exercises of ${title}`,
        async () => {
          const { sets } = await stack.sets.list({ classIds: null, page: 1, limit: 50 });
          return sets.find((set) => set.title === title);
        },
        withinMs,
      );

    stack.drop('demo/Dropped.vtt', variant('dropped'));
    await setOf('Dropped');

    const form = new FormData();
    form.set('class_id', 'demo');
    form.set('topic', 'Uploaded');
    form.set('file', new Blob([variant('uploaded')]), 'lesson.vtt');
    const uploaded = await call(z.looseObject({}), 'POST', `${web.url}/api/v1/lessons`, admin, form);
    expect(uploaded.status).toBe(201);
    await setOf('Uploaded');
  } finally {
    await stack.close();
  }
}, 240_000);
