import { useQuery } from '@tanstack/react-query';
import { answerOf, type Schema } from '../api/client.ts';
import { readCopy, writeCopy } from '../offline/copies.ts';
import { usePerson } from './person.tsx';
import { useServices } from './services.tsx';

/** What is due today, and how it goes; without a network the copy of last time. */
export function useToday() {
  const { api } = useServices();
  const { id } = usePerson();
  return useQuery({
    queryKey: ['today', id],
    queryFn: async () => {
      try {
        const today = await answerOf(api.GET('/api/v1/today'));
        await writeCopy(id, 'today', today);
        return today;
      } catch (error) {
        const copy = await readCopy<Schema<'Today'>>(id, 'today', error);
        if (copy === undefined) throw error;
        return copy;
      }
    },
  });
}
