import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { answerOf } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Select, TextField } from '../../ui/field.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Shown } from '../../ui/states.tsx';
import { AddWords } from './add-words.tsx';
import { ExportWords } from './export-words.tsx';
import { ListBar } from './list-bar.tsx';
import { OneWord } from './one-word.tsx';
import { useOwnLists } from './own-lists.ts';
import styles from './words.module.css';

const wordsAtOnce = 50;

/** All of one's words: found, added, changed, taken along. */
export function Words(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const [typed, setTyped] = useState('');
  const [favorite, setFavorite] = useState(false);
  const [listId, setListId] = useState('');
  const lists = useOwnLists();
  const chosen = lists.data?.find((list) => list.id === listId);
  const search = useDeferredValue(typed.trim());
  const query = useInfiniteQuery({
    queryKey: ['words', id, 'found', search, favorite, listId],
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam: page }) =>
      answerOf(
        api.GET('/api/v1/words', {
          params: {
            query: {
              page,
              limit: wordsAtOnce,
              ...(search !== '' && { search }),
              ...(favorite && { favorite }),
              ...(listId !== '' && { list_id: listId }),
            },
          },
        }),
      ),
    getNextPageParam: ({ pagination }) =>
      pagination.page * pagination.limit < pagination.total ? pagination.page + 1 : undefined,
  });
  const total = query.data?.pages[0]?.pagination.total ?? 0;
  return (
    <Screen title={t('shell.words')} width="broad">
      <AddWords lists={lists.data ?? []} chosen={chosen} />
      <search className={styles.search}>
        {(lists.data?.length ?? 0) > 1 && (
          <Select label={t('words.list')} value={listId} onChange={({ target }) => setListId(target.value)}>
            <option value="">{t('words.allLists')}</option>
            {lists.data?.map(({ id: value, name, word_count }) => (
              <option key={value} value={value}>
                {name} ({word_count})
              </option>
            ))}
          </Select>
        )}
        {chosen && <ListBar list={chosen} onDeleted={() => setListId('')} />}
        <TextField
          label={t('words.search')}
          type="search"
          maxLength={120}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Checkbox
          label={t('words.onlyFavorites')}
          checked={favorite}
          onChange={({ target }) => setFavorite(target.checked)}
        />
      </search>
      <p role="status">{query.data && t('words.found', { count: total })}</p>
      <Shown query={query}>
        {({ pages }) => {
          const words = pages.flatMap((page) => page.words);
          if (words.length === 0 && (search !== '' || favorite)) return <p>{t('words.noneFound')}</p>;
          if (words.length === 0) {
            return (
              <Empty title={t('words.emptyTitle')}>
                <p>{t('words.empty')}</p>
              </Empty>
            );
          }
          return (
            <ul className={styles.words}>
              {words.map((word) => (
                <OneWord key={word.id} word={word} />
              ))}
            </ul>
          );
        }}
      </Shown>
      <div className={styles.row}>
        {query.hasNextPage && (
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('words.more')}
          </Button>
        )}
        {total > 0 && <ExportWords listId={chosen?.id} />}
      </div>
    </Screen>
  );
}
