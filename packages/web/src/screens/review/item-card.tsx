import { memo, type ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { AnyItem, DraftItem } from '../../review/draft.ts';
import type { FieldProblem } from '../../review/problems.ts';
import { Button } from '../../ui/button.tsx';
import { EditForm } from './edit-form.tsx';
import { fieldLabels } from './field-labels.ts';
import { ItemText } from './item-text.tsx';
import { ProblemText } from './problem-text.tsx';
import styles from './review.module.css';

interface ItemCardProps {
  one: DraftItem;
  isHere: boolean;
  isOpen: boolean;
  /** Whether the item is in the games, where it is mended and not dropped. */
  isPublished: boolean;
  isEdited: boolean;
  problems: readonly FieldProblem[] | undefined;
  choose(): void;
  edit(open: boolean): void;
  drop(dropped: boolean): void;
  save(item: AnyItem): void;
}

/** One item as the learner will meet it, with everything that would be marked right. */
function Card(props: ItemCardProps): ReactNode {
  const { t } = useSpeech();
  const { one, isHere, isOpen, isPublished, isEdited, problems = [] } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move the cursor; the click is for the mouse
    <li
      id={one.key}
      className={styles.item}
      data-here={isHere || undefined}
      data-dropped={one.dropped || undefined}
      aria-current={isHere ? 'true' : undefined}
      onClick={props.choose}
    >
      {isEdited ? (
        <EditForm one={one} problems={problems} save={props.save} cancel={() => props.edit(false)} />
      ) : (
        <>
          <ItemText one={one} whole={isHere} />
          {one.dropped && <p className={styles.mark}>{t('desk.dropped')}</p>}
          {one.changed && !one.dropped && <p className={styles.mark}>{t('desk.changed')}</p>}
          {isHere && (isOpen || isPublished) && (
            <div className={styles.acts}>
              {isOpen && (
                <Button onClick={() => props.drop(!one.dropped)}>{t(one.dropped ? 'desk.keep' : 'desk.drop')}</Button>
              )}
              <Button onClick={() => props.edit(true)}>{t('words.edit')}</Button>
            </div>
          )}
        </>
      )}
      {!isEdited &&
        problems.map((problem) => {
          const label = fieldLabels[problem.field ?? ''];
          return (
            <p key={`${problem.field} ${problem.message}`} role="alert" className={styles.problem}>
              {label && `${t(label)}: `}
              <ProblemText problem={problem} />
            </p>
          );
        })}
    </li>
  );
}

/** Drawn again only where something of it changed: a set has 80 items, and the cursor moves fast. */
export const ItemCard = memo(
  Card,
  (a, b) =>
    a.one === b.one &&
    a.isHere === b.isHere &&
    a.isEdited === b.isEdited &&
    a.isOpen === b.isOpen &&
    a.isPublished === b.isPublished &&
    a.problems === b.problems,
);
