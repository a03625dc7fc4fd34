import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import dialogStyles from '../../ui/dialog.module.css';

const keys = [
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['a', 'keyKeep'],
  ['x', 'keyDrop'],
  ['e', 'keyEdit'],
  ['u', 'keyUndo'],
  ['s', 'hear'],
  ['[', 'startEarlier'],
  [']', 'startLater'],
  ['{', 'endEarlier'],
  ['}', 'endLater'],
  ['c', 'removeClip'],
  ['Ctrl+Enter', 'keyApprove'],
  ['?', 'keyHelp'],
] as const;

/** All keys of the desk, behind `?`. */
export function KeysHelp(): ReactNode {
  const { t } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent): void => {
      const isField = target instanceof HTMLElement && target.matches('input, textarea, select');
      if (key === '?' && !isField) dialog.current?.showModal();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button kind="quiet" onClick={() => dialog.current?.showModal()}>
        {t('desk.keys')}
      </Button>
      <dialog ref={dialog} className={dialogStyles.dialog} aria-label={t('desk.keys')}>
        <table>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('desk.key')}</th>
              <th scope="col">{t('desk.does')}</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(([key, what]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{t(`desk.${what}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button onClick={() => dialog.current?.close()}>{t('desk.closeKeys')}</Button>
      </dialog>
    </>
  );
}
