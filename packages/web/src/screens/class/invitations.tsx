import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Shown, useReason } from '../../ui/states.tsx';
import styles from './class.module.css';

/** The codes that open a class, to hand out or to print. */
export function Invitations({ classId }: { classId: string }): ReactNode {
  const { t, language } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [names, setNames] = useState('');
  const params = { path: { class_id: classId } };
  const queryKey = ['invitations', classId];
  const query = useQuery({
    queryKey,
    // How many came by a code is asked for whenever somebody looks.
    staleTime: 0,
    queryFn: () => answerOf(api.GET('/api/v1/classes/{class_id}/invitations', { params })),
  });
  const onSettled = () => queries.invalidateQueries({ queryKey });
  const making = useMutation({
    mutationFn: (places: string[]) =>
      answerOf(
        api.POST('/api/v1/classes/{class_id}/invitations', {
          params,
          body: places.length === 0 ? {} : { places: places.map((name) => ({ name })) },
        }),
      ),
    onSuccess: () => setNames(''),
    onSettled,
  });
  const ending = useMutation({
    mutationFn: (invitation_id: string) =>
      answerOf(
        api.DELETE('/api/v1/classes/{class_id}/invitations/{invitation_id}', {
          params: { path: { class_id: classId, invitation_id } },
        }),
      ),
    onSettled,
  });
  const error = making.error ?? ending.error;
  const why = useReason(error);
  const addPlaces = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate(names.split('\n').flatMap((name) => name.trim() || []));
  };
  const hasCodes = (query.data?.data.length ?? 0) > 0;
  return (
    <div className={hasCodes ? undefined : styles.notPrinted}>
      <Card title={t('classes.invitations')}>
        <p className={styles.notPrinted}>{t('classes.invitationsNote')}</p>
        <Shown query={query}>
          {({ data }) => (
            <ul className={styles.codes}>
              {data.map(({ id, code, url, expires_at, uses, max_uses, place }) => (
                <li key={id}>
                  <strong className={styles.code}>
                    <English>{code}</English>
                  </strong>
                  {place && <Foreign>{place.name}</Foreign>}
                  <English className={styles.url}>{url}</English>
                  <span className={styles.why}>
                    {t('classes.expires')} {new Date(expires_at).toLocaleDateString(language)} · {t('classes.uses')}{' '}
                    {uses}/{max_uses}
                  </span>
                  <span className={styles.notPrinted}>
                    <ConfirmButton
                      label={t('classes.end')}
                      ask={t('classes.endAsk')}
                      confirm={t('classes.end')}
                      onConfirm={() => ending.mutate(id)}
                    />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Shown>
        {error && <p role="alert">{why}</p>}
        <form className={`${styles.form} ${styles.notPrinted}`} onSubmit={addPlaces}>
          <Button disabled={making.isPending} onClick={() => making.mutate([])}>
            {t('classes.newCode')}
          </Button>
          <TextArea
            label={t('classes.places')}
            hint={t('classes.placesHint')}
            value={names}
            rows={3}
            onChange={({ target }) => setNames(target.value)}
          />
          <Button type="submit" disabled={names.trim() === '' || making.isPending}>
            {t('classes.make')}
          </Button>
        </form>
      </Card>
    </div>
  );
}
