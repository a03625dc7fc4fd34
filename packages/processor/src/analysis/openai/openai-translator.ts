import type { OpenAiConfig } from '@tulkka/shared/config';
import type { Logger } from '@tulkka/shared/logging';
import type { OnVendorCall } from '@tulkka/shared/upstream';
import { z } from 'zod';
import { loadPrompt } from './load-prompt.ts';
import { ModelClient } from './model-client.ts';
import { type DailyTokenBudget, type TokenUsage, UsageMeter } from './token-usage.ts';

/** A text to translate; `note` says what a word means where it was taught. */
export interface Translatable {
  text: string;
  note?: string | null;
}

export interface Translations {
  /** By the English text; what could not be translated is not in it. */
  byText: ReadonlyMap<string, string>;
  notes: string[];
  usage: TokenUsage;
}

export interface Translator {
  translate(texts: readonly Translatable[], language: string, signal?: AbortSignal): Promise<Translations>;
}

export interface OpenAiTranslatorParts {
  config: Omit<OpenAiConfig, 'maxTokensPerDay'>;
  apiKey: string | null;
  budget: DailyTokenBudget;
  log: Logger;
  onCall?: OnVendorCall | undefined;
  timeoutMs?: number;
}

const TranslationAnswer = z.object({
  translations: z.array(z.object({ id: z.number(), translation: z.string().nullable() })),
});

/**
 * Translates a set's words and sentences in one question. Translations are an extra: when the model cannot give them,
 * the set goes without, and says so.
 */
export function openAiTranslator(parts: OpenAiTranslatorParts): Translator {
  const prompt = loadPrompt('translation');
  const client = new ModelClient(parts);

  async function translate(
    texts: readonly Translatable[],
    language: string,
    signal?: AbortSignal,
  ): Promise<Translations> {
    const meter = new UsageMeter(parts.config);
    const unique = [...new Map(texts.map((each) => [each.text, each])).values()];
    if (unique.length === 0) return { byText: new Map(), notes: [], usage: meter.total() };
    const answer = await client.ask({
      operation: 'translation',
      instructions: prompt.text,
      input: JSON.stringify({
        language,
        texts: unique.map(({ text, note }, id) => ({ id, text, note: note ?? null })),
      }),
      name: 'translations',
      schema: TranslationAnswer,
      meter,
      signal,
    });
    if (answer.kind !== 'answer') {
      parts.log.warn('a set goes without translations', { why: answer.kind });
      return {
        byText: new Map(),
        notes: [`There are no translations: ${answer.kind.replace('_', ' ')}.`],
        usage: meter.total(),
      };
    }
    const byText = new Map<string, string>();
    for (const { id, translation } of answer.value.translations) {
      const source = unique[id];
      if (source && translation?.trim()) byText.set(source.text, translation.trim());
    }
    return { byText, notes: [], usage: meter.total() };
  }

  return { translate };
}
