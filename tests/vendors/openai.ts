import { randomBytes } from 'node:crypto';
import { type Exchange, type ScriptEntry, type ScriptedAnswer, type StandIn, startStandIn } from './stand-in.ts';

export interface OpenaiState {
  apiKey: string;
  models: string[];
  /** What the next questions are answered with, as JSON; when it is empty, the stand-in reads the input itself. */
  outputs: unknown[];
  /** Tokens that were charged. */
  inputTokens: number;
  outputTokens: number;
  /** A larger input is refused with context_length_exceeded, a larger output is cut off. In characters. */
  longestInput: number;
  longestOutput: number;
}

export interface OpenaiOptions {
  port?: number;
  script?: ScriptEntry[];
  state?: Partial<OpenaiState>;
}

export interface OpenaiStandIn extends StandIn<OpenaiState> {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
}

/** Stands in for OpenAI and the servers that speak like it: Responses API, models, speech. */
export async function startOpenai(options: OpenaiOptions = {}): Promise<OpenaiStandIn> {
  const state: OpenaiState = {
    apiKey: 'openai-key',
    models: ['gpt-6-luna', 'gpt-6.1-sol'],
    outputs: [],
    inputTokens: 0,
    outputTokens: 0,
    longestInput: 1_000_000,
    longestOutput: 1_000_000,
    ...options.state,
  };
  const standIn = await startStandIn({
    port: options.port,
    state,
    script: options.script ?? [],
    operationOf: (_method, url) => operations[url.pathname] ?? 'unknown',
    handle: async (operation, exchange) => {
      if (exchange.request.headers.authorization !== `Bearer ${state.apiKey}`) {
        return exchange.json(401, errorBody('Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key'));
      }
      if (operation === 'responses') return respond(state, exchange);
      if (operation === 'speech') return speak(exchange);
      if (operation === 'models') return listModels(state, exchange);
      return exchange.json(
        404,
        errorBody(`Unknown request URL: ${exchange.url.pathname}`, 'invalid_request_error', 'unknown_url'),
      );
    },
  });
  return { ...standIn, baseUrl: `${standIn.url}/v1` };
}

const operations: Record<string, string> = {
  '/v1/responses': 'responses',
  '/v1/models': 'models',
  '/v1/audio/speech': 'speech',
};

/** What a scripted answer says it took in: more than any test asks. */
export const scriptedTokens = 5_000;

/** Answers to put into a script, as the vendor gives them. */
export const answers = {
  refusal: { status: 200, body: responseBody([{ type: 'refusal', refusal: 'I cannot help with that.' }]) },
  cutOff: {
    status: 200,
    body: {
      ...responseBody([textPart('{"vocabulary":[{"te')]),
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
    },
  },
  filtered: {
    status: 200,
    body: { ...responseBody([]), status: 'incomplete', incomplete_details: { reason: 'content_filter' } },
  },
  failed: {
    status: 200,
    body: { ...responseBody([]), status: 'failed', error: { code: 'server_error', message: 'The model failed.' } },
  },
  brokenJson: { status: 200, body: responseBody([textPart('{"vocabulary": [oops')]) },
  wrongSchema: { status: 200, body: responseBody([textPart('{"vocabulary":"none","corrections":[],"sentences":[]}')]) },
  emptyBody: { status: 200, headers: { 'content-type': 'application/json', 'content-length': '0' } },
  noQuota: {
    status: 429,
    body: errorBody(
      'You exceeded your current quota, please check your plan and billing details.',
      'insufficient_quota',
      'insufficient_quota',
    ),
  },
  serverError: { status: 500, body: errorBody('The server had an error.', 'server_error', null) },
  badGateway: {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>502 Bad Gateway</body></html>',
  },
  unknownModel: {
    status: 404,
    body: errorBody('The model does not exist.', 'invalid_request_error', 'model_not_found'),
  },
} satisfies Record<string, ScriptedAnswer>;

/** A 429 that passes, with the seconds it asks for. */
export function rateLimited(seconds: number): ScriptedAnswer {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: errorBody('Rate limit reached.', 'tokens', 'rate_limit_exceeded'),
  };
}

function errorBody(message: string, type: string, code: string | null): { error: Record<string, unknown> } {
  return { error: { message, type, param: null, code } };
}

function textPart(text: string): Record<string, unknown> {
  return { type: 'output_text', text, annotations: [], logprobs: [] };
}

function responseBody(
  content: Record<string, unknown>[],
  inputTokens = scriptedTokens,
  outputTokens = 30,
): Record<string, unknown> {
  const id = randomBytes(8).toString('hex');
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 1_763_000_000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    model: 'gpt-6-luna',
    output: [{ id: `msg_${id}`, type: 'message', role: 'assistant', status: 'completed', content }],
    parallel_tool_calls: true,
    temperature: null,
    tool_choice: 'auto',
    tools: [],
    top_p: null,
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
  };
}

interface ResponsesRequest {
  model?: string;
  instructions?: string;
  input?: string | { role: string; content: string }[];
  temperature?: number;
  top_p?: number;
  text?: { format?: { type: string; name: string; strict?: boolean; schema: Record<string, unknown> } };
}

