import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { answerOf, type Schema } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';

/** The API hands out so many at once. */
const pageSize = 100;

/** All classes of the signed-in person, page after page. */
export function useClasses(isOn = true): UseQueryResult<Schema<'Class'>[]> {
  const { api } = useServices();
  const { id } = usePerson();
  return useQuery({
    queryKey: ['classes', id],
    enabled: isOn,
    queryFn: async () => {
      const found: Schema<'Class'>[] = [];
      for (let page = 1; ; page += 1) {
        const { data, pagination } = await answerOf(
          api.GET('/api/v1/classes', { params: { query: { page, limit: pageSize } } }),
        );
        found.push(...data);
        if (data.length === 0 || found.length >= pagination.total) return found;
      }
    },
  });
}
