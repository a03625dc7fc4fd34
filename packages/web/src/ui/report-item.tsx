import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { answerOf, type Schema } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useServices } from '../app/services.tsx';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from './button.tsx';
import dialogStyles from './dialog.module.css';
import { TextArea } from './field.tsx';
import styles from './report-item.module.css';
import { useReason } from './states.tsx';

type Reason = Schema<'ReportReason'>;

/** An item of a game, as it is reported. */
export interface ReportedItem {
  gameType: Schema<'PracticeItem'>['game_type'];
  itemId: string;
}

const reasons = ['wrong_answer', 'also_right', 'unclear', 'sound', 'private', 'other'] as const satisfies Reason[];

/**
 * Lets a learner say that something is wrong with an item; their teacher reads it.
 * @param props.about the item in words, where several buttons stand below one another
 */
export function ReportItem({ item, about }: { item: ReportedItem; about?: string }): ReactNode {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const titleId = useId();
  const open = (): void => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className={styles.open} onClick={open}>
        <span aria-hidden="true">⚑</span>{' '}
        <span className={about && 'visually-hidden'}>{about ? `${t('report.open')}: ${about}` : t('report.open')}</span>
      </button>
      <dialog ref={dialog} className={dialogStyles.dialog} aria-labelledby={titleId} onClose={() => setOpen(false)}>
        <h2 id={titleId}>{t('report.title')}</h2>
        {isOpen && <Form item={item} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Form({ item, close }: { item: ReportedItem; close(): void }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const [reason, setReason] = useState<Reason | null>(null);
  const [text, setText] = useState('');
  const sending = useMutation({
    mutationFn: (chosen: Reason) =>
      answerOf(
        api.POST('/api/v1/items/{game_type}/{item_id}/reports', {
          params: { path: { game_type: item.gameType, item_id: item.itemId } },
          body: { reason: chosen, ...(text.trim() !== '' && { text: text.trim() }) },
        }),
      ),
  });
  const problem = useReason(sending.error);
  const isOwn = sending.error instanceof ApiProblem && sending.error.status === 409;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== null) sending.mutate(reason);
  };
  if (sending.isSuccess) {
    return (
      <>
        <p role="status">{t('report.thanks')}</p>
        <div className={dialogStyles.actions}>
          <Button kind="main" autoFocus onClick={close}>
            {t('report.close')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.reasons}>
        <legend className="visually-hidden">{t('report.title')}</legend>
        {reasons.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="reason"
              value={name}
              required
              checked={reason === name}
              onChange={() => setReason(name)}
            />
            <span>{t(`report.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={t('report.note')}
        rows={2}
        maxLength={1000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {sending.error && <p role="alert">{isOwn ? t('report.own') : problem}</p>}
      <div className={dialogStyles.actions}>
        <Button onClick={close}>{t('shell.cancel')}</Button>
        <Button kind="main" type="submit" disabled={reason === null || sending.isPending}>
          {t('report.send')}
        </Button>
      </div>
    </form>
  );
}