async function respond(state: OpenaiState, exchange: Exchange): Promise<void> {
  const request = JSON.parse(await exchange.readText()) as ResponsesRequest;
  exchange.seen.body = request;
  const refuse = (message: string, code: string, status = 400): void =>
    exchange.json(status, errorBody(message, 'invalid_request_error', code));
  if (!state.models.includes(request.model ?? ''))
    return refuse(`The model ${request.model} does not exist.`, 'model_not_found', 404);
  if (request.temperature !== undefined || request.top_p !== undefined)
    return refuse('Unsupported parameter: temperature.', 'unsupported_parameter');
  const format = request.text?.format;
  const fault = format?.type === 'json_schema' ? strictFault(format.schema, format.name) : undefined;
  if (fault) return refuse(`Invalid schema for response_format: ${fault}`, 'invalid_json_schema');
  const { input: asked = '' } = request;
  const input = typeof asked === 'string' ? asked : (asked[0]?.content ?? '');
  if (input.length > state.longestInput)
    return refuse('Your input exceeds the context window of this model.', 'context_length_exceeded');
  const output = JSON.stringify(
    state.outputs.length > 0 ? state.outputs.shift() : readInput(format?.name ?? '', input),
  );
  const inputTokens = Math.ceil((input.length + (request.instructions?.length ?? 0)) / 4);
  const cut = output.length > state.longestOutput;
  const text = cut ? output.slice(0, state.longestOutput) : output;
  const outputTokens = Math.ceil(text.length / 4);
  state.inputTokens += inputTokens;
  state.outputTokens += outputTokens;
  const body = responseBody([textPart(text)], inputTokens, outputTokens);
  exchange.json(
    200,
    cut ? { ...body, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } } : body,
  );
}

/** The rules of strict structured output that a request can break: what the vendor answers with a 400. */
function strictFault(schema: unknown, name: string): string | undefined {
  if (!/^[\w-]{1,64}$/.test(name)) return `name ${name}`;
  if (typeof schema !== 'object' || schema === null) return 'not a schema';
  const node = schema as {
    type?: unknown;
    properties?: Record<string, unknown>;
    required?: string[];
    additionalProperties?: unknown;
    items?: unknown;
    anyOf?: unknown[];
    default?: unknown;
  };
  if ('default' in node) return 'default is not permitted';
  if (node.properties) {
    if (node.additionalProperties !== false) return 'additionalProperties must be false';
    const missing = Object.keys(node.properties).find((key) => !node.required?.includes(key));
    if (missing) return `${missing} is not in required`;
  }
  const inner = [...Object.values(node.properties ?? {}), ...(node.anyOf ?? []), ...(node.items ? [node.items] : [])];
  return inner.map((child) => strictFault(child, name)).find((fault) => fault !== undefined);
}

/** What the stand-in finds by itself, so that a whole pipeline can run on it: "X means Y", and plain sentences. */
export function readInput(format: string, input: string): unknown {
  if (format === 'translations') {
    const asked = JSON.parse(input) as { language: string; texts: { id: number; text: string }[] };
    return { translations: asked.texts.map(({ id, text }) => ({ id, translation: `[${asked.language}] ${text}` })) };
  }
  const lines = input.split('\n').map((line) => line.replace(/^[^:]{1,40}: /, ''));
  const sentences = lines.flatMap((line) => line.match(/[^.?!]+[.?!]/g) ?? []).map((text) => text.trim());
  const taught = sentences.flatMap((quote) => {
    const found = /^(?:an? )?([\p{L} -]{2,30}?) means ([^.?!]+)/iu.exec(quote);
    return found
      ? [{ term: String(found[1]).toLowerCase(), part_of_speech: 'expression', definition: String(found[2]), quote }]
      : [];
  });
  const fit = sentences.filter(
    (text) => /^\p{Lu}[^,?!]+\.$/u.test(text) && text.split(' ').length >= 5 && text.split(' ').length <= 14,
  );
  return { vocabulary: taught, corrections: [], sentences: fit.slice(0, 12).map((text) => ({ text, quote: text })) };
}

async function listModels(state: OpenaiState, exchange: Exchange): Promise<void> {
  const data = state.models.map((id) => ({
    id,
    object: 'model',
    created: 1_760_000_000,
    owned_by: 'openai',
    shutdown_date: null,
  }));
  exchange.json(200, { object: 'list', data });
}

async function speak(exchange: Exchange): Promise<void> {
  const request = JSON.parse(await exchange.readText()) as {
    input?: string;
    model?: string;
    voice?: string;
    response_format?: string;
  };
  exchange.seen.body = request;
  if (!request.input || !request.model || !request.voice) {
    return exchange.json(
      400,
      errorBody('Missing required parameter.', 'invalid_request_error', 'missing_required_parameter'),
    );
  }
  if (request.input.length > 4096)
    return exchange.json(400, errorBody('String too long.', 'invalid_request_error', 'string_above_max_length'));
  const wav = request.response_format === 'wav';
  const audio = wav ? silentWav(0.1) : silentMp3(6);
  exchange.response.writeHead(200, {
    'content-type': wav ? 'audio/wav' : 'audio/mpeg',
    'content-length': audio.length,
  });
  exchange.response.end(audio);
}

/** Frames of silence: MPEG 1 layer III, 128 kbit/s, 44.1 kHz, 417 bytes each. */
function silentMp3(frames: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** Silence as 16-bit mono PCM at 24 kHz. */
function silentWav(seconds: number): Buffer {
  const data = Buffer.alloc(Math.round(24_000 * seconds) * 2);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(24_000, 24);
  header.writeUInt32LE(48_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}
