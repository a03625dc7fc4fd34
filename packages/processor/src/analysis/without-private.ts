import type { Analysis } from '@tulkka/shared/exercises';
import { isPrivate } from '@tulkka/shared/transcripts';

/**
 * An analysis without what tells something private. The rules leave such sentences aside while they read; a model may
 * quote them all the same, and what it found is stored with the set.
 */
export function withoutPrivate({ vocabulary, corrections, sentences }: Analysis): Analysis {
  return {
    vocabulary: vocabulary.filter(isHarmless),
    corrections: corrections.filter(isHarmless),
    sentences: sentences.filter(isHarmless),
  };
}

const isHarmless = (finding: object): boolean => !textsIn(finding).some(isPrivate);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
