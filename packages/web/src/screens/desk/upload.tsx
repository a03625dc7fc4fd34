import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select, TextField } from '../../ui/field.tsx';
import { useReason } from '../../ui/states.tsx';
import { useClasses } from '../classes/use-classes.ts';
import styles from './desk.module.css';
import type { SendingProgress } from './send-in-parts.ts';
import { sendLesson } from './send-lesson.ts';
import { useDroppedFile } from './use-dropped-file.ts';

const atStart: SendingProgress = { share: 0, waits: false };
/** Who comes back from another screen finds the file still on its way. */
const sendingKey = ['sending a lesson'];

/** Takes a transcript or a recording from this computer, chosen or dropped. */
export function Upload(): ReactNode {
  const { t } = useSpeech();
  const { api, signedIn } = useServices();
  const queries = useQueryClient();
  const classes = useClasses().data ?? [];
  const [chosen, setChosen] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const { share, waits } = useQuery({ queryKey: sendingKey, queryFn: () => atStart, enabled: false }).data ?? atStart;
  const setProgress = (progress: SendingProgress): void => void queries.setQueryData(sendingKey, progress);
  const isSending = useIsMutating({ mutationKey: sendingKey }) > 0;
  const progressId = useId();
  const classId = chosen || (classes.length === 1 ? (classes[0]?.id ?? '') : '');
  const sending = useMutation({
    mutationKey: sendingKey,
    mutationFn: (sent: { classId: string; file: File }) =>
      sendLesson({ api, accessToken: signedIn.accessToken }, sent, setProgress),
    onSuccess: () => setFile(null),
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk'] }),
  });
  const why = useReason(sending.error);
  const box = useRef<HTMLDivElement>(null);
  const isOver = useDroppedFile(classes.length > 0, (dropped) => {
    // Taken all the same: a browser would open it in the place of the app, and of the file that is on its way.
    if (isSending) return;
    setFile(dropped);
    sending.reset();
    box.current?.scrollIntoView({ block: 'nearest' });
    // What is left to say is its class, or to send it.
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(classId === '' ? 'select' : 'button')?.focus());
  });
  if (classes.length === 0) return null;
  return (
    <div ref={box} className={styles.upload} data-over={isOver || undefined}>
      <Card title={t('classes.upload')}>
        <p>{t('classes.uploadHint')}</p>
        <form
          className={styles.assign}
          onSubmit={(event) => {
            event.preventDefault();
            setProgress(atStart);
            if (file) sending.mutate({ classId, file });
          }}
        >
          <TextField
            type="file"
            label={file?.name ?? t('classes.file')}
            accept=".vtt,.txt,audio/*"
            error={sending.error ? why : null}
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
          <Select label={t('classes.classWithout')} value={classId} onChange={({ target }) => setChosen(target.value)}>
            <option value="">{t('classes.chooseClass')}</option>
            {classes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          <Button type="submit" disabled={file === null || classId === '' || isSending}>
            {t('classes.upload')}
          </Button>
        </form>
        {isSending && (
          <p>
            <label htmlFor={progressId}>{t('classes.uploading')}</label> <progress id={progressId} value={share} />
          </p>
        )}
        <p role="status">
          {sending.isSuccess && t('classes.uploaded')}
          {isSending && waits && t('classes.uploadWaits')}
        </p>
      </Card>
    </div>
  );
}
