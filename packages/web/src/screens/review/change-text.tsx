import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { AnyItem, DraftItem, Kind } from '../../review/draft.ts';
import { fieldsOf, readField } from '../../review/fields.ts';
import { Foreign } from '../../ui/english.tsx';
import { fieldLabels } from './field-labels.ts';
import { ItemText } from './item-text.tsx';
import styles from './review.module.css';

/** An item before and after a change; of one that is new or gone, what it was. */
export function ChangeText(props: { kind: Kind; before: AnyItem | null; now: AnyItem | null }): ReactNode {
  const { t } = useSpeech();
  const { kind, before, now } = props;
  if (before === null || now === null) return <WholeItem kind={kind} item={now ?? before} isGone={now === null} />;
  const changed = fieldsOf[kind].filter((field) => readField(before, field) !== readField(now, field));
  return (
    <>
      <WholeItem kind={kind} item={now} isGone={false} />
      {changed.map((field) => (
        <p key={field.name} className={styles.said}>
          {t(fieldLabels[field.name] ?? 'desk.sentence')}:{' '}
          <del>
            <Foreign>{readField(before, field) || '–'}</Foreign>
          </del>{' '}
          <ins>
            <Foreign>{readField(now, field) || '–'}</Foreign>
          </ins>
        </p>
      ))}
    </>
  );
}

function WholeItem({ kind, item, isGone }: { kind: Kind; item: AnyItem | null; isGone: boolean }): ReactNode {
  if (item === null) return null;
  // An item of its own list, which TypeScript cannot follow through two names.
  const one = { key: '', kind, item, dropped: false, changed: false } as DraftItem;
  const text = <ItemText one={one} whole={false} />;
  return isGone ? <div className={styles.gone}>{text}</div> : text;
}
