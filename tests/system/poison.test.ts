import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExerciseSet, NewLesson } from '@tulkka/shared/lessons';
import { KillingProxy, nameDatabaseStep } from '../harness/killing-proxy.ts';
import { eventually, root, TestStack } from '../harness/test-stack.ts';

const sample = readFileSync(join(root, 'packages/shared/sample-lesson/sample.vtt'), 'utf8');

let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.create({ dialect: 'sqlite', backend: 'pglite' });
}, 180_000);

afterAll(() => stack?.close());

const setOf = (topic: string): Promise<ExerciseSet> =>
  eventually(
    `the set of ${topic}`,
    async () =>
      (await stack.sets.list({ classIds: null, page: 1, limit: 50 })).sets.find(({ title }) => title === topic),
    180_000,
  );

const stamp = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(11, 19)}.000`;
const toVtt = (cues: string[], secondsEach: number): string =>
  `WEBVTT\n\n${cues.map((cue, i) => `${i + 1}\n${stamp(i * secondsEach)} --> ${stamp((i + 1) * secondsEach)}\n${cue}\n`).join('\n')}`;
const sampleCues = sample.split(/\r?\n/).filter((line) => /^[\p{L} .]+: /u.test(line));

/** Always the same noise. */
function* noise(): Generator<number> {
  for (let state = 42; ; state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) yield state;
}
const numbers = noise();
const nextNumber = (below: number): number => (numbers.next().value ?? 0) % below;
const gibberish = (): string =>
  Array.from({ length: 8 }, () =>
    String.fromCharCode(...Array.from({ length: 1 + nextNumber(9) }, () => 97 + nextNumber(26))),
  ).join(' ');

const spanish = [
  'Profesora: Buenos días, ¿qué tal el fin de semana?',
  'Alumno: Muy bien, fuimos a la playa con mis primos y comimos mucho pescado.',
  'Profesora: Hoy vamos a hablar de los viajes y de la comida.',
  'Alumno: Me parece perfecto, porque la semana que viene viajo a Lisboa.',
];
const poison: [topic: string, vtt: string][] = [
  [
    'noise',
    toVtt(
      Array.from({ length: 400 }, () => `Speaker ${nextNumber(3)}: ${gibberish()}`),
      4,
    ),
  ],
  [
    'wrong language',
    toVtt(
      Array.from({ length: 200 }, (_, i) => spanish[i % spanish.length] ?? ''),
      5,
    ),
  ],
  [
    'three hundred speakers',
    toVtt(
      Array.from(
        { length: 900 },
        (_, i) => `Person ${i % 300}: ${(sampleCues[i % sampleCues.length] ?? '').replace(/^[^:]+: /, '')}`,
      ),
      4,
    ),
  ],
  [
    'six hours',
    toVtt(
      Array.from({ length: 2700 }, (_, i) => `${sampleCues[i % sampleCues.length]} ${i}`),
      8,
    ),
  ],
  [
    'one word again and again',
    toVtt(
      Array.from({ length: 500 }, () => `Ana: ${'no '.repeat(50)}`),
      4,
    ),
  ],
  [
    'only marks',
    toVtt(
      Array.from({ length: 100 }, (_, i) => `Ana: [inaudible] ... ?! ${i}`),
      4,
    ),
  ],
];

test('odd lessons end as an honest set with its reason, and the others are not held up', async () => {
  for (const [topic, vtt] of poison) stack.drop(`odd/${topic}.vtt`, vtt);
  stack.drop('demo/an ordinary lesson.vtt', sample);
  const fetcher = await stack.start('fetcher');
  const worker = await stack.start('worker');

  expect(await setOf('an ordinary lesson')).toMatchObject({ quality_passed: true });
  const report: Record<string, number> = {};
  for (const [topic] of poison) {
    const { exercises, total_exercises, quality_passed } = await setOf(topic);
    report[topic] = total_exercises;
    // Few items, or none, and the words for it: never a full set made of nothing.
    if (!quality_passed)
      expect([topic, exercises.quality.notes]).toEqual([topic, expect.arrayContaining([expect.any(String)])]);
  }
  expect([report.noise, report['wrong language'], report['one word again and again'], report['only marks']]).toEqual([
    0, 0, 0, 0,
  ]);
  const { lessons } = await stack.lessons.list({ classIds: ['odd'], page: 1, limit: 50 });
  expect(lessons.map(({ status, last_error }) => [status, last_error])).toEqual(poison.map(() => ['completed', null]));
  // A long lesson keeps its worker busy for seconds; the connection it then stores its set on must not be a closed one.
  expect(worker.lines().filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  const slowest = Math.max(
    ...worker.lines().flatMap(({ message, ms }) => (message === 'lesson completed' ? [Number(ms)] : [])),
  );
  expect(slowest).toBeLessThan(30_000);
  expect(await fetcher.stop()).toEqual({ code: 0, signal: null });
  expect(await worker.stop()).toEqual({ code: 0, signal: null });
}, 360_000);

test('a lesson that ends its worker every time is given up after the last attempt, and the next one is done', async () => {
  const lesson = (topic: string): NewLesson => ({
    recording_id: `test:${topic}`,
    source: 'upload',
    status: 'pending_processing',
    resume_status: 'pending_processing',
    topic,
    started_at: new Date().toISOString(),
    class_id: 'demo',
    transcript: 'Ana: Hello.',
    cues: [{ start_ms: 0, end_ms: 1000, speaker: 'Ana', text: 'Hello.' }],
    speakers: ['Ana'],
  });
  const proxy = new KillingProxy();
  const variables = { MAX_ATTEMPTS: '2', SUPABASE_URL: await proxy.front(stack.supabase.url, nameDatabaseStep) };
  const { lesson: deadly } = await stack.lessons.add(lesson('deadly'));
  for (const attempt of [1, 2]) {
    const worker = stack.spawn('worker', variables);
    // Killed while it holds the lesson, as one that eats all memory would do it.
    await proxy.killAt({ step: 'update zoom_summaries: claim', moment: 'after' }, () => worker.kill());
    expect((await stack.lessons.get(deadly.id)).attempt_count).toBe(attempt);
  }
  await stack.lessons.add(lesson('the next one'));
  const worker = await stack.start('worker', variables);
  expect(await setOf('the next one')).toMatchObject({ total_exercises: 0 });
  const given = await eventually('the deadly lesson to be given up', async () => {
    const found = await stack.lessons.get(deadly.id);
    return found.status === 'failed' && found;
  });
  expect(given).toMatchObject({ lease_owner: null, last_error: expect.stringMatching(/ended 2 times/) });
  // A person may try it again, and then it is well.
  await stack.lessons.retry(deadly.id);
  expect(await setOf('deadly')).toMatchObject({ total_exercises: 0 });
  await worker.stop();
  await proxy.close();
}, 180_000);
