import type OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { ModelReply } from './model-answer.ts';
import { type CountedTokens, type ModelApi, textOfTurns, turnsOf } from './model-api.ts';

/** Reasoning counts as output: a smaller cap would end answers before they begin. */
const maxOutputTokens = 24_000;

/** OpenAI's own way to be asked. */
export function responsesApi(client: OpenAI, model: string): ModelApi {
  return {
    send: (question, signal) =>
      client.responses.create(
        {
          model,
          instructions: question.instructions,
          input: question.repair === null ? question.input : turnsOf(question),
          max_output_tokens: maxOutputTokens,
          text: { format: zodTextFormat(question.schema, question.name) },
          // What was said in a lesson is not kept by the vendor.
          store: false,
        },
        { signal },
      ),
    textOf: (question) => `${question.instructions}\n${textOfTurns(question)}`,
    read: readResponse,
    usageOf: usageOfResponse,
  };
}

/** Tokens under either of the names that servers use. What is not there spoils nothing. */
const Usage = z
  .object({
    input_tokens: z.number().optional(),
    output_tokens: z.number().optional(),
    prompt_tokens: z.number().optional(),
    completion_tokens: z.number().optional(),
  })
  .transform((usage) => ({
    input: usage.input_tokens ?? usage.prompt_tokens,
    output: usage.output_tokens ?? usage.completion_tokens,
  }));

/** What we read of a response; compatible servers leave out much of the rest. */
const ModelResponse = z.object({
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z
          .array(z.object({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
});

/** Reads a response's usage, whichever of both APIs it came by. */
export function usageOfResponse(response: unknown): CountedTokens | undefined {
  const read = z.object({ usage: Usage }).safeParse(response);
  if (!read.success) return undefined;
  const { input, output } = read.data.usage;
  return input === undefined || output === undefined ? undefined : { input, output };
}

/** Sorts a response: status first, then refusal, then what the model said. */
export function readResponse(response: unknown): ModelReply {
  const read = ModelResponse.safeParse(response);
  if (!read.success) return { kind: 'nonsense', detail: 'the response has another form', said: '' };
  const { status, incomplete_details, error, output } = read.data;
  if (status === 'incomplete') {
    const reason = incomplete_details?.reason ?? 'unknown';
    return reason === 'content_filter' ? { kind: 'refused', reason } : { kind: 'too_long', what: 'answer' };
  }
  if (status === 'failed') {
    return { kind: 'unavailable', detail: `the model failed (${error?.code ?? 'no code'})`, retryAfterMs: undefined };
  }
  // What a model thought aloud is of another type than its message.
  const content = (output ?? []).flatMap((item) => (item.type === 'reasoning' ? [] : (item.content ?? [])));
  const refusal = content.find((part) => part.type === 'refusal');
  if (refusal) return { kind: 'refused', reason: refusal.refusal ?? 'no reason given' };
  return { kind: 'text', text: content.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('') };
}
