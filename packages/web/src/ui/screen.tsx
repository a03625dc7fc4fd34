import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import styles from './screen.module.css';

/** How much of a wide window a screen takes: a column to read, several beside one another, or all there is. */
type Width = 'column' | 'broad' | 'wide';

/** A screen with its heading, which is read out and named in the browser's title when one comes to it. */
export function Screen(props: { title: string; width?: Width; aside?: ReactNode; children: ReactNode }): ReactNode {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · ${t('shell.app')}`;
  }, [title, t]);
  useEffect(() => {
    // The first screen of a visit leaves the focus where the browser put it.
    if (history.state !== null || document.referrer !== '') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={`${styles.screen} ${styles[props.width ?? 'column']}`}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {props.aside}
      </header>
      {props.children}
    </div>
  );
}
