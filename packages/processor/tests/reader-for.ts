import { readSettings } from '@tulkka/shared/config';
import type { Analysis } from '@tulkka/shared/exercises';
import type { VendorCall } from '@tulkka/shared/upstream';
import { openAiReader, openAiTranslator } from '../src/analysis/openai/index.ts';

/** The reader and the translator that an environment asks for, with what they spent, called and logged in sight. */
export function readerFor(
  env: Record<string, string>,
  { left, byRules }: { left: number; byRules: Analysis },
  change: { partCharacters?: number; timeoutMs?: number } = {},
) {
  const { config, secrets } = readSettings(env).settings;
  if (config.openai === null) throw new Error('These variables ask for no model.');
  const budget = { left, spent: 0 };
  const calls: VendorCall[] = [];
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  const log = { error: keep, warn: keep, info: keep, debug: keep, child: () => log };
  const parts = {
    config: config.openai,
    apiKey: secrets.openaiApiKey,
    rulesFallback: () => byRules,
    budget: {
      remaining: async () => budget.left - budget.spent,
      spend: async (tokens: number) => {
        budget.spent += tokens;
      },
    },
    log,
    onCall: (call: VendorCall) => calls.push(call),
    ...change,
  };
  return { reader: openAiReader(parts), translator: openAiTranslator(parts), budget, calls, lines };
}
