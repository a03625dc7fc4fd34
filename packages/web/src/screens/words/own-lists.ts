import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Api, answerOf, type Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';

/** A list of words, as the API knows it. */
export type WordList = Schema<'WordList'>;

const listsAtOnce = 100;

async function allLists(api: Api): Promise<WordList[]> {
  const lists: WordList[] = [];
  for (let page = 1; ; page += 1) {
    const query = { page, limit: listsAtOnce, sort: 'name' as const };
    const { data, pagination } = await answerOf(api.GET('/api/v1/word-lists', { params: { query } }));
    lists.push(...data);
    if (page * listsAtOnce >= pagination.total) return lists;
  }
}

/** All of one's lists, by name. */
export function useOwnLists(): UseQueryResult<WordList[]> {
  const { api } = useServices();
  const { id } = usePerson();
  return useQuery({ queryKey: ['words', id, 'lists'], queryFn: () => allLists(api) });
}
