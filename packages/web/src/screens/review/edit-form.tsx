import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { MessageKey } from '../../i18n/messages/messages.ts';
import type { AnyItem, DraftItem } from '../../review/draft.ts';
import { type Field, fieldsOf, readField, writeFields } from '../../review/fields.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import styles from './review.module.css';

const labels: Readonly<Record<string, MessageKey>> = {
  word: 'words.word',
  definition: 'desk.definition',
  picture: 'desk.picture',
  translation: 'words.translation',
  example_sentence: 'desk.example',
  sample_sentence: 'desk.example',
  hint: 'play.hint',
  sentence: 'desk.sentence',
  english_sentence: 'desk.sentence',
  question: 'desk.question',
  options: 'desk.options',
  correct_answer: 'desk.correctAnswer',
  explanation: 'desk.explanation',
  distractors: 'desk.distractors',
};

/** Changes one item. Enter in a line keeps the change, Escape leaves it. */
export function EditForm(props: { one: DraftItem; save(item: AnyItem): void; cancel(): void }): ReactNode {
  const { t } = useSpeech();
  const { one } = props;
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
    label: t(labels[name] ?? 'desk.sentence'),
    value: typed[name] ?? '',
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
      <div className={styles.acts}>
        <Button kind="main" type="submit">
          {t('shell.save')}
        </Button>
        <Button onClick={props.cancel}>{t('shell.cancel')}</Button>
      </div>
    </form>
  );
}
