import type { Analysis } from '@tulkka/shared/exercises';
import type { Cue, Transcript } from '@tulkka/shared/transcripts';
import {
  answers,
  type OpenaiStandIn,
  rateLimited,
  scriptedTokens,
  startOpenai,
} from '../../../tests/vendors/openai.ts';
import { readerFor } from './reader-for.ts';

let vendor: OpenaiStandIn;
beforeEach(async () => {
  vendor = await startOpenai();
});
afterEach(() => vendor.close());

const cue = (speaker: string | null, text: string): Cue => ({ start_ms: null, end_ms: null, speaker, text });
const lesson = (...cues: Cue[]): Transcript => ({ format: 'vtt', cues, speakers: ['Ana', 'Ben'] });

const transcript = lesson(
  cue('Ana', 'Backpack means a bag for'),
  cue('Ana', 'your back.'),
  cue('Ben', 'Yesterday I goed to school, with my backpack.'),
  cue('Ana', 'You went to school! I go to school every day.'),
);
const good: Analysis = {
  vocabulary: [
    {
      term: 'backpack',
      part_of_speech: 'noun',
      definition: 'a bag for your back',
      quote: 'Backpack means a bag for your back.',
    },
  ],
  corrections: [
    { wrong: 'I goed', right: 'I went', category: 'tense', explicit: false, quote: 'Yesterday I goed to school' },
  ],
  sentences: [{ text: 'I go to school every day.', quote: 'I go to school every day.' }],
};
const byRules: Analysis = { vocabulary: [], corrections: [], sentences: [{ text: 'Rules.', quote: 'Rules.' }] };

function newReader({ remaining, ...change }: { remaining?: number; partCharacters?: number; timeoutMs?: number } = {}) {
  const env = { OPENAI_API: 'responses', OPENAI_BASE_URL: vendor.baseUrl, OPENAI_API_KEY: 'openai-key' };
  const prices = { OPENAI_INPUT_PRICE: '0.1', OPENAI_OUTPUT_PRICE: '0.5' };
  return readerFor({ ...env, ...prices }, { left: remaining ?? Number.POSITIVE_INFINITY, byRules }, change);
}

/** What was asked in the calls that no script answered. */
const inputs = () =>
  asked().flatMap(({ body }) => (body === undefined ? [] : [String((body as { input: string }).input)]));
const asked = () => vendor.requests.filter(({ operation }) => operation === 'responses');

test('a good answer is the analysis, with its cost and the version of its prompt', async () => {
  vendor.state.outputs.push(good);
  const { reader, budget, calls } = newReader();
  const reading = await reader.read(transcript);
  expect(reading).toEqual({
    analysis: good,
    account: null,
    engine: 'openai',
    notes: [],
    promptVersion: expect.stringMatching(/^lesson-analysis-\d+$/),
    usage: {
      input_tokens: vendor.state.inputTokens,
      output_tokens: vendor.state.outputTokens,
      cost_usd: expect.any(Number),
    },
  });
  expect(reading.usage.cost_usd).toBeCloseTo(
    (vendor.state.inputTokens * 0.1 + vendor.state.outputTokens * 0.5) / 1e6,
    6,
  );
  expect(budget.spent).toBe(vendor.state.inputTokens + vendor.state.outputTokens);
  expect(calls).toEqual([{ vendor: 'openai', operation: 'analysis', outcome: 'ok', ms: expect.any(Number) }]);
});

test('the request keeps nothing at the vendor, sends no sampling parameters and the whole lesson, turn by turn', async () => {
  vendor.state.outputs.push(good);
  await newReader().reader.read(transcript);
  expect(asked()[0]?.body).toMatchObject({
    store: false,
    model: 'gpt-6-luna',
    text: { format: { type: 'json_schema', strict: true } },
  });
  expect(asked()[0]?.body).not.toHaveProperty('temperature');
  expect(asked()[0]?.body).toHaveProperty(
    'input',
    'Ana: Backpack means a bag for your back.\nBen: Yesterday I goed to school, with my backpack.\nAna: You went to school! I go to school every day.',
  );
});

test('what the transcript does not back is dropped, and the report says so', async () => {
  vendor.state.outputs.push({
    vocabulary: [
      ...good.vocabulary,
      { term: 'unicorn', part_of_speech: 'noun', definition: null, quote: 'A unicorn is a horse.' },
    ],
    corrections: [
      ...good.corrections,
      { wrong: 'I eated', right: 'I ate', category: 'tense', explicit: true, quote: 'Yesterday I goed to school' },
      { wrong: 'I goed', right: 'i goed', category: 'tense', explicit: true, quote: 'Yesterday I goed to school' },
    ],
    sentences: [...good.sentences, { text: 'I love unicorns very much.', quote: 'I go to school every day.' }],
  });
  const reading = await newReader().reader.read(transcript);
  expect(reading.analysis).toEqual(good);
  expect(reading.notes).toEqual([
    expect.stringContaining('1 of the model’s taught words'),
    expect.stringContaining('2 of the model’s corrections'),
    expect.stringContaining('1 of the model’s sentences'),
  ]);
});

