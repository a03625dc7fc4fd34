import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { ModelReply } from './model-answer.ts';
import { type AskedQuestion, type ModelApi, textOfTurns, turnsOf } from './model-api.ts';
import { usageOfResponse } from './responses-api.ts';

/**
 * Chat completions with a nested schema: the one form of structured output that llama.cpp, Ollama, LM Studio and vLLM all
 * obey (docs/adr/0015-chat-for-other-servers.md).
 */
export function chatApi(client: OpenAI, model: string): ModelApi {
  return {
    send: (question, signal) => client.chat.completions.create(chatRequest(model, question), { signal }),
    textOf: (question) => `${instructionsOf(question)}\n${textOfTurns(question)}`,
    read: readChat,
    usageOf: usageOfResponse,
  };
}

function chatRequest(model: string, question: AskedQuestion): OpenAI.ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [{ role: 'system', content: instructionsOf(question) }, ...turnsOf(question)],
    // Some servers sample at 1.0 unless they are told. No limit of tokens: vLLM refuses one that its context cannot hold.
    temperature: 0,
    response_format: zodResponseFormat(question.schema, question.name),
  };
}

/** With the schema: a model that is held to it answers better when it was told, one that is not has nothing else. */
function instructionsOf({ instructions, schema, name }: AskedQuestion): string {
  const form = JSON.stringify(zodResponseFormat(schema, name).json_schema.schema);
  return `${instructions}\n\nAnswer with one JSON object that keeps this JSON schema, and with nothing around it:\n${form}`;
}

/** What we read of an answer; thoughts that a server gives apart are no content. */
const ChatResponse = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** Sorts an answer: why it ended first, then refusal, then what the model said. */
export function readChat(response: unknown): ModelReply {
  const read = ChatResponse.safeParse(response);
  const choice = read.success ? read.data.choices[0] : undefined;
  if (choice === undefined) return { kind: 'nonsense', detail: 'the response has another form', said: '' };
  const { finish_reason, message } = choice;
  if (finish_reason === 'length') return { kind: 'too_long', what: 'answer' };
  if (finish_reason === 'content_filter') return { kind: 'refused', reason: finish_reason };
  if (message.refusal) return { kind: 'refused', reason: message.refusal };
  return { kind: 'text', text: message.content ?? '' };
}
