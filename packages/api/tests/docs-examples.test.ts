import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { seedStarterContent } from '@tulkka/shared/database';
import { ClassRepository } from '@tulkka/shared/repositories';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../../tests/harness/test-databases.ts';
import { createTestApi, listen, type TestApi } from './test-api.ts';

const run = promisify(execFile);
const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');

/** The calls of the page's shell examples, in their order, each on one line. */
const calls = [...page.matchAll(/```sh\n(.*?)```/gs)]
  .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
  .filter((line) => line.startsWith('curl '));

const Started = z.object({ id: z.string(), item_ids: z.array(z.string()).min(1) });

const hasCurl = spawnSync('bash', ['-c', 'command -v curl']).status === 0;
if (!hasCurl)
  process.stderr.write('NOT COVERED on this machine: the examples of docs/api.md (no bash with curl found)\n');

(hasCurl ? describe : describe.skip)('the calls that docs/api.md shows', () => {
  let database: TestDatabase;
  let api: TestApi;
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
    await seedStarterContent(database.db);
    // As the inbox makes it of a folder: `npm start` has it from the sample lesson.
    const demo = { id: 'demo', name: 'demo', teacher_id: 'demo-teacher', students: ['demo-student'] };
    await new ClassRepository(database.db).add(demo);
    api = await createTestApi(database);
    ({ url, close } = await listen(api));
  });
  afterAll(async () => {
    await close();
    await api.close();
    await database.drop();
  });

  test('work as they stand, one after the other', async () => {
    expect(calls.length).toBeGreaterThan(5);
    let session = { id: '', item_ids: [''] };
    for (const call of calls) {
      const command = call.replaceAll('SESSION', session.id).replaceAll('ITEM', session.item_ids[0] ?? '');
      const { stdout } = await run('bash', ['-c', `api=${url}/api/v1; ${command} -w '\\n%{http_code}'`]);
      const [, body = '', status] = /^(.*)\n(\d+)$/s.exec(stdout) ?? [];
      expect({ call, status, body }).toMatchObject({ call, status: expect.stringMatching(/^20[01]$/) });
      const started = Started.safeParse(JSON.parse(body));
      if (started.success) session = started.data;
    }
  });
});
