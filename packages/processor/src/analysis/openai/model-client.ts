import { wait } from '@tulkka/shared/lifecycle';
import type { OnVendorCall, VendorOutcome } from '@tulkka/shared/upstream';
import OpenAI from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import { type ModelAnswer, readFailure, readResponse, timedOut, usageOf } from './model-answer.ts';
import { type DailyTokenBudget, estimateTokens, type UsageMeter } from './token-usage.ts';

export interface ModelClientParts {
  apiKey: string;
  baseUrl: string;
  model: string;
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
  signal?: AbortSignal | undefined;
}

const defaultTimeoutMs = 280_000;
/** Reasoning counts as output: a smaller cap would end answers before they begin. */
const maxOutputTokens = 24_000;
/** What an answer usually takes, for the reservation; what it really took is settled afterwards. */
const usualOutputTokens = 4_000;
/** A pause worth sitting out here; a longer one belongs to the queue, which waits without holding anything. */
const longestPauseMs = 10_000;
const attempts = 2;

/** Asks the model with structured output. Twice nonsense or twice away is the answer; usage is counted whatever came. */
export class ModelClient {
  private readonly client: OpenAI;

  constructor(private readonly parts: ModelClientParts) {
    this.client = new OpenAI({
      apiKey: parts.apiKey,
      baseURL: parts.baseUrl,
      organization: null,
      project: null,
      // Its own retries ignore long waits and pay for every timeout anew.
      maxRetries: 0,
      logLevel: 'off',
    });
  }

  async ask<T>(question: Question<T>): Promise<ModelAnswer<T> | { kind: 'over_budget' }> {
    for (let attempt = 1; ; attempt += 1) {
      const reserved = estimateTokens(question.instructions + question.input) + usualOutputTokens;
      if ((await this.parts.budget.remaining()) < reserved) return { kind: 'over_budget' };
      await this.parts.budget.spend(reserved);
      const { answer, spent } = await this.askOnce(question, reserved);
      await this.parts.budget.spend(spent - reserved);
      const again = answer.kind === 'nonsense' || answer.kind === 'unavailable';
      const pauseMs = answer.kind === 'unavailable' ? (answer.retryAfterMs ?? 1_000) : 0;
      if (!again || attempt === attempts || pauseMs > longestPauseMs) return answer;
      await wait(pauseMs, question.signal);
      question.signal?.throwIfAborted();
    }
  }

  private async askOnce<T>(
    question: Question<T>,
    reserved: number,
  ): Promise<{ answer: ModelAnswer<T>; spent: number }> {
    const started = Date.now();
    const limit = AbortSignal.timeout(this.parts.timeoutMs ?? defaultTimeoutMs);
    let outcome: VendorOutcome = 'aborted';
    try {
      const response: unknown = await this.client.responses.create(
        {
          model: this.parts.model,
          instructions: question.instructions,
          input: question.input,
          max_output_tokens: maxOutputTokens,
          text: { format: zodTextFormat(question.schema, question.name) },
          // What was said in a lesson is not kept by the vendor.
          store: false,
        },
        { signal: question.signal ? AbortSignal.any([question.signal, limit]) : limit },
      );
      const usage = usageOf(response);
      if (usage) question.meter.add(usage.input, usage.output);
      const answer = readResponse(response, question.schema);
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
}
