import type { Settings } from '@tulkka/shared/config';
import type { Logger } from '@tulkka/shared/logging';
import type { TokenBudgetRepository } from '@tulkka/shared/repositories';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import type { Lexicon } from '../lexicon/index.ts';
import { type LessonReader, rulesReader } from './lesson-reader.ts';
import { openAiReader, openAiTranslator } from './openai/index.ts';
import type { DailyTokenBudget } from './openai/token-usage.ts';
import { readLesson } from './read-lesson.ts';

/** What a reader may need from around it. */
export interface ReaderParts {
  lexicon: Lexicon;
  tokens: TokenBudgetRepository;
  log: Logger;
  onCall?: OnVendorCall;
}

/** The reader that the configuration asks for: a model where one is configured, else the rules. */
export function createReader(
  { config, secrets }: Settings,
  { lexicon, tokens, log, onCall }: ReaderParts,
): LessonReader {
  const { openai } = config;
  if (openai === null) return rulesReader(lexicon);
  const parts = {
    config: openai,
    apiKey: secrets.openaiApiKey,
    budget: createBudget(tokens, openai.maxTokensPerDay),
    log,
    onCall,
  };
  const reader = openAiReader({
    ...parts,
    rulesFallback: (transcript, context) => readLesson(transcript, context, lexicon).analysis,
  });
  const translator = openAiTranslator(parts);
  return {
    read: (transcript, context) => reader.read(transcript, context),
    translate: (texts, language, signal) => translator.translate(texts, language, signal),
  };
}

/** The budget that all workers share, for the day in UTC. */
function createBudget(tokens: TokenBudgetRepository, most: number | null): DailyTokenBudget {
  const today = (): string => new Date().toISOString().slice(0, 10);
  return {
    remaining: async () =>
      most === null ? Number.POSITIVE_INFINITY : Math.max(0, most - (await tokens.used(today()))),
    spend: (count) => tokens.add(today(), count),
  };
}
