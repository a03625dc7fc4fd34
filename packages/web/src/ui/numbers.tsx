import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language-provider.tsx';
import styles from './numbers.module.css';

/** The numbers behind a picture, as a table to open. */
export function Numbers(props: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}): ReactNode {
  const { t, language } = useSpeech();
  const numbers = new Intl.NumberFormat(language);
  return (
    <details className={styles.details}>
      <summary>{t('progress.table')}</summary>
      <table>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest]) => (
            <tr key={String(first)}>
              <th scope="row">{first}</th>
              {rest.map((value, place) => (
                <td key={props.head[place + 1]}>{typeof value === 'number' ? numbers.format(value) : value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
