import type { ReactNode } from 'react';
import styles from './card.module.css';

/** A sheet with a heading of its own. */
export function Card(props: { title?: ReactNode; children: ReactNode; tone?: 'plain' | 'accent' | 'warm' }): ReactNode {
  return (
    <section className={`${styles.card} ${styles[props.tone ?? 'plain']}`}>
      {props.title !== undefined && <h2>{props.title}</h2>}
      {props.children}
    </section>
  );
}
