import type { OpenAiConfig } from '@tulkka/shared/config';
import { wait } from '@tulkka/shared/lifecycle';
import type { OnVendorCall, VendorOutcome } from '@tulkka/shared/upstream';
import OpenAI from 'openai';
import type { z } from 'zod';
import { chatApi } from './chat-api.ts';
import { type ModelAnswer, readText } from './model-answer.ts';
import type { AskedQuestion, ModelApi } from './model-api.ts';
import { readFailure, timedOut } from './model-failure.ts';
import { responsesApi } from './responses-api.ts';
import { type DailyTokenBudget, estimateTokens, fewestTokens, type UsageMeter } from './token-usage.ts';

export interface ModelClientParts {
  config: Pick<OpenAiConfig, 'api' | 'baseUrl' | 'model'>;
  /** null: the server wants none. */
  apiKey: string | null;
  budget: DailyTokenBudget;
  onCall?: OnVendorCall | undefined;
  /** How long one answer may take. Default: just below the five minutes after which Node's own fetch gives up. */
  timeoutMs?: number;
}

/** One question: what to do, with what, and the form of the answer. */
export interface Question<T> {
  operation: 'analysis' | 'translation';
  instructions: string;
  input: string;
  name: string;
  schema: z.ZodType<T>;
  meter: UsageMeter;
  /** Tokens at which this server has cut a question before. */
  context?: number | undefined;
  signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 280_000;
/** What an answer usually takes, for the reservation; what it really took is settled afterwards. */
const usualOutputTokens = 4_000;
/** A pause worth sitting out here; a longer one belongs to the queue, which waits without holding anything. */
const longestPauseMs = 10_000;
const attempts = 2;

/** What is said to a model that answered nonsense; one that said nothing is asked the same again. */
const repairOf = (answer: ModelAnswer<unknown>): AskedQuestion['repair'] =>
  answer.kind === 'nonsense' && answer.said.trim() !== '' ? { said: answer.said, objection: answer.detail } : null;

interface Asked<T> {
  answer: ModelAnswer<T>;
  spent: number;
}

/** Contexts are set in multiples of it; a question is that long by chance once in a thousand times. */
const contextStep = 1_024;

/**
 * Whether a server took in less than it was sent. Ollama cuts what its context cannot hold, and only the count tells: less
 * than there are words, a round number, or where it cut before.
 */
const isCut = (input: number, sent: string, context = Number.POSITIVE_INFINITY): boolean =>
  input > 0 && (input < fewestTokens(sent) || input % contextStep === 0 || input >= context);

/** Asks the model with structured output. Twice nonsense or twice away is the answer; usage is counted whatever came. */
export class ModelClient {
  private readonly api: ModelApi;

  constructor(private readonly parts: ModelClientParts) {
    const { api, baseUrl, model } = parts.config;
    const client = new OpenAI({
      // The SDK wants a key, and Ollama one that is not empty.
      apiKey: parts.apiKey ?? 'none',
      baseURL: baseUrl,
      organization: null,
      project: null,
      // Its own retries ignore long waits and pay for every timeout anew.
      maxRetries: 0,
      logLevel: 'off',
    });
    this.api = api === 'chat' ? chatApi(client, model) : responsesApi(client, model);
  }

  async ask<T>(question: Question<T>): Promise<ModelAnswer<T> | { kind: 'over_budget' }> {
    let repair: AskedQuestion['repair'] = null;
    for (let attempt = 1; ; attempt += 1) {
      const reserved = estimateTokens(question.instructions + question.input) + usualOutputTokens;
      if ((await this.parts.budget.remaining()) < reserved) return { kind: 'over_budget' };
      await this.parts.budget.spend(reserved);
      const { answer, spent }: Asked<T> = await this.askOnce(question, repair, reserved);
      await this.parts.budget.spend(spent - reserved);
      const again = answer.kind === 'nonsense' || answer.kind === 'unavailable';
      const pauseMs = answer.kind === 'unavailable' ? (answer.retryAfterMs ?? 1_000) : 0;
      if (!again || attempt === attempts || pauseMs > longestPauseMs) return answer;
      repair = repairOf(answer);
      await wait(pauseMs, question.signal);
      question.signal?.throwIfAborted();
    }
  }

  private async askOnce<T>(
    question: Question<T>,
    repair: AskedQuestion['repair'],
    reserved: number,
  ): Promise<Asked<T>> {
    const started = Date.now();
    const limit = AbortSignal.timeout(this.parts.timeoutMs ?? defaultTimeoutMs);
    const signal = question.signal ? AbortSignal.any([question.signal, limit]) : limit;
    let outcome: VendorOutcome = 'aborted';
    try {
      const asked = { ...question, repair };
      const response = await this.api.send(asked, signal);
      const usage = this.api.usageOf(response);
      if (usage) question.meter.add(usage.input, usage.output);
      const cut = usage !== undefined && isCut(usage.input, this.api.textOf(asked), question.context);
      const answer: ModelAnswer<T> = cut
        ? { kind: 'too_long', what: 'question', taken: usage.input }
        : this.judge(response, question.schema);
      outcome = answer.kind === 'answer' ? 'ok' : answer.kind === 'refused' ? 'refused' : 'failed';
      return { answer, spent: usage ? usage.input + usage.output : reserved };
    } catch (error) {
      question.signal?.throwIfAborted();
      const failure = limit.aborted ? timedOut : readFailure(error);
      if (!failure) throw error;
      outcome = failure.outcome;
      // A request that ran into the time limit may be billed all the same.
      return { answer: failure, spent: failure.outcome === 'timeout' ? reserved : 0 };
    } finally {
      this.parts.onCall?.({ vendor: 'openai', operation: question.operation, outcome, ms: Date.now() - started });
    }
  }

  private judge<T>(response: unknown, schema: z.ZodType<T>): ModelAnswer<T> {
    const reply = this.api.read(response);
    return reply.kind === 'text' ? readText(reply.text, schema) : reply;
  }
}
