import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Api, answerOf } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { English, Foreign } from '../../ui/english.tsx';
import { Select, TextArea, TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import type { NewWord } from './new-word.ts';
import type { WordList } from './own-lists.ts';
import { parseLines } from './parse-lines.ts';
import styles from './words.module.css';

/** Stands for a list that is made with its first word. */
const newList = 'new';
/** So many words go with one call, and so many are shown before. */
const wordsAtOnce = 500;
const wordsShown = 3;

async function addAll(api: Api, list_id: string, words: readonly NewWord[]): Promise<{ added: number; known: number }> {
  const sum = { added: 0, known: 0 };
  for (let i = 0; i < words.length; i += wordsAtOnce) {
    const body = { words: words.slice(i, i + wordsAtOnce) };
    const path = '/api/v1/word-lists/{list_id}/words/batch';
    const { added, known } = await answerOf(api.POST(path, { params: { path: { list_id } }, body }));
    sum.added += added;
    sum.known += known;
  }
  return sum;
}

/** Adds words by typing, by pasting many lines, or from a file, to a list that there is or a new one. */
export function AddWords({ lists, chosen }: { lists: readonly WordList[]; chosen: WordList | undefined }): ReactNode {
  const { t, language } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [fromFile, setFromFile] = useState<NewWord[] | null>(null);
  const [wish, setWish] = useState<string | null>(null);
  const [name, setName] = useState('');
  // Lists of lessons are their lessons’; what one adds by hand goes to a list of one’s own.
  const own = lists.filter((list) => list.class_id === null || list.id === chosen?.id);
  const into =
    own.find(({ id }) => id === wish)?.id ?? (wish === newList ? newList : ((chosen ?? own[0])?.id ?? newList));
  const words = fromFile ?? parseLines(text);
  const adding = useMutation({
    mutationFn: async () => {
      const made = { name: name.trim() || t('words.ownList') };
      const listId = into === newList ? (await answerOf(api.POST('/api/v1/word-lists', { body: made }))).id : into;
      setWish(listId);
      return addAll(api, listId, words);
    },
    onSuccess: () => {
      setText('');
      setFromFile(null);
    },
    // Also what was added before a failure shows.
    onSettled: () => queries.invalidateQueries({ queryKey: ['words'] }),
  });
  const reason = useReason(adding.error);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    adding.reset();
    // The reader of tables comes only where there is one to be read.
    const { decodeText, parseTable } = await import('./words-file.ts');
    setFromFile(parseTable(decodeText(new Uint8Array(await file.arrayBuffer()), language)));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (words.length > 0) adding.mutate();
  };
  return (
    <details className={styles.add}>
      <summary>{t('words.add')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <Select label={t('words.into')} value={into} onChange={({ target }) => setWish(target.value)}>
          {own.map((list) => (
            <option key={list.id} value={list.id}>
              {list.name}
            </option>
          ))}
          <option value={newList}>{t('words.newList')}</option>
        </Select>
        {into === newList && (
          <TextField
            label={t('words.listName')}
            maxLength={120}
            placeholder={t('words.ownList')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
        <TextArea
          label={t('words.lines')}
          hint={t('words.linesHint')}
          rows={4}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setFromFile(null);
            adding.reset();
          }}
        />
        <label className={styles.file}>
          {t('words.file')}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={({ target }) => void read(target.files?.[0])}
          />
        </label>
        {fromFile !== null && <First words={fromFile} />}
        <p role="status">
          {adding.data
            ? t('words.added', { count: adding.data.added })
            : (words.length > 0 || fromFile !== null) && t('words.willAdd', { count: words.length })}{' '}
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

/** The first words of a file: one sees whether it was read rightly before it is too late. */
const First = ({ words }: { words: readonly NewWord[] }): ReactNode => (
  <ul>
    {words.slice(0, wordsShown).map(({ word, translation }) => (
      <li key={word}>
        <English>{word}</English>
        {translation && (
          <>
            {' – '}
            <Foreign>{translation}</Foreign>
          </>
        )}
      </li>
    ))}
    {words.length > wordsShown && <li>…</li>}
  </ul>
);
