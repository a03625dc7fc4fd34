import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Shown, useReason } from '../../ui/states.tsx';

type KeepAudio = Schema<'Class'>['keep_audio'];

const choices = [
  ['none', 'classes.keepNone'],
  ['clips', 'classes.keepClips'],
  ['all', 'classes.keepAll'],
] as const;

/** Whose voices are kept of the lessons of a class: nobody's until its teacher says so. */
export function KeptSound({ classId }: { classId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const queryKey = ['class', classId];
  const params = { path: { class_id: classId } };
  const query = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/api/v1/classes/{class_id}', { params })),
  });
  const change = useMutation({
    mutationFn: (keep_audio: KeepAudio) =>
      answerOf(api.PATCH('/api/v1/classes/{class_id}', { params, body: { keep_audio } })),
    onSuccess: (changed) => queries.setQueryData(queryKey, changed),
  });
  const reason = useReason(change.error);
  return (
    <Card title={t('classes.sound')}>
      <Shown query={query}>
        {({ keep_audio }) => (
          <Select
            label={t('classes.keep')}
            hint={t('classes.keepHint')}
            error={change.error && reason}
            value={change.isPending ? change.variables : keep_audio}
            onChange={({ target }) => {
              const chosen = choices.find(([value]) => value === target.value);
              if (chosen) change.mutate(chosen[0]);
            }}
          >
            {choices.map(([value, label]) => (
              <option key={value} value={value}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Shown>
    </Card>
  );
}
