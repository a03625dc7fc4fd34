import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Shown, useReason } from '../../ui/states.tsx';

/** The API hands out so many at once. */
const pageSize = 100;

/** Who teaches a class: a coordinator says so, and the class’s lessons stand on that desk. */
export function TeacherOfClass({ classId }: { classId: string }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const queryKey = ['class', classId];
  const params = { path: { class_id: classId } };
  const query = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/api/v1/classes/{class_id}', { params })),
  });
  const teachers = useTeachers().data ?? [];
  const change = useMutation({
    mutationFn: (teacher_id: string | null) =>
      answerOf(api.PATCH('/api/v1/classes/{class_id}', { params, body: { teacher_id } })),
    onSuccess: (changed) => {
      queries.setQueryData(queryKey, changed);
      return queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const reason = useReason(change.error);
  return (
    <Card title={t('classes.role_teacher')}>
      <Shown query={query}>
        {({ teacher_id, names = {} }) => (
          <Select
            label={t('classes.teacher')}
            hint={t('classes.teacherHint')}
            error={change.error && reason}
            value={(change.isPending ? change.variables : teacher_id) ?? ''}
            onChange={({ target }) => change.mutate(target.value === '' ? null : target.value)}
          >
            <option value="">{t('classes.noTeacher')}</option>
            {teacher_id !== null && !teachers.some(({ id }) => id === teacher_id) && (
              <option value={teacher_id}>{names[teacher_id] ?? teacher_id}</option>
            )}
            {teachers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Shown>
    </Card>
  );
}

/** Everybody who may teach. */
function useTeachers() {
  const { api } = useServices();
  return useQuery({
    queryKey: ['people', 'teachers'],
    queryFn: async () => {
      const found: Schema<'Person'>[] = [];
      for (let page = 1; ; page += 1) {
        const { data, pagination } = await answerOf(
          api.GET('/api/v1/people', { params: { query: { role: 'teacher', page, limit: pageSize } } }),
        );
        found.push(...data);
        if (data.length === 0 || found.length >= pagination.total) return found;
      }
    },
  });
}
