import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import type { WordList } from './own-lists.ts';
import styles from './words.module.css';

const games = ['flashcards', 'spelling_bee'] as const;

/** What can be done with one list: play it, rename it, delete it. */
export function ListBar({ list, onDeleted }: { list: WordList; onDeleted(): void }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const deleting = useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/word-lists/{list_id}', { params: { path: { list_id: list.id } } })),
    onSuccess: async () => {
      onDeleted();
      await queries.invalidateQueries({ queryKey: ['words'] });
    },
  });
  const reason = useReason(deleting.error);
  return (
    <>
      <div className={styles.row}>
        {list.word_count > 0 &&
          games.map((game) => (
            <ButtonLink key={game} href={`/play/${game}/custom/${list.id}`}>
              {t(`games.${game}`)}
            </ButtonLink>
          ))}
        <Button kind="quiet" aria-expanded={isNaming} onClick={() => setNaming(!isNaming)}>
          {t('words.rename')}
        </Button>
        <ConfirmButton
          label={t('words.deleteList')}
          ask={t('words.deleteListAsk', { list: list.name, count: list.word_count })}
          confirm={t('shell.delete')}
          onConfirm={() => deleting.mutate()}
        />
      </div>
      {deleting.error && <p role="alert">{reason}</p>}
      {isNaming && <Rename key={list.id} list={list} done={() => setNaming(false)} />}
    </>
  );
}

function Rename({ list, done }: { list: WordList; done(): void }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [name, setName] = useState(list.name);
  const saving = useMutation({
    mutationFn: () =>
      answerOf(api.PATCH('/api/v1/word-lists/{list_id}', { params: { path: { list_id: list.id } }, body: { name } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['words'] });
      done();
    },
  });
  const reason = useReason(saving.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('words.listName')}
        required
        maxLength={120}
        value={name}
        error={saving.error && reason}
        onChange={({ target }) => setName(target.value)}
      />
      <div className={styles.row}>
        <Button kind="main" type="submit" disabled={saving.isPending || name.trim() === ''}>
          {t('shell.save')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}
