import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Api, answerOf } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import { type NewWord, parseLines } from './parse-lines.ts';
import styles from './words.module.css';

/** The list that takes what a learner adds by hand; made with the first word. */
async function ownList(api: Api, name: string): Promise<string> {
  const { data } = await answerOf(api.GET('/api/v1/word-lists', { params: { query: { search: name, limit: 20 } } }));
  const own = data.find((list) => list.name === name && list.class_id === null);
  return own?.id ?? (await answerOf(api.POST('/api/v1/word-lists', { body: { name } }))).id;
}

/** Adds words one after the other; those that the list has already are counted, not refused. */
async function addAll(api: Api, list_id: string, words: readonly NewWord[]): Promise<{ added: number; known: number }> {
  let known = 0;
  for (const body of words) {
    try {
      await answerOf(api.POST('/api/v1/word-lists/{list_id}/words', { params: { path: { list_id } }, body }));
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 409)) throw error;
      known += 1;
    }
  }
  return { added: words.length - known, known };
}

/** Adds words by typing, by pasting many lines, or from a file. */
export function AddWords(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const words = parseLines(text);
  const adding = useMutation({
    mutationFn: async () => addAll(api, await ownList(api, t('words.ownList')), words),
    onSuccess: () => setText(''),
    // Also what was added before a failure shows.
    onSettled: () => queries.invalidateQueries({ queryKey: ['words'] }),
  });
  const reason = useReason(adding.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.length > 0) adding.mutate();
  };
  return (
    <details className={styles.add}>
      <summary>{t('words.add')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <TextArea
          label={t('words.lines')}
          hint={t('words.linesHint')}
          rows={4}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <label className={styles.file}>
          {t('words.file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
          />
        </label>
        <p role="status">
          {adding.data
            ? t('words.added', { count: adding.data.added })
            : words.length > 0 && t('words.willAdd', { count: words.length })}{' '}
          {adding.data && adding.data.known > 0 && t('words.known', { count: adding.data.known })}
        </p>
        {adding.error && <p role="alert">{reason}</p>}
        <Button kind="main" type="submit" disabled={words.length === 0 || adding.isPending}>
          {t('words.addGo')}
        </Button>
      </form>
    </details>
  );
}
