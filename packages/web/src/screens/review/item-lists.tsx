import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { type AnyItem, type DraftItem, kinds } from '../../review/draft.ts';
import type { Problems } from '../../review/problems.ts';
import { ItemCard } from './item-card.tsx';
import styles from './review.module.css';
import { useWhole } from './use-whole.ts';

/** More than the first picture shows of a set. */
const firstItems = 12;

/** The five lists of a set, one item under the cursor and perhaps one in work. */
export function ItemLists(props: {
  items: readonly DraftItem[];
  cursor: string | null;
  editing: string | null;
  isOpen: boolean;
  isPublished: boolean;
  problems: Problems;
  choose(key: string): void;
  edit(key: string | null): void;
  drop(key: string, dropped: boolean): void;
  save(one: DraftItem, item: AnyItem): void;
}): ReactNode {
  const { t } = useSpeech();
  const isWhole = useWhole();
  const first = new Set(isWhole ? [] : props.items.slice(0, firstItems));
  return kinds.map((kind) => {
    const ofKind = props.items.filter((one) => one.kind === kind);
    const shown = isWhole ? ofKind : ofKind.filter((one) => first.has(one));
    if (shown.length === 0) return null;
    return (
      <section key={kind} aria-label={t(`desk.${kind}`)}>
        <h2>
          {t(`desk.${kind}`)} <small>{ofKind.filter(({ dropped }) => !dropped).length}</small>
        </h2>
        <ul className={styles.list}>
          {shown.map((one) => (
            <ItemCard
              key={one.key}
              one={one}
              isHere={one.key === props.cursor}
              isOpen={props.isOpen}
              isPublished={props.isPublished}
              isEdited={props.editing === one.key}
              problems={props.problems.get(one.key)}
              choose={() => props.choose(one.key)}
              edit={(open) => props.edit(open ? one.key : null)}
              drop={(dropped) => props.drop(one.key, dropped)}
              save={(item) => props.save(one, item)}
            />
          ))}
        </ul>
      </section>
    );
  });
}
