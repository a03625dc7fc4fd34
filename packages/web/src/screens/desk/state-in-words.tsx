import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { English } from '../../ui/english.tsx';

/** Where a lesson stands, in words for its teacher; what the server says of it is English. */
export function StateInWords({ one: { lesson, set } }: { one: Schema<'DeskLesson'> }): ReactNode {
  const { t, rich } = useSpeech();
  if (lesson.status === 'failed') return rich('desk.failed', { reason: <English>{lesson.last_error}</English> });
  if (lesson.status === 'unassigned') return t('desk.unassigned');
  if (lesson.status === 'pending_transcript') {
    return lesson.waiting_for === null
      ? t('desk.pendingTranscript')
      : rich('desk.waitingFor', { what: <English>{lesson.waiting_for}</English> });
  }
  if (lesson.status === 'pending_processing') return t('desk.pendingProcessing');
  if (set === null) return lesson.last_error === null ? t('desk.nothingMade') : <English>{lesson.last_error}</English>;
  switch (set.status) {
    case 'pending_review':
      return t('desk.pendingReview', { count: set.total_exercises });
    case 'approved':
      return t('desk.approved');
    case 'published':
      return t('desk.published', { count: set.total_exercises });
    case 'rejected':
      return t('desk.rejected');
  }
}
