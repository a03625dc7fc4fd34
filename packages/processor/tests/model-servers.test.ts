import type { Analysis } from '@tulkka/shared/exercises';
import type { Cue, Transcript } from '@tulkka/shared/transcripts';
import {
  type ModelServer,
  type ModelServerStandIn,
  modelServerAnswers,
  startModelServer,
} from '../../../tests/vendors/model-servers.ts';
import { readerFor } from './reader-for.ts';

const servers: ModelServer[] = ['llama.cpp', 'Ollama', 'LM Studio', 'vLLM'];
const byRules: Analysis = { vocabulary: [], corrections: [], sentences: [{ text: 'Rules.', quote: 'Rules.' }] };
const cue = (speaker: string, text: string): Cue => ({ start_ms: null, end_ms: null, speaker, text });
const lesson = (...cues: Cue[]): Transcript => ({ format: 'vtt', cues, speakers: ['Ana', 'Ben'] });
const short = lesson(cue('Ana', 'Backpack means a bag for your back.'), cue('Ben', 'Yesterday I goed to school.'));
const backpack = {
  term: 'backpack',
  part_of_speech: 'noun',
  definition: 'a bag for your back',
  quote: 'Backpack means a bag for your back.',
};
const whole = JSON.stringify({ vocabulary: [backpack], corrections: [], sentences: [], account: null });
const letters = (n: number): string => String.fromCodePoint(97 + Math.floor(n / 26), 97 + (n % 26));
/** Each turn teaches a word of its own, so that a turn that was never read is seen. */
const taught = (count: number): Transcript =>
  lesson(
    ...Array.from({ length: count }, (_, n) =>
      cue('Ana', `Word${letters(n)} means a thing that we talk about in lessons.`),
    ),
  );
const long = taught(300);

let server: ModelServerStandIn | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function against(
  kind: ModelServer,
  change: Parameters<typeof startModelServer>[1] = {},
  env: Record<string, string> = {},
) {
  server = await startModelServer(kind, change);
  const own = { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL: 'local-model', ...env };
  return readerFor(own, { left: Number.POSITIVE_INFINITY, byRules });
}

interface SeenChat {
  temperature: number;
  messages: { role: string; content: string }[];
  response_format: { type: string; json_schema: { strict: boolean; schema: { required: string[] } } };
}
const asked = (): SeenChat[] => (server?.requests ?? []).map(({ body }) => body as SeenChat);

test.each(servers)(
  '%s reads a lesson without a key, by chat with a nested schema, and costs no tokens of anybody',
  async (kind) => {
    const { reader, translator } = await against(kind, { thoughts: 'Let me see { "vocabulary": 1 }' });
    expect(await reader.read(short)).toMatchObject({
      engine: 'openai',
      analysis: { vocabulary: [{ term: 'backpack', definition: 'a bag for your back' }] },
      notes: [],
      usage: { input_tokens: expect.any(Number), cost_usd: 0 },
    });
    expect((await translator.translate([{ text: 'backpack' }], 'Hebrew')).byText.get('backpack')).toBe(
      '[Hebrew] backpack',
    );
    const [first] = asked();
    expect(server?.requests.map(({ url }) => url)).toEqual(['/v1/chat/completions', '/v1/chat/completions']);
    expect(first).toMatchObject({
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'lesson_analysis', strict: true } },
    });
    expect(first).not.toHaveProperty('max_tokens');
    // The schema is told as well, for models that are not held to it.
    expect(first?.messages[0]?.content).toContain(JSON.stringify(first?.response_format.json_schema.schema));
  },
);

test.each([
  ['in a fence', `\`\`\`json\n${whole}\n\`\`\``],
  ['behind its thoughts', `<think>{"vocabulary": []} or not?</think>\n${whole}`],
  ['behind thoughts that were begun in the prompt', `Is it {"vocabulary": []}?\n</think>\n${whole}`],
  ['between sentences', `Here you are:\n${whole}\nAnything else?`],
])('a model that is held to nothing is understood %s', async (_, text) => {
  const { reader } = await against('Ollama', { keepsSchemas: false, texts: [text] });
  expect(await reader.read(short)).toMatchObject({ engine: 'openai', analysis: { vocabulary: [backpack] } });
  expect(asked()).toHaveLength(1);
});

