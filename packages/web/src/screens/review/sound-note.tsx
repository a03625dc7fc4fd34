import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';

/** Why there is nothing to hear of a lesson whose sound is kept, and what to do about it. */
export function SoundNote({ report }: { report: Schema<'LessonReport'> | null }): ReactNode {
  const { t } = useSpeech();
  const problem = report?.sound?.problem;
  if (problem === undefined) return null;
  return <p role="note">{t(`desk.sound_${problem}`)}</p>;
}