test('the model’s account of the lesson comes along; a server that gives none loses nothing', async () => {
  vendor.state.outputs.push({ ...good, account: 'They talked about school. The past tense was hard.' }, good);
  const { reader } = newReader();
  expect((await reader.read(transcript)).account).toBe('They talked about school. The past tense was hard.');
  expect(await reader.read(transcript)).toMatchObject({ account: null, analysis: good });
});

test('a quote with another comma or capital is mended to the words of the transcript; half a word is no quote', async () => {
  vendor.state.outputs.push({
    vocabulary: [
      { term: 'backpack', part_of_speech: 'noun', definition: ' ', quote: 'backpack means a bag, for your back' },
      { term: 'sch', part_of_speech: 'noun', definition: null, quote: 'I goed to sch' },
    ],
    corrections: [],
    sentences: [],
  });
  const { analysis } = await newReader().reader.read(transcript);
  expect(analysis.vocabulary).toEqual([
    { term: 'backpack', part_of_speech: 'noun', definition: null, quote: 'Backpack means a bag for your back' },
  ]);
});

test('a long lesson is split between turns, nothing is left out, and the parts are one analysis', async () => {
  const cues = Array.from({ length: 60 }, (_, i) =>
    cue(i % 2 ? 'Ben' : 'Ana', `Turn ${i} is about the number ${i} and little else, really.`),
  );
  const { reader } = newReader({ partCharacters: 1_000 });
  const reading = await reader.read(lesson(...cues));
  expect(inputs().length).toBeGreaterThan(3);
  expect(inputs().join('\n').split('\n')).toEqual(cues.map(({ speaker, text }) => `${speaker}: ${text}`));
  for (const input of inputs()) expect(input.length).toBeLessThanOrEqual(1_000);
  expect(reading.engine).toBe('openai');
});

test('a turn longer than a part is split between its sentences', async () => {
  const text = Array.from({ length: 80 }, (_, i) => `This is sentence number ${i} of one long breath.`).join(' ');
  await newReader({ partCharacters: 1_000 }).reader.read(lesson(cue(null, text)));
  expect(inputs().join(' ')).toBe(text);
  for (const input of inputs()) expect(input).toMatch(/\.$/);
});

test('an input that the model does not take is asked for again in smaller parts, and nothing is left out', async () => {
  const cues = Array.from({ length: 400 }, (_, i) =>
    cue(i % 2 ? 'Ben' : 'Ana', `Turn ${i} is about the number ${i} and very little else.`),
  );
  vendor.state.longestInput = 9_000;
  const reading = await newReader().reader.read(lesson(...cues));
  expect(reading).toMatchObject({ engine: 'openai', usage: { input_tokens: vendor.state.inputTokens } });
  const taken = inputs().filter((input) => input.length <= 9_000);
  expect(taken.join('\n').split('\n')).toEqual(cues.map(({ speaker, text }) => `${speaker}: ${text}`));
});

test('an answer that is cut off is asked for again in two halves, and all three are paid', async () => {
  const cues = Array.from({ length: 200 }, (_, i) =>
    cue(i % 2 ? 'Ben' : 'Ana', `Turn ${i} is about the number ${i} and very little else.`),
  );
  vendor.script.push({ on: 'responses', answer: answers.cutOff });
  const reading = await newReader().reader.read(lesson(...cues));
  expect(reading).toMatchObject({
    engine: 'openai',
    usage: { input_tokens: vendor.state.inputTokens + scriptedTokens },
  });
  expect(inputs()).toHaveLength(2);
  expect(inputs().join('\n').split('\n')).toHaveLength(200);
});

