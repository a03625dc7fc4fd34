import type { CorrectionCategory } from '@tulkka/shared/exercises';
import type { CorrectionReading, Sentence, Turn } from '../types.ts';

/** The teacher's sentence that stopped to put a word of this kind right; null for every other correction. */
export function rightOf(
  { explicit, category, right_id }: CorrectionReading,
  turns: readonly Turn[],
  wanted: CorrectionCategory,
): Sentence | null {
  if (!explicit || category !== wanted) return null;
  const turn = turns.find(({ sentences }) => (sentences.at(-1)?.id ?? -1) >= right_id);
  const sentence = turn?.sentences.find(({ id }) => id === right_id);
  return sentence === undefined || sentence.role === 'student' ? null : sentence;
}
