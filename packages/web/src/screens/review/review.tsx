import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Shown } from '../../ui/states.tsx';
import { ReviewTable } from './review-table.tsx';

/** One set beside the transcript that it was made of. */
export function Review({ setId }: { setId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const query = useQuery({
    queryKey: ['review', setId],
    // What a teacher works on is not exchanged under their hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async () => {
      const { data: set } = await answerOf(api.GET('/api/v1/exercises/{id}', { params: { path: { id: setId } } }));
      return { set, lesson: await lessonOf(set) };
    },
  });
  // The set can be reviewed without its transcript, which may have been forgotten by now; one that is only out of reach
  // is asked for again.
  const lessonOf = (set: Schema<'ExerciseSet'>): Promise<Schema<'Lesson'> | null> =>
    answerOf(api.GET('/api/v1/lessons/{id}', { params: { path: { id: set.lesson_id } } })).then(
      ({ lesson }) => lesson,
      (error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      },
    );
  // A long review is drawn in pieces that a key may come between.
  const data = useDeferredValue(query.data);
  const { error, refetch } = query;
  return (
    <Screen title={query.data?.set.title ?? t('desk.review')} width="wide">
      <Shown query={{ data, error, refetch, isPending: error === null }}>
        {({ set, lesson }) => <ReviewTable key={`${set.id} ${set.status}`} set={set} lesson={lesson} />}
      </Shown>
    </Screen>
  );
}