test.each([
  ['a refusal', answers.refusal, 1, /refused to read/],
  ['a filter', answers.filtered, 1, /refused to read/],
  ['a cut that no halving mends', answers.cutOff, 1, /cut off/],
  ['broken JSON, twice', answers.brokenJson, 2, /nonsense twice: the answer is not JSON/],
  ['another schema, twice', answers.wrongSchema, 2, /nonsense twice: .* at vocabulary/],
  ['no quota', answers.noQuota, 1, /quota is used up/],
  ['an unknown model', answers.unknownModel, 1, /model_not_found.*OPENAI_MODEL/],
  ['a server error, twice', answers.serverError, 2, /away: it answered HTTP 500/],
  ['a failed run, twice', answers.failed, 2, /away: the model failed/],
  ['a page of a proxy, twice', answers.badGateway, 2, /HTTP 502/],
  ['an empty body, twice', answers.emptyBody, 2, /could not be read|another form/],
  ['a lost connection, twice', { drop: true as const }, 2, /could not be reached/],
  ['a long wait', rateLimited(120), 1, /asks for patience/],
])('%s: the rules take over and the set says so', async (_name, answer, times, why) => {
  vendor.script.push({ on: 'responses', times: 9, answer });
  const { reader, lines } = newReader();
  const reading = await reader.read(transcript);
  expect(reading).toMatchObject({ analysis: byRules, engine: 'rules', promptVersion: null });
  expect(reading.notes).toEqual([expect.stringMatching(why)]);
  expect(asked()).toHaveLength(times);
  expect(lines).toHaveLength(1);
});

test('nonsense once is asked again, and both are paid', async () => {
  vendor.script.push({ on: 'responses', answer: answers.brokenJson });
  vendor.state.outputs.push(good);
  const reading = await newReader().reader.read(transcript);
  expect(reading).toMatchObject({ engine: 'openai', analysis: good });
  expect(reading.usage.input_tokens).toBe(scriptedTokens + vendor.state.inputTokens);
});

test('a short wait is waited', async () => {
  vendor.script.push({ on: 'responses', answer: rateLimited(1) });
  vendor.state.outputs.push(good);
  const started = Date.now();
  await expect(newReader().reader.read(transcript)).resolves.toMatchObject({ engine: 'openai' });
  expect(Date.now() - started).toBeGreaterThanOrEqual(950);
});

test('a job that may come back later gets the outage as an error with its wait', async () => {
  vendor.script.push({ on: 'responses', times: 9, answer: rateLimited(120) });
  await expect(newReader().reader.read(transcript, { mayRetry: true })).rejects.toMatchObject({
    code: 'upstream_failed',
    retryable: true,
    retryAfterMs: 120_000,
  });
  vendor.script.splice(0, 9, { on: 'responses', answer: answers.noQuota });
  await expect(newReader().reader.read(transcript, { mayRetry: true })).resolves.toMatchObject({ engine: 'rules' });
});

test('a call that hangs ends at its time limit, and a signal ends it at once', async () => {
  vendor.script.push({ on: 'responses', times: 3, answer: { hang: true } });
  const { reader, calls } = newReader({ timeoutMs: 200 });
  expect((await reader.read(transcript)).notes[0]).toMatch(/did not answer in time/);
  expect(calls.map(({ outcome }) => outcome)).toEqual(['timeout', 'timeout']);
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('the drain time is over')), 100);
  await expect(newReader().reader.read(transcript, { signal: abort.signal })).rejects.toThrow('the drain time is over');
});

test('a wrong key is an error for a person', async () => {
  vendor.state.apiKey = 'another';
  expect((await newReader().reader.read(transcript)).notes[0]).toMatch(/OPENAI_API_KEY/);
});

test('past the day’s budget nothing is asked', async () => {
  const { reader, budget } = newReader({ remaining: 1_000 });
  expect((await reader.read(transcript)).notes[0]).toMatch(/OPENAI_MAX_TOKENS_PER_DAY/);
  expect(asked()).toHaveLength(0);
  expect(budget.spent).toBe(0);
});

test('translations come in one question; what has none is left out', async () => {
  vendor.state.outputs.push({
    translations: [
      { id: 0, translation: 'תיק גב' },
      { id: 1, translation: null },
      { id: 7, translation: 'x' },
    ],
  });
  const texts = [{ text: 'backpack', note: 'a bag' }, { text: 'I go to school.' }, { text: 'backpack' }];
  const result = await newReader().translator.translate(texts, 'Hebrew');
  expect([...result.byText]).toEqual([['backpack', 'תיק גב']]);
  expect(asked()).toHaveLength(1);
  expect(result.usage.input_tokens).toBeGreaterThan(0);
});

test('without translations a set still comes, and says so; nothing to translate asks nothing', async () => {
  vendor.script.push({ on: 'responses', answer: answers.refusal });
  const { translator } = newReader();
  expect(await translator.translate([{ text: 'backpack' }], 'Hebrew')).toMatchObject({
    notes: [expect.stringMatching(/refused/)],
  });
  expect((await translator.translate([], 'Hebrew')).byText.size).toBe(0);
  expect(asked()).toHaveLength(1);
});
