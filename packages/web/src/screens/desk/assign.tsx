import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Foreign } from '../../ui/english.tsx';
import { Select } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import { useClasses } from '../classes/use-classes.ts';
import styles from './desk.module.css';
import { proposedClass } from './proposed-class.ts';

/** Gives a recording to its class; the class whose name stands in the title is proposed, and it is said why. */
export function Assign({ lesson }: { lesson: Schema<'DeskLesson'>['lesson'] }): ReactNode {
  const { t, rich } = useSpeech();
  const { api } = useServices();
  const queries = useQueryClient();
  const classes = useClasses().data ?? [];
  const proposed = proposedClass(lesson.topic, classes);
  const [chosen, setChosen] = useState<string | null>(null);
  const classId = chosen ?? proposed?.classId ?? '';
  const assigning = useMutation({
    mutationFn: () =>
      answerOf(api.PATCH('/api/v1/lessons/{id}', { params: { path: { id: lesson.id } }, body: { class_id: classId } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk'] }),
  });
  const why = useReason(assigning.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    assigning.mutate();
  };
  return (
    <form className={styles.assign} onSubmit={submit}>
      <Select
        label={t('classes.classWithout')}
        hint={proposed?.classId === classId && rich('classes.proposed', { words: <Foreign>{proposed.words}</Foreign> })}
        value={classId}
        error={assigning.error ? why : null}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{t('classes.chooseClass')}</option>
        {classes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit" disabled={classId === '' || assigning.isPending}>
        {t('classes.assign')}
      </Button>
    </form>
  );
}
