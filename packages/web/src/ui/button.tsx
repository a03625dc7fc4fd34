import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';

type Kind = 'main' | 'plain' | 'quiet' | 'danger';

/** A button; `main` for the one thing that a screen is for. */
export function Button({ kind = 'plain', ...rest }: ComponentProps<'button'> & { kind?: Kind }): ReactNode {
  return <button type="button" {...rest} className={`${styles.button} ${styles[kind]} ${rest.className ?? ''}`} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  kind = 'plain',
  href,
  children,
}: {
  kind?: Kind;
  href: string;
  children: ReactNode;
}): ReactNode {
  return (
    <Link href={href} className={`${styles.button} ${styles[kind]}`}>
      {children}
    </Link>
  );
}
