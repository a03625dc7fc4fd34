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
  config: Pick<OpenAiConfig, 'baseUrl' | 'model' | 'inputPrice' | 'outputPrice'>;
  apiKey: string;
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
type PartReading =
  | { kind: 'read'; answers: AnalysisAnswer[]; unreadable: number }
  | { kind: 'trouble'; trouble: Trouble };

/** The reader that asks a model, and hands over to the rules when the model cannot, may not or will not. */
export function openAiReader(parts: OpenAiReaderParts): OpenAiReader {
  const prompt = loadPrompt('lesson-analysis');
  const { baseUrl, model } = parts.config;
  const client = new ModelClient({ ...parts, baseUrl, model });

  async function read(transcript: Transcript, context: OpenAiReadContext = {}): Promise<OpenAiReading> {
    const meter = new UsageMeter(parts.config);
    const turns = spokenTurns(transcript);
    const size = parts.partCharacters ?? usualPartCharacters;
    const answers: AnalysisAnswer[] = [];
    let unreadable = 0;
    for (const part of splitTurns(turns, size)) {
      const reading = await readPart(part, size, context, meter);
      if (reading.kind === 'trouble') return handOver(reading.trouble, transcript, context, meter);
      answers.push(...reading.answers);
      unreadable += reading.unreadable;
    }
    const quotes = new QuoteFinder(turns);
    const checked = answers.map((answer) => checkClaims(answer, quotes));
    return {
      analysis: mergeAnalyses(checked.map(({ analysis }) => analysis)),
      engine: 'openai',
      notes: [...unreadableNotes(unreadable), ...droppedNotes(checked.map(({ dropped }) => dropped))],
      account: accountOf(answers.map(({ account }) => account)),
      promptVersion: prompt.version,
      usage: meter.total(),
    };
  }

  /** Reads one part; what is too long for an answer is halved and read in two, so that nothing is cut off. */
  async function readPart(
    part: SpokenTurn[],
    size: number,
    context: OpenAiReadContext,
    meter: UsageMeter,
  ): Promise<PartReading> {
    const teacher = context.teacherName ? `The teacher is probably ${context.teacherName}.\n\n` : '';
    const input = `${teacher}${part.map(showTurn).join('\n')}`;
    const answer = await client.ask({
      operation: 'analysis',
      instructions: prompt.text,
      input,
      name: 'lesson_analysis',
      schema: AnalysisAnswer,
      meter,
      signal: context.signal,
    });
    if (answer.kind === 'answer') return { kind: 'read', answers: [answer.value], unreadable: answer.unreadable };
    // A little more than half, for turns do not end in the very middle.
    const half = Math.ceil(Math.min(size, input.length) * 0.55);
    if (answer.kind !== 'too_long' || half < leastPartCharacters) return { kind: 'trouble', trouble: answer };
    const answers: AnalysisAnswer[] = [];
    let unreadable = 0;
    for (const smaller of splitTurns(part, half)) {
      const reading = await readPart(smaller, half, context, meter);
      if (reading.kind === 'trouble') return reading;
      answers.push(...reading.answers);
      unreadable += reading.unreadable;
    }
    return { kind: 'read', answers, unreadable };
  }

  async function handOver(
    trouble: Trouble,
    transcript: Transcript,
    context: OpenAiReadContext,
    meter: UsageMeter,
  ): Promise<OpenAiReading> {
    if (trouble.kind === 'unavailable' && context.mayRetry) {
      const { retryAfterMs } = trouble;
      throw new UpstreamError(`OpenAI is away: ${trouble.detail}.`, {
        retryable: true,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      });
    }
    const why = explain(trouble);
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

/** Why the rules stepped in, as a sentence for a person. */
function explain(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
      return 'The model refused to read it.';
    case 'too_long':
      return 'The model’s answer was cut off however small the part.';
    case 'nonsense':
      return `The model answered nonsense twice: ${trouble.detail}.`;
    case 'unavailable':
      return `OpenAI is away: ${trouble.detail}.`;
    case 'quota':
      return 'OpenAI’s quota is used up: check the plan and billing details of the account.';
    case 'rejected':
      return `OpenAI rejected the request (${trouble.detail}): check OPENAI_API_KEY, OPENAI_MODEL and OPENAI_BASE_URL.`;
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
