import { type Analysis, Correction, GoodSentence, TaughtTerm } from '@tulkka/shared/exercises';
import type { z } from 'zod';
import type { AnalysisAnswer } from './analysis-format.ts';
import type { QuoteFinder } from './quote-finder.ts';

/** What stood the test, and how many claims of each kind did not. */
export interface CheckedAnalysis {
  analysis: Analysis;
  dropped: Record<keyof Analysis, number>;
}

/** Keeps what the transcript backs. A model's word for it is not enough. */
export function checkClaims(answer: AnalysisAnswer, quotes: QuoteFinder): CheckedAnalysis {
  const vocabulary = keep(TaughtTerm, answer.vocabulary, (claim) => {
    const definition = claim.definition?.trim() || null;
    return { ...claim, term: claim.term.trim(), definition, quote: quotes.find(claim.quote) };
  });
  const corrections = keep(Correction, answer.corrections, (claim) => {
    const wrong = quotes.find(claim.wrong) === undefined ? undefined : claim.wrong.trim();
    const right = fold(claim.right) === fold(claim.wrong) ? undefined : claim.right.trim();
    return { ...claim, wrong, right, quote: quotes.find(claim.quote) };
  });
  const sentences = keep(GoodSentence, answer.sentences, (claim) => ({
    text: quotes.find(claim.text) === undefined ? undefined : claim.text.trim(),
    quote: quotes.find(claim.quote),
  }));
  return {
    analysis: { vocabulary, corrections, sentences },
    dropped: {
      vocabulary: answer.vocabulary.length - vocabulary.length,
      corrections: answer.corrections.length - corrections.length,
      sentences: answer.sentences.length - sentences.length,
    },
  };
}

function keep<Claim, T>(schema: z.ZodType<T>, claims: readonly Claim[], settle: (claim: Claim) => unknown): T[] {
  return claims.flatMap((claim) => {
    const settled = schema.safeParse(settle(claim));
    return settled.success ? [settled.data] : [];
  });
}

/** A comma may be the whole correction; capitals and spaces may not. */
function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
