import { join } from 'node:path';
import { z } from 'zod';
import { call } from '../harness/http.ts';
import { dialects } from '../harness/test-databases.ts';
import { eventually, TestStack } from '../harness/test-stack.ts';
import { type AssemblyaiState, startAssemblyai } from '../vendors/assemblyai.ts';
import type { StandIn } from '../vendors/stand-in.ts';

const admin = { userId: 'the-admin', role: 'admin' } as const;
const Uploaded = z.looseObject({ lesson: z.looseObject({ id: z.string(), status: z.string() }) });

let stack: TestStack;
let vendor: StandIn<AssemblyaiState>;
afterEach(async () => {
  await stack?.close();
  await vendor?.close();
});

// SQLite is one machine's own database.
const onServers = dialects.includes('mysql') ? test : test.skip;

onServers(
  'a recording that one machine took in is transcribed by the fetcher of another',
  async () => {
    vendor = await startAssemblyai();
    stack = await TestStack.create({ dialect: 'mysql', backend: 'pglite', storage: true });
    const machine = (name: string) => ({
      DATA_DIR: join(stack.folder, name),
      AUDIO_STORE: 'storage',
      ASSEMBLYAI_API_KEY: 'aai-key',
      ASSEMBLYAI_BASE_URL: vendor.url,
    });
    const { url } = await stack.startWeb(machine('one'));
    await stack.start('fetcher', machine('another'));
    await call(z.looseObject({}), 'POST', `${url}/api/v1/classes`, admin, {
      id: 'b2-mon',
      name: 'B2',
      teacher_id: 'iris',
      students: [],
    });

    const form = new FormData();
    form.append('class_id', 'b2-mon');
    form.append('file', new Blob([Buffer.alloc(300_000, 7)]), 'Monday.m4a');
    const { status, body } = await call(Uploaded, 'POST', `${url}/api/v1/lessons`, admin, form);
    expect([status, body.lesson.status]).toEqual([201, 'pending_transcript']);

    const lesson = await eventually('the transcript', async () => {
      const found = await stack.lessons.get(body.lesson.id);
      return found.cues !== null && found;
    });
    expect(Object.values(vendor.state.uploads)).toEqual([300_000]);
    expect(lesson.cues?.[0]).toMatchObject({ text: 'Good morning. Shall we start?' });
    expect(lesson.audio_path).toBeNull();
  },
  180_000,
);
