import { isPrivate } from '@tulkka/shared/transcripts';

const mostWords = 150;

/** The accounts of a lesson's parts as one, without sentences that tell something private, of at most 150 words. */
export function accountOf(parts: readonly (string | null)[]): string | null {
  const sentences = parts
    .flatMap((part) => part ?? [])
    .flatMap(
      (part) =>
        part
          .replaceAll(/\s+/g, ' ')
          .trim()
          .match(/[^.!?]+[.!?]+["”’)]*|[^.!?]+$/g) ?? [],
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !isPrivate(sentence));
  const kept: string[] = [];
  let words = 0;
  for (const sentence of sentences) {
    words += sentence.split(' ').length;
    if (words > mostWords) break;
    kept.push(sentence);
  }
  return kept.length === 0 ? null : kept.join(' ');
}
