import type { ReactNode } from 'react';
import type { Schema } from '../api/client.ts';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Quoted } from './english.tsx';

const sentences = { you: 'play.saidByYou', teacher: 'play.saidByTeacher', lesson: 'play.said' } as const;

/** What was said in the lesson, and who said it as far as one may know; copies of before on a device do not tell. */
export function Quote({ quote, by }: { quote: string; by: Schema<'SaidBy'> | null | undefined }): ReactNode {
  const { rich } = useSpeech();
  return rich(sentences[by ?? 'lesson'], { quote: <Quoted>{quote}</Quoted> });
}
