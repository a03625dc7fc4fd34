import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { English } from './english.tsx';
import styles from './states.module.css';

/** What is quicker than this shows no sign of waiting. */
const patienceMs = 300;

/** Says that something is coming, but not before one would wonder. */
export function Loading(): ReactNode {
  const { t } = useSpeech();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={styles.loading}>
      {late && t('shell.loading')}
    </p>
  );
}

/** Nothing is here yet: why, and what to do. */
export function Empty(props: { title: string; children: ReactNode }): ReactNode {
  return (
    <Card title={props.title}>
      <div className={styles.empty}>{props.children}</div>
    </Card>
  );
}

/** Something failed: what, and what to do. */
export function Failed({ error, again }: { error: unknown; again?: () => void }): ReactNode {
  const { t } = useSpeech();
  const offline = error instanceof Unreachable;
  const missing = error instanceof ApiProblem && (error.status === 404 || error.status === 403);
  const title = offline ? 'shell.offlineTitle' : missing ? 'shell.notFoundTitle' : 'shell.wrongTitle';
  return (
    <Card title={t(title)} tone="warm">
      <p role="alert">{useReason(error)}</p>
      {again && (
        <p>
          <Button onClick={again}>{t('shell.again')}</Button>
        </p>
      )}
    </Card>
  );
}

/** Why something failed, in the person's language where we know the case, else in the server's words. */
export function useReason(error: unknown): string {
  const { t } = useSpeech();
  if (error instanceof Unreachable) return t('shell.offlineScreen');
  if (!(error instanceof ApiProblem) || error.status >= 500) return t('shell.wrongUnknown');
  if (error.status === 404 || error.status === 403) return t('shell.notFound');
  if (error.status === 401) return t('signIn.expired');
  return error.message;
}

/** The same on the page, where the server's words are marked as the English that they are. */
export function Reason({ error }: { error: unknown }): ReactNode {
  const reason = useReason(error);
  return error instanceof ApiProblem && reason === error.message ? <English>{reason}</English> : reason;
}

/** The same, with what the server says against single fields where it names some. */
export function useWhy(error: unknown): string {
  const reason = useReason(error);
  const said = error instanceof ApiProblem ? error.errors.map(({ message }) => message).join(' ') : '';
  return said === '' ? reason : said;
}

/** One of: waiting, failed, or what is there. */
export function Shown<Data>(props: {
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch(): unknown };
  children(data: Data): ReactNode;
}): ReactNode {
  const { data, error, isPending, refetch } = props.query;
  if (data !== undefined) return props.children(data);
  if (isPending && !error) return <Loading />;
  return <Failed error={error} again={() => void refetch()} />;
}
