import { ConflictError } from '@tulkka/shared/errors';
import { z } from 'zod';
import { text } from '../src/http/fields.ts';
import { defineRoute, type Route } from '../src/http/route.ts';

/** Lets a test hold a handler and count its runs. */
export interface Probe {
  runs: number;
  gate: Promise<void>;
  routes: Route[];
}

/** Routes of the tests' own, to look at what the mechanism does around a handler. */
export function createProbe(): Probe {
  const probe: Probe = { runs: 0, gate: Promise.resolve(), routes: [] };
  const common = { tag: 'probe', summary: 'For tests', access: 'known', limit: 'processing' } as const;
  const Counted = z.strictObject({ runs: z.int(), user_id: z.string() });
  const work = defineRoute({
    ...common,
    method: 'post',
    path: '/probe/{id}',
    operationId: 'probe',
    params: z.strictObject({ id: text(1, 64) }),
    body: z.strictObject({ say: text(1, 50), fail: z.enum(['conflict', 'crash']).optional() }),
    response: { status: 201, schema: Counted },
    errors: ['conflict'],
  }).handledBy(async ({ body, userId }) => {
    probe.runs++;
    await probe.gate;
    if (body.fail === 'conflict') throw new ConflictError('It is taken.');
    if (body.fail === 'crash') throw new Error('select * from secrets where password = hunter2');
    return { body: { runs: probe.runs, user_id: userId } };
  });
  const read = defineRoute({
    ...common,
    method: 'get',
    path: '/probe',
    operationId: 'readProbe',
    response: { status: 200, schema: Counted },
    errors: [],
  }).handledBy(async ({ userId }) => {
    probe.runs++;
    await probe.gate;
    return { body: { runs: probe.runs, user_id: userId } };
  });
  probe.routes.push(work, read);
  return probe;
}
