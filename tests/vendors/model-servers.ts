import { readInput } from './openai.ts';
import { type Exchange, type ScriptEntry, type StandIn, startStandIn } from './stand-in.ts';

/** Servers that a company runs itself, each with the ways in which it differs from OpenAI. */
export type ModelServer = 'llama.cpp' | 'Ollama' | 'LM Studio' | 'vLLM';

export interface ModelServerState {
  model: string;
  /** Tokens that its context holds. */
  context: number;
  /** Whether the model is held to a schema that reaches it; some are not, whatever the server. */
  keepsSchemas: boolean;
  /** What the next questions are answered with, word for word; when it is empty, the stand-in reads the input itself. */
  texts: string[];
  /** What the model thinks before it answers, where the server tells it apart. */
  thoughts: string | null;
}

export interface ModelServerStandIn extends StandIn<ModelServerState> {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
}

interface ChatRequest {
  model?: string;
  messages: { role: string; content: string }[];
  max_tokens?: number;
  response_format?: { type: string; schema?: unknown; json_schema?: { name: string; schema: unknown } };
}

/** Stands in for a model server as its sources and issue threads say it behaves; it wants no key. */
export async function startModelServer(
  kind: ModelServer,
  { script = [], ...change }: Partial<ModelServerState> & { script?: ScriptEntry[] } = {},
): Promise<ModelServerStandIn> {
  const state: ModelServerState = {
    model: 'local-model',
    context: 32_768,
    keepsSchemas: true,
    texts: [],
    thoughts: null,
    ...change,
  };
  const standIn = await startStandIn({
    state,
    script,
    operationOf: (_method, url) => url.pathname.replace('/v1/', ''),
    handle: async (operation, exchange) => {
      if (operation === 'models') return exchange.json(200, { object: 'list', data: [{ id: state.model }] });
      if (operation === 'chat/completions') return chat(kind, state, exchange);
      if (operation === 'responses') return respond(kind, state, exchange);
      return exchange.json(404, { error: { message: 'Not Found', type: 'not_found_error', code: 404 } });
    },
  });
  return { ...standIn, baseUrl: `${standIn.url}/v1` };
}

/** Answers to put into a script. */
export const modelServerAnswers = {
  loading: {
    status: 503,
    body: { error: { code: 503, message: 'Loading model', type: 'unavailable_error' } },
  },
} as const;

/** Tokens after which any of them ends an answer, in the middle of whatever it is. */
const longestAnswer = 20_000;
const chatter = 'Sure! Here is what I noticed in this lesson: the learner is doing great.';
/** About as many as tokenizers make: a little more than words and marks. */
const tokensOf = (text: string): number =>
  Math.ceil((text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? []).length * 1.1);

async function chat(kind: ModelServer, state: ModelServerState, exchange: Exchange): Promise<void> {
  const request = JSON.parse(await exchange.readText()) as ChatRequest;
  exchange.seen.body = request;
  // llama.cpp serves the one model that it was started with, whatever it is called.
  if (kind !== 'llama.cpp' && request.model !== state.model)
    return exchange.json(404, unknownModel(kind, request.model));
  const sent = request.messages.map(({ content }) => content).join('\n');
  const promptTokens = tokensOf(sent);
  const tooLong = promptTokens + (kind === 'vLLM' ? (request.max_tokens ?? 0) : 0) > state.context;
  if (tooLong && kind !== 'Ollama') return exchange.json(400, contextError(kind, promptTokens, state.context));
  const question = request.messages.find(({ role }) => role === 'user')?.content ?? '';
  // Ollama keeps the end of what its context cannot hold, and says nothing.
  const taken = tooLong ? question.slice(-state.context * 2) : question;
  const format = request.response_format;
  const obeyed = state.keepsSchemas && format?.type === 'json_schema' ? format.json_schema : undefined;
  const text = state.texts.shift() ?? (obeyed ? answerTo(obeyed, taken) : chatter);
  const cut = tokensOf(text) > longestAnswer;
  exchange.json(200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: state.model,
    choices: [
      {
        index: 0,
        finish_reason: cut ? 'length' : 'stop',
        message: { role: 'assistant', content: text, ...thoughtsOf(kind, state) },
      },
    ],
    usage: { prompt_tokens: Math.min(promptTokens, state.context), completion_tokens: tokensOf(text) },
  });
}

/** llama.cpp takes a schema in `text.format` and never looks at it. */
async function respond(kind: ModelServer, state: ModelServerState, exchange: Exchange): Promise<void> {
  const request = JSON.parse(await exchange.readText()) as {
    input: string;
    text?: { format?: { name: string; schema: unknown } };
  };
  const format = kind === 'llama.cpp' ? undefined : request.text?.format;
  const text = state.texts.shift() ?? (format ? answerTo(format, request.input) : chatter);
  exchange.json(200, {
    status: 'completed',
    output: [{ type: 'message', content: [{ type: 'output_text', text }] }],
    usage: { input_tokens: tokensOf(JSON.stringify(request)), output_tokens: tokensOf(text) },
  });
}

/** Each server has its own field for what a model thought. */
function thoughtsOf(kind: ModelServer, { thoughts }: ModelServerState): Record<string, string> {
  if (thoughts === null) return {};
  return kind === 'Ollama' ? { reasoning: thoughts } : { reasoning_content: thoughts };
}

function unknownModel(kind: ModelServer, model = ''): unknown {
  if (kind === 'Ollama')
    return { error: { message: `model "${model}" not found`, type: 'api_error', param: null, code: null } };
  if (kind === 'vLLM')
    return { error: { message: `The model \`${model}\` does not exist.`, type: 'NotFoundError', code: 404 } };
  return {
    error: { message: `Model "${model}" is not loaded`, type: 'invalid_request_error', code: 'model_not_found' },
  };
}

function contextError(kind: ModelServer, tokens: number, context: number): unknown {
  if (kind === 'LM Studio') {
    return { error: 'The number of tokens to keep from the initial prompt is greater than the context length.' };
  }
  if (kind === 'vLLM') {
    const message = `This model's maximum context length is ${context} tokens. However, you requested ${tokens} tokens.`;
    return { error: { message, type: 'BadRequestError', param: null, code: 400 } };
  }
  const message = 'the request exceeds the available context size, try increasing it';
  return {
    error: { code: 400, message, type: 'exceed_context_size_error', n_prompt_tokens: tokens, n_ctx: context },
  };
}

/** What a model that is held to a schema says; to one that it does not understand, the least that keeps it. */
function answerTo({ name, schema }: { name: string; schema: unknown }, input: string): string {
  const known = name === 'lesson_analysis' || name === 'translations';
  return JSON.stringify(known ? readInput(name, input) : leastOf(schema));
}

function leastOf(schema: unknown): unknown {
  const node = schema as { enum?: unknown[]; type?: string; properties?: Record<string, unknown> };
  if (node.enum) return node.enum[0];
  if (node.type !== 'object') return '';
  return Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, inner]) => [name, leastOf(inner)]));
}
