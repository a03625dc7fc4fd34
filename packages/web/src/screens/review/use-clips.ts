import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';

type Clip = Schema<'ClipOfQuote'>;

/** So far an end goes at one press: about a syllable. */
const stepMs = 200;

/** The clips of a set: listened to, shifted at their ends, removed. */
export interface ReviewedClips {
  /** What is heard of a quote: the quote itself, and how the teacher put it right. */
  of(quote: string): readonly Clip[];
  play(clip: Clip): void;
  /** Moves an end by so many steps; what comes out is heard at once. */
  shift(clip: Clip, end: 'start_ms' | 'end_ms', steps: number): void;
  remove(clip: Clip): void;
  isBusy: boolean;
  error: unknown;
}

/** Finds the clips of a set; sets of lessons whose sound is not kept have none. */
export function useClips(setId: string): ReviewedClips {
  const { api, voice } = useServices();
  const queries = useQueryClient();
  const queryKey = ['clips', setId];
  const query = useQuery({
    queryKey,
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/exercises/{id}/clips', { params: { path: { id: setId } } }))).data,
  });
  const replace = (id: string, by: Partial<Clip> | null): void => {
    queries.setQueryData<Clip[]>(queryKey, (clips) =>
      clips?.flatMap((clip) => (clip.id !== id ? clip : by === null ? [] : { ...clip, ...by })),
    );
  };
  const shifting = useMutation({
    mutationFn: ({ id, body }: { id: string; body: { start_ms?: number; end_ms?: number } }) =>
      answerOf(api.PATCH('/api/v1/clips/{clip_id}', { params: { path: { clip_id: id } }, body })),
    onSuccess: (cut, { id }) => {
      replace(id, cut);
      void voice.playClip(cut.id);
    },
  });
  const removing = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/clips/{clip_id}', { params: { path: { clip_id: id } } })),
    onSuccess: (_, id) => replace(id, null),
  });
  const isBusy = shifting.isPending || removing.isPending;
  return {
    of: (quote) => (query.data ?? []).filter((clip) => clip.quote === quote),
    play: (clip) => void voice.playClip(clip.id),
    shift: (clip, end, steps) => {
      if (isBusy) return;
      shifting.mutate({ id: clip.id, body: { [end]: Math.max(0, clip[end] + steps * stepMs) } });
    },
    remove: (clip) => {
      if (!isBusy) removing.mutate(clip.id);
    },
    isBusy,
    error: shifting.error ?? removing.error,
  };
}
