import { type ReactNode, useId, useRef } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** A button for what cannot be undone: it asks first. */
export function ConfirmButton(props: { label: string; ask: string; confirm: string; onConfirm(): void }): ReactNode {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = (): void => dialog.current?.close();
  return (
    <>
      <Button kind="danger" onClick={() => dialog.current?.showModal()}>
        {props.label}
      </Button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id}>
        <p id={id}>{props.ask}</p>
        <div className={styles.actions}>
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button
            kind="danger"
            onClick={() => {
              close();
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </div>
      </dialog>
    </>
  );
}
