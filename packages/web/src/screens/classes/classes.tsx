import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Foreign } from '../../ui/english.tsx';
import { TextField } from '../../ui/field.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown, useReason } from '../../ui/states.tsx';
import styles from './classes.module.css';
import { useClasses } from './use-classes.ts';

/** The classes that somebody teaches; for a coordinator all of them. */
export function Classes(): ReactNode {
  const { t } = useSpeech();
  const query = useClasses();
  return (
    <Screen title={t('classes.title')}>
      <Shown query={query}>
        {(classes) => (
          <>
            {classes.length === 0 ? (
              <Empty title={t('classes.emptyTitle')}>
                <p>{t('classes.empty')}</p>
              </Empty>
            ) : (
              <ul className={styles.classes}>
                {classes.map(({ id, name, students }) => (
                  <li key={id}>
                    <Link href={`/classes/${encodeURIComponent(id)}`}>
                      <Foreign>{name}</Foreign>
                    </Link>
                    <span>{t('classes.learners', { count: students.length })}</span>
                  </li>
                ))}
              </ul>
            )}
            <MakeClass />
          </>
        )}
      </Shown>
    </Screen>
  );
}

function MakeClass(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const making = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/classes', { body: { name: name.trim() } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['classes'] });
      navigate(`/classes/${encodeURIComponent(id)}`);
    },
  });
  const why = useReason(making.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    making.mutate();
  };
  return (
    <Card title={t('classes.makeClass')}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('classes.name')}
          value={name}
          maxLength={120}
          error={making.error ? why : null}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" disabled={name.trim() === '' || making.isPending}>
          {t('classes.make')}
        </Button>
      </form>
    </Card>
  );
}
