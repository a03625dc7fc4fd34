import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { answerOf, type Schema } from '../../api/client.ts';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { DraftItem } from '../../review/draft.ts';
import { idOf } from '../../review/merge.ts';
import { Foreign } from '../../ui/english.tsx';
import { Shown } from '../../ui/states.tsx';
import { ItemText } from './item-text.tsx';
import styles from './review.module.css';

/** Who did what with a set, and when; asked for when somebody wants to know. */
export function History(props: { setId: string; revision: number; items: readonly DraftItem[] }): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { setId, revision, items } = props;
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['history', setId, revision],
    enabled: isOpen,
    placeholderData: (before) => before,
    queryFn: () => answerOf(api.GET('/api/v1/exercises/{id}/history', { params: { path: { id: setId } } })),
  });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('desk.history')}</summary>
      {isOpen && (
        <Shown query={query}>
          {({ data, names }) =>
            data.length === 0 ? (
              <p>{t('desk.historyEmpty')}</p>
            ) : (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              <ol className={styles.history} tabIndex={0} aria-label={t('desk.history')}>
                {data.map((line) => (
                  <Line key={`${line.at} ${line.what}`} line={line} names={names} items={items} />
                ))}
              </ol>
            )
          }
        </Shown>
      )}
    </details>
  );
}

function Line(props: {
  line: Schema<'HistoryLine'>;
  names: Readonly<Record<string, string>>;
  items: readonly DraftItem[];
}): ReactNode {
  const { t, language } = useSpeech();
  const { line, names, items } = props;
  const when = new Date(line.at).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <p>
        <strong>{t(`desk.did_${line.what}`)}</strong> ·{' '}
        {line.by !== null && <Foreign>{names[line.by] ?? line.by}</Foreign>}
        {line.by !== null && ' · '}
        <time dateTime={line.at}>{when}</time>
      </p>
      {line.reason !== null && (
        <p className={styles.said}>
          <Foreign>{line.reason}</Foreign>
        </p>
      )}
      <ul>
        {line.items.map(({ kind, item_id, what }) => {
          const one = items.find((other) => idOf(other) === item_id);
          return (
            <li key={item_id}>
              <span className={styles.mark}>
                {t(`desk.${kind}`)} · {t(`desk.item_${what}`)}
              </span>
              {one && <ItemText one={one} whole={false} />}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
