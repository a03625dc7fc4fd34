import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { OpenAiConfig } from '../../config/index.ts';
import { ask, bearer, judgeStatus } from './ask.ts';
import { type Finding, failed, note, ok } from './check.ts';

/** Below what a check may take at all: a model that is loaded now may need longer, and that is no failure. */
const loadingMs = 15_000;

const Chat = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1) });

/**
 * Asks a server of one's own a question whose answer nobody can guess: one of three random words that stand in the schema
 * alone. A server that takes a schema and never looks at it answers with something else.
 */
export async function checkModelServer({ baseUrl, model }: OpenAiConfig, key: string | null): Promise<Finding> {
  const words = Array.from({ length: 3 }, () => randomBytes(5).toString('hex'));
  const schema = {
    type: 'object',
    properties: { word: { type: 'string', enum: words } },
    required: ['word'],
    additionalProperties: false,
  };
  const question = {
    model,
    messages: [{ role: 'user', content: 'Say a word.' }],
    temperature: 0,
    response_format: { type: 'json_schema', json_schema: { name: 'word', strict: true, schema } },
  };
  const answered = await ask(`${baseUrl}/chat/completions`, bearer(key), {
    json: question,
    timeoutMs: loadingMs,
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'TimeoutError') return undefined;
    throw error;
  });
  if (answered === undefined || answered.status === 503) {
    return note(`${model} is not ready`, 'it may still be loading: run this again in a minute');
  }
  const { status, body } = answered;
  if (status === 404) {
    return failed(
      `the server has no ${model} (HTTP 404)`,
      'set OPENAI_MODEL to one that it serves, and OPENAI_BASE_URL with its /v1',
    );
  }
  const bad = judgeStatus(status, 'OPENAI_API_KEY');
  if (bad) return bad;
  const chat = Chat.safeParse(body);
  const said = chat.success ? chat.data.choices[0]?.message.content : undefined;
  if (words.some((word) => said?.includes(`"${word}"`))) return ok(`${model} at ${baseUrl}: keeps schemas`);
  return note(
    `${model} at ${baseUrl}: this server does not keep schemas`,
    'what it answers is checked and asked once more, then the rules read the lesson: use a server and a model with structured output',
  );
}