test('an answer that breaks the schema is sent back once, with what is wrong with it', async () => {
  const broken = JSON.stringify({ vocabulary: 'none', corrections: [], sentences: [] });
  const { reader, budget } = await against('Ollama', { keepsSchemas: false, texts: [broken, whole] });
  const reading = await reader.read(short);
  expect(reading).toMatchObject({ engine: 'openai', analysis: { vocabulary: [backpack] } });
  const [, again] = asked();
  expect(again?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(again?.messages[2]?.content).toBe(broken);
  expect(again?.messages[3]?.content).toMatch(/at vocabulary \(.*expected array/);
  expect(budget.spent).toBe(reading.usage.input_tokens + reading.usage.output_tokens);
});

test('a model that only chatters is asked twice, and then the rules read', async () => {
  const { reader } = await against('LM Studio', { keepsSchemas: false });
  const reading = await reader.read(short);
  expect(reading).toMatchObject({ engine: 'rules', analysis: byRules });
  expect(reading.notes).toEqual([expect.stringMatching(/nonsense twice: the answer is not JSON/)]);
  expect(asked()).toHaveLength(2);
});

test.each(servers)(
  '%s with a context smaller than the lesson reads all of it in parts, and a person hears the remedy',
  async (kind) => {
    const { reader, lines } = await against(kind, { context: 2_600 });
    const { analysis, engine, notes } = await reader.read(long);
    expect(engine).toBe('openai');
    expect(new Set(analysis.vocabulary.map(({ term }) => term)).size).toBe(300);
    expect(notes).toEqual([expect.stringMatching(/smaller parts: .*num_ctx.*--ctx-size.*--max-model-len/)]);
    expect(lines).toEqual(notes);
    // One size is found for the whole lesson: the parts that fit are not preceded by one that does not, each.
    expect(asked().length).toBeLessThan(12);
  },
);

test('a lesson of whatever length is read whole by an Ollama that cuts at 4096 tokens, also where it cuts a few only', async () => {
  const whole: number[] = [];
  const cut: boolean[] = [];
  for (let count = 150; count <= 290; count += 10) {
    const { reader } = await against('Ollama', { context: 4_096 });
    const { analysis } = await reader.read(taught(count));
    whole.push(new Set(analysis.vocabulary.map(({ term }) => term)).size - count);
    cut.push(asked().length > 1);
    await server?.close();
  }
  expect(whole.every((missing) => missing === 0)).toBe(true);
  // Some were cut and some were not: the limit lies between them.
  expect(new Set(cut).size).toBe(2);
});

test('a context that holds not even a small part is no reason to guess: the rules read, with the remedy', async () => {
  const { reader } = await against('Ollama', { context: 300 });
  const reading = await reader.read(long);
  expect(reading).toMatchObject({ engine: 'rules', analysis: byRules });
  expect(reading.notes).toEqual([expect.stringMatching(/Even a small part .*num_ctx/)]);
});

test('blanks without end, up to the limit of tokens, are a cut answer and not an analysis', async () => {
  const { reader } = await against('vLLM', { texts: [`{"vocabulary": [${'x '.repeat(30_000)}`] });
  const reading = await reader.read(short);
  expect(reading.notes).toEqual([expect.stringMatching(/cut off however small/)]);
});

test('a server that still loads its model is waited for', async () => {
  const script = [{ on: 'chat/completions', answer: modelServerAnswers.loading }];
  const { reader } = await against('llama.cpp', { script });
  expect(await reader.read(short)).toMatchObject({ engine: 'openai' });
  const later = await against('llama.cpp', {
    script: [{ on: 'chat/completions', answer: modelServerAnswers.loading, times: 9 }],
  });
  await expect(later.reader.read(short, { mayRetry: true })).rejects.toMatchObject({
    retryable: true,
    message: expect.stringMatching(/^The model server is away: it answered HTTP 503/),
  });
});

test.each(['Ollama', 'LM Studio', 'vLLM'] as const)(
  'a model that %s does not have is an error for a person',
  async (kind) => {
    const { reader } = await against(kind, {}, { OPENAI_MODEL: 'another' });
    expect((await reader.read(short)).notes[0]).toMatch(/The model server rejected the request .*OPENAI_MODEL/);
  },
);

test('asked by Responses, llama.cpp ignores the schema: why auto does not', async () => {
  const { reader } = await against('llama.cpp', {}, { OPENAI_API: 'responses' });
  expect(await reader.read(short)).toMatchObject({ engine: 'rules', notes: [expect.stringMatching(/not JSON/)] });
  expect(server?.requests.every(({ url }) => url === '/v1/responses')).toBe(true);
});
