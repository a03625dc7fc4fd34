import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useNews } from '../../news/use-news.ts';
import { Button } from '../../ui/button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Shown } from '../../ui/states.tsx';
import { Brief } from './brief.tsx';
import styles from './class.module.css';
import { Invitations } from './invitations.tsx';
import { KeptSound } from './kept-sound.tsx';
import { Learners } from './learners.tsx';
import { Mistakes } from './mistakes.tsx';
import { TeacherOfClass } from './teacher-of-class.tsx';

/** One class: the page before its next lesson, how its learners practise, and the way in. */
export function Class({ classId }: { classId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { role } = usePerson();
  const queries = useQueryClient();
  // What learners do while one looks is there without a reload.
  useNews((news) => {
    const isOfClass = news.some(
      ({ event, class_id }) => event === 'reset' || (event === 'practice' && class_id === classId),
    );
    if (isOfClass)
      for (const name of ['brief', 'insights']) void queries.invalidateQueries({ queryKey: [name, classId] });
  }, classId);
  const params = { path: { class_id: classId } };
  const brief = useQuery({
    queryKey: ['brief', classId],
    queryFn: () => answerOf(api.GET('/api/v1/classes/{class_id}/brief', { params })),
  });
  const insights = useQuery({
    queryKey: ['insights', classId],
    queryFn: () => answerOf(api.GET('/api/v1/classes/{class_id}/insights', { params })),
  });
  return (
    <Screen
      title={brief.data?.class_name ?? t('classes.title')}
      width="wide"
      aside={
        <span className={styles.notPrinted}>
          <Button onClick={() => print()}>{t('classes.print')}</Button>
        </span>
      }
    >
      <Shown query={brief}>{(found) => <Brief brief={found} />}</Shown>
      {/* Where the page itself is not there, its parts need not say so again. */}
      {brief.data && (
        <div className={styles.more}>
          <Shown query={insights}>
            {(found) => (
              <>
                <Learners learners={found.learners} />
                <Mistakes insights={found} />
              </>
            )}
          </Shown>
          <Invitations classId={classId} />
          <div className={`${styles.settings} ${styles.notPrinted}`}>
            {role === 'admin' && <TeacherOfClass classId={classId} />}
            <KeptSound classId={classId} />
          </div>
        </div>
      )}
    </Screen>
  );
}
