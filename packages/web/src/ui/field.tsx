import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface Around {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

interface Ids {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

function Frame({ label, hint, error, children }: Around & { children: (ids: Ids) => ReactNode }): ReactNode {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** A line to type into, with its label. */
export function TextField({ label, hint, error, ...rest }: Around & ComponentProps<'input'>): ReactNode {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(ids) => <input dir="auto" {...rest} {...ids} className={styles.input} />}
    </Frame>
  );
}

/** Several lines to type into. */
export function TextArea({ label, hint, error, ...rest }: Around & ComponentProps<'textarea'>): ReactNode {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(ids) => <textarea dir="auto" {...rest} {...ids} className={styles.input} />}
    </Frame>
  );
}

/** One of several. */
export function Select({ label, hint, error, ...rest }: Around & ComponentProps<'select'>): ReactNode {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(ids) => <select {...rest} {...ids} className={styles.input} />}
    </Frame>
  );
}

/** On or off. */
export function Checkbox({ label, ...rest }: { label: ReactNode } & ComponentProps<'input'>): ReactNode {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
