import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { SayButton } from '../../ui/say-button.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './words.module.css';

type Word = Schema<'Word'>;

/** One word, to be read, heard, marked, changed or deleted. */
export function OneWord({ word }: { word: Word }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const params = { path: { list_id: word.word_list_id, word_id: word.id } };
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['words'] });
  const marking = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/word-lists/{list_id}/words/{word_id}/favorite', {
          params,
          body: { is_favorite: !word.is_favorite },
        }),
      ),
    onSuccess,
  });
  return (
    <li className={styles.word}>
      <div className={styles.head}>
        <strong className={styles.name}>
          <English>{word.word}</English>
        </strong>
        <Button
          kind="quiet"
          className={styles.star}
          aria-pressed={word.is_favorite}
          title={t('words.favorite')}
          onClick={() => marking.mutate()}
        >
          <span aria-hidden="true">{word.is_favorite ? '★' : '☆'}</span>
          <span className="visually-hidden">{t('words.favorite')}</span>
        </Button>
      </div>
      {word.translation && (
        <p>
          <Foreign>{word.translation}</Foreign>
        </p>
      )}
      {word.notes && (
        <p>
          <English>{word.notes}</English>
        </p>
      )}
      {word.example_sentence && (
        <p className={styles.example}>
          <English>{word.example_sentence}</English>
        </p>
      )}
      {isOpen ? (
        <Edit word={word} done={() => setOpen(false)} />
      ) : (
        <div className={styles.tools}>
          <SayButton text={word.word} wordId={word.id} />
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('words.edit')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Edit({ word, done }: { word: Word; done(): void }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [text, setText] = useState(word.word);
  const [translation, setTranslation] = useState(word.translation ?? '');
  const [notes, setNotes] = useState(word.notes ?? '');
  const saving = useMutation({
    mutationFn: () =>
      answerOf(
        api.PATCH('/api/v1/word-lists/{list_id}/words/{word_id}', {
          params: { path: { list_id: word.word_list_id, word_id: word.id } },
          body: { word: text, translation: translation.trim() || null, notes: notes.trim() || null },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['words'] });
      done();
    },
  });
  const deleting = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/api/v1/word-lists/{list_id}/words/{word_id}', {
          params: { path: { list_id: word.word_list_id, word_id: word.id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['words'] }),
  });
  const reason = useReason(saving.error ?? deleting.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('words.word')}
        lang="en"
        required
        maxLength={120}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField
        label={t('words.translation')}
        maxLength={240}
        value={translation}
        onChange={({ target }) => setTranslation(target.value)}
      />
      <TextArea
        label={t('words.notes')}
        rows={2}
        maxLength={2000}
        value={notes}
        onChange={({ target }) => setNotes(target.value)}
      />
      {(saving.error ?? deleting.error) && <p role="alert">{reason}</p>}
      <div className={styles.row}>
        <Button kind="main" type="submit" disabled={saving.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={done}>{t('shell.cancel')}</Button>
        <ConfirmButton
          label={t('shell.delete')}
          ask={t('words.deleteAsk', { word: word.word })}
          confirm={t('shell.delete')}
          onConfirm={() => deleting.mutate()}
        />
      </div>
    </form>
  );
}
