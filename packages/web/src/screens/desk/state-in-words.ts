import type { Schema } from '../../api/client.ts';
import { useSpeech } from '../../i18n/language-provider.tsx';

/** Where a lesson stands, in words for its teacher. */
export function useStateInWords({ lesson, set }: Schema<'DeskLesson'>): string {
  const { t } = useSpeech();
  if (lesson.status === 'failed') return t('desk.failed', { reason: lesson.last_error ?? '' });
  if (lesson.status === 'unassigned') return t('desk.unassigned');
  if (lesson.status === 'pending_transcript') {
    return lesson.waiting_for === null
      ? t('desk.pendingTranscript')
      : t('desk.waitingFor', { what: lesson.waiting_for });
  }
  if (lesson.status === 'pending_processing') return t('desk.pendingProcessing');
  if (set === null) return lesson.last_error ?? t('desk.nothingMade');
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
