import type { OpenAiConfig } from '@tulkka/shared/config';
import { UpstreamError } from '@tulkka/shared/errors';
import type { Analysis, Engine } from '@tulkka/shared/exercises';
import type { Logger } from '@tulkka/shared/logging';
import type { Transcript } from '@tulkka/shared/transcripts';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import { accountOf } from './account.ts';
import { AnalysisAnswer, mergeAnalyses } from './analysis-format.ts';
import { checkClaims } from './check-claims.ts';
import { loadPrompt } from './load-prompt.ts';
import type { ModelAnswer } from './model-answer.ts';
import { ModelClient } from './model-client.ts';
import { QuoteFinder } from './quote-finder.ts';
import { type SpokenTurn, showTurn, splitTurns, spokenTurns } from './spoken-text.ts';
import { type DailyTokenBudget, type TokenUsage, UsageMeter } from './token-usage.ts';

export interface OpenAiReadContext {
  teacherName?: string | null;
  signal?: AbortSignal | undefined;
  /** Whether the caller can come back later: then an outage is thrown, retryable. Otherwise the rules read at once. */
  mayRetry?: boolean;
}

/** What was read, by whom, and what it cost; `usage` counts the failed attempts as well. */
export interface OpenAiReading {
  analysis: Analysis;
  engine: Engine;
  notes: string[];
  /** What the lesson was about, in at most 150 words; null where the rules read, or where it held something private. */
  account: string | null;
  promptVersion: string | null;
  usage: TokenUsage;
}

export interface OpenAiReaderParts {
  config: Omit<OpenAiConfig, 'maxTokensPerDay'>;
  apiKey: string | null;
  rulesFallback: (transcript: Transcript, context: OpenAiReadContext) => Analysis | Promise<Analysis>;
  budget: DailyTokenBudget;
  log: Logger;
  onCall?: OnVendorCall | undefined;
  timeoutMs?: number;
  /** Characters of a lesson that go into one question. */
  partCharacters?: number;
}

export interface OpenAiReader {
  read(transcript: Transcript, context?: OpenAiReadContext): Promise<OpenAiReading>;
}

/** An hour's lesson in one piece; the six hours that somebody forgot to stop in a handful. */
const usualPartCharacters = 60_000;
/** A part that still cannot be answered at this size is not too long but too strange. */
const leastPartCharacters = 4_000;

type Trouble = Exclude<ModelAnswer<never> | { kind: 'over_budget' }, { kind: 'answer' }>;
type Reading =
  | { kind: 'read'; answers: AnalysisAnswer[]; unreadable: number; smallContext: boolean }
  | { kind: 'trouble'; trouble: Trouble };

