import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { useWithdraw } from '../../review/use-withdraw.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { English } from '../../ui/english.tsx';
import { TextField } from '../../ui/field.tsx';
import { Shown, useReason } from '../../ui/states.tsx';
import styles from './review.module.css';

/** What of a set is in the games, with a way out for one item and for all of them. */
export function Published({ set }: { set: Schema<'ExerciseSet'> }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const query = useQuery({
    queryKey: ['published', set.recording_id],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/recordings/{recording_id}/items', {
          // Words are in their learner's own list.
          params: {
            path: { recording_id: set.recording_id },
            query: set.user_id === null ? {} : { user_id: set.user_id },
          },
        }),
      ),
  });
  const withdrawing = useWithdraw();
  const takingBack = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/exercises/{id}/withdraw', { params: { path: { id: set.id } }, body: { reason } })),
    onSuccess: () => Promise.all(['review', 'desk'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  const error = withdrawing.error ?? takingBack.error;
  const why = useReason(error);
  const isSilent = reason.trim() === '' || withdrawing.isPending || takingBack.isPending;
  return (
    <Card title={t('desk.inGames')}>
      <div className={styles.form}>
        <TextField
          label={t('desk.rejectWhy')}
          hint={t('desk.withdrawHint')}
          value={reason}
          maxLength={1000}
          error={error ? why : null}
          onChange={({ target }) => setReason(target.value)}
        />
        {!isSilent && (
          <ConfirmButton
            label={t('desk.takeBack')}
            ask={t('desk.takeBackAsk')}
            confirm={t('desk.takeBack')}
            onConfirm={() => takingBack.mutate()}
          />
        )}
        <Shown query={query}>
          {({ items }) => (
            <ul className={styles.list}>
              {items.map(({ game_type, item_id, text }) => (
                <li key={`${game_type} ${item_id}`} className={styles.published}>
                  <span>
                    <small className={styles.mark}>{t(`games.${game_type}`)}</small> <English>{text}</English>
                  </span>
                  <Button
                    kind="danger"
                    disabled={isSilent}
                    aria-label={`${t('desk.withdraw')}: ${text}`}
                    onClick={() => withdrawing.mutate({ game_type, item_id, reason })}
                  >
                    {t('desk.withdraw')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </div>
    </Card>
  );
}
