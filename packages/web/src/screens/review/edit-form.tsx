import { type FormEvent, Fragment, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { AnyItem, DraftItem } from '../../review/draft.ts';
import { type Field, fieldsOf, readField, writeFields } from '../../review/fields.ts';
import type { FieldProblem } from '../../review/problems.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { fieldLabels } from './field-labels.ts';
import { ProblemText } from './problem-text.tsx';
import styles from './review.module.css';

interface EditFormProps {
  one: DraftItem;
  /** What the rules say against it, each said at its field. */
  problems: readonly FieldProblem[];
  save(item: AnyItem): void;
  cancel(): void;
}

/** Changes one item. Enter in a line keeps the change, Escape leaves it. */
export function EditForm(props: EditFormProps): ReactNode {
  const { t } = useSpeech();
  const { one, problems } = props;
  const fields = fieldsOf[one.kind];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, readField(one.item, field)])),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.save(writeFields(one, typed));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') props.cancel();
  };
  const attributes = ({ name, shape }: Field, index: number) => ({
    label: t(fieldLabels[name] ?? 'desk.sentence'),
    value: typed[name] ?? '',
    error: saidAt(problems, name),
    autoFocus: index === 0,
    ...(name !== 'translation' && { lang: 'en', dir: 'ltr' }),
    ...(shape === 'lines' && { hint: t('desk.onePerLine') }),
  });
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={press}>
      {fields.map((field, index) =>
        field.shape === 'line' ? (
          <TextField
            key={field.name}
            {...attributes(field, index)}
            onChange={({ target }) => setTyped({ ...typed, [field.name]: target.value })}
          />
        ) : (
          <TextArea
            key={field.name}
            {...attributes(field, index)}
            rows={field.shape === 'lines' ? 4 : 2}
            onChange={({ target }) => setTyped({ ...typed, [field.name]: target.value })}
          />
        ),
      )}
      {problems
        .filter(({ field }) => !fields.some(({ name }) => name === field))
        .map((problem) => (
          <p key={String(problem.message)} role="alert" className={styles.problem}>
            <ProblemText problem={problem} />
          </p>
        ))}
      <div className={styles.acts}>
        <Button kind="main" type="submit">
          {t('shell.save')}
        </Button>
        <Button onClick={props.cancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}

function saidAt(problems: readonly FieldProblem[], name: string): ReactNode {
  const said = problems.filter(({ field }) => field === name);
  if (said.length === 0) return null;
  return said.map((problem, place) => (
    <Fragment key={String(problem.message)}>
      {place > 0 && ' '}
      <ProblemText problem={problem} />
    </Fragment>
  ));
}