/** The reader that asks a model, and hands over to the rules when the model cannot, may not or will not. */
export function openAiReader(parts: OpenAiReaderParts): OpenAiReader {
  const prompt = loadPrompt('lesson-analysis');
  const client = new ModelClient(parts);
  const server = parts.config.ownServer ? 'The model server' : 'OpenAI';

  async function read(transcript: Transcript, context: OpenAiReadContext = {}): Promise<OpenAiReading> {
    const meter = new UsageMeter(parts.config);
    const turns = spokenTurns(transcript);
    const reading = await readTurns(turns, context, meter);
    if (reading.kind === 'trouble') return handOver(reading.trouble, transcript, context, meter);
    const { answers, unreadable, smallContext } = reading;
    if (smallContext) parts.log.warn(explainSmallContext);
    const quotes = new QuoteFinder(turns);
    const checked = answers.map((answer) => checkClaims(answer, quotes));
    return {
      analysis: mergeAnalyses(checked.map(({ analysis }) => analysis)),
      engine: 'openai',
      notes: [
        ...(smallContext ? [explainSmallContext] : []),
        ...unreadableNotes(unreadable),
        ...droppedNotes(checked.map(({ dropped }) => dropped)),
      ],
      account: accountOf(answers.map(({ account }) => account)),
      promptVersion: prompt.version,
      usage: meter.total(),
    };
  }

  /** Reads part by part; what is too long is cut in two and asked for again, so that nothing is left out. */
  async function readTurns(turns: SpokenTurn[], context: OpenAiReadContext, meter: UsageMeter): Promise<Reading> {
    const answers: AnalysisAnswer[] = [];
    let unreadable = 0;
    let smallContext = false;
    let cutAt: number | undefined;
    let waiting = splitTurns(turns, parts.partCharacters ?? usualPartCharacters);
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const input = inputOf(part, context);
      const answer = await client.ask({
        operation: 'analysis',
        instructions: prompt.text,
        input,
        name: 'lesson_analysis',
        schema: AnalysisAnswer,
        meter,
        context: cutAt,
        signal: context.signal,
      });
      if (answer.kind === 'answer') {
        answers.push(answer.value);
        unreadable += answer.unreadable;
        continue;
      }
      // A little more than half, for turns do not end in the very middle.
      const half = Math.ceil(input.length * 0.55);
      if (answer.kind !== 'too_long' || half < leastPartCharacters) return { kind: 'trouble', trouble: answer };
      // What a context cannot hold of this part it cannot hold of the others; a cut answer says nothing of theirs.
      const tooLargeForAll = answer.what === 'question';
      smallContext ||= tooLargeForAll;
      cutAt = answer.taken ?? cutAt;
      waiting = tooLargeForAll ? splitTurns([part, ...waiting].flat(), half) : [...splitTurns(part, half), ...waiting];
    }
    return { kind: 'read', answers, unreadable, smallContext };
  }

  async function handOver(
    trouble: Trouble,
    transcript: Transcript,
    context: OpenAiReadContext,
    meter: UsageMeter,
  ): Promise<OpenAiReading> {
    if (trouble.kind === 'unavailable' && context.mayRetry) {
      const { retryAfterMs } = trouble;
      throw new UpstreamError(`${server} is away: ${trouble.detail}.`, {
        retryable: true,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      });
    }
    const why = explain(trouble, server);
    if (trouble.kind === 'quota' || trouble.kind === 'rejected') parts.log.error(why);
    else parts.log.warn(why);
    const analysis = await parts.rulesFallback(transcript, context);
    return {
      analysis,
      engine: 'rules',
      notes: [`The rules read this lesson. ${why}`],
      account: null,
      promptVersion: null,
      usage: meter.total(),
    };
  }

  return { read };
}

function inputOf(part: readonly SpokenTurn[], { teacherName }: OpenAiReadContext): string {
  const teacher = teacherName ? `The teacher is probably ${teacherName}.\n\n` : '';
  return `${teacher}${part.map(showTurn).join('\n')}`;
}

const largerContext =
  'give it a larger context (Ollama: num_ctx; llama.cpp: --ctx-size; vLLM: --max-model-len; LM Studio: the model’s context length), 32768 tokens hold an hour’s lesson';

const explainSmallContext = `The model server takes in less than this lesson at once, which was read in smaller parts: ${largerContext}.`;

/** Why the rules stepped in, as a sentence for a person. */
function explain(trouble: Trouble, server: string): string {
  switch (trouble.kind) {
    case 'refused':
      return 'The model refused to read it.';
    case 'too_long':
      return trouble.what === 'answer'
        ? 'The model’s answer was cut off however small the part.'
        : `Even a small part of the lesson is more than the model server takes in at once: ${largerContext}.`;
    case 'nonsense':
      return `The model answered nonsense twice: ${trouble.detail}.`;
    case 'unavailable':
      return `${server} is away: ${trouble.detail}.`;
    case 'quota':
      return `${server}’s quota is used up: check the plan and billing details of the account.`;
    case 'rejected':
      return `${server} rejected the request (${trouble.detail}): check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL.`;
    case 'over_budget':
      return 'Today’s token budget (OPENAI_MAX_TOKENS_PER_DAY) is used up.';
  }
}

const unreadableNotes = (count: number): string[] =>
  count === 0 ? [] : [`${count} entries of the model’s answer could not be read and were left out.`];

function droppedNotes(dropped: readonly Record<keyof Analysis, number>[]): string[] {
  const names = { vocabulary: 'taught words', corrections: 'corrections', sentences: 'sentences' } as const;
  return (['vocabulary', 'corrections', 'sentences'] as const).flatMap((kind) => {
    const count = dropped.reduce((sum, part) => sum + part[kind], 0);
    return count === 0
      ? []
      : [`${count} of the model’s ${names[kind]} were dropped: the transcript does not back them.`];
  });
}
