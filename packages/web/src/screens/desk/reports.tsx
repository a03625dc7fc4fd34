import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useWithdraw } from '../../review/use-withdraw.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './desk.module.css';

/** Reports come seldom; lessons are looked after more often. */
const lookEveryMs = 30_000;
const lookSeldomMs = 300_000;

/** What learners say is wrong: each is settled by withdrawing the item, or because nothing is wrong. */
export function Reports({ isLive }: { isLive: boolean }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['reports'],
    refetchInterval: isLive ? lookSeldomMs : lookEveryMs,
    queryFn: () => answerOf(api.GET('/api/v1/reports', { params: { query: { status: 'open', limit: 50 } } })),
  });
  const closing = useMutation({
    mutationFn: (report_id: string) =>
      answerOf(
        api.PATCH('/api/v1/reports/{report_id}', { params: { path: { report_id } }, body: { status: 'closed' } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
  const withdrawing = useWithdraw();
  const error = closing.error ?? withdrawing.error;
  const why = useReason(error);
  // The lessons above say it when the server is away.
  const reports = query.data?.data ?? [];
  if (reports.length === 0) return null;
  return (
    <div className={styles.upload}>
      <Card title={t('desk.reports')} tone="warm">
        {error && <p role="alert">{why}</p>}
        <ul className={styles.reports}>
          {reports.map(({ id, item, reason, text, reported_by, game_type, item_id, answers }) => (
            <li key={id}>
              <p>
                <strong>
                  <English>{item?.text}</English>
                </strong>
              </p>
              <p className={styles.facts}>
                {reported_by && <Foreign>{reported_by.name ?? reported_by.id}</Foreign>}: {t(`report.${reason}`)}{' '}
                {text && <Foreign>{text}</Foreign>}
              </p>
              {(item?.quote || answers) && (
                <p className={styles.facts}>
                  {item?.quote && <English>{`“${item.quote}”`}</English>}
                  {item?.quote && answers && ' · '}
                  {answers && t('classes.wrongOf', { wrong: answers.wrong, reviews: answers.count })}
                </p>
              )}
              <div className={styles.links}>
                <ConfirmButton
                  label={t('desk.withdraw')}
                  ask={t('desk.withdrawAsk')}
                  confirm={t('desk.withdraw')}
                  onConfirm={() => withdrawing.mutate({ game_type, item_id, reason: text ?? t(`report.${reason}`) })}
                />
                <Button disabled={closing.isPending} onClick={() => closing.mutate(id)}>
                  {t('desk.nothingWrong')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
