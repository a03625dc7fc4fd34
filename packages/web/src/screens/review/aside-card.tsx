import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { DraftItem } from '../../review/draft.ts';
import { idOf } from '../../review/merge.ts';
import type { Aside } from '../../review/use-aside.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useWhy } from '../../ui/states.tsx';
import { ChangeText } from './change-text.tsx';
import styles from './review.module.css';

/** One's own changes that made way for somebody else's: each can be made again. */
export function AsideCard(props: {
  aside: Aside;
  /** The items of the set as they are now. */
  items: readonly DraftItem[];
  /** None where the set cannot be changed as it stands. */
  apply: ((one: DraftItem) => Promise<boolean>) | null;
}): ReactNode {
  const { t } = useSpeech();
  const { aside, items, apply } = props;
  const applying = useMutation({
    mutationFn: async (one: DraftItem) => (await apply?.(one)) === true,
    onSuccess: (isTaken, one) => isTaken && aside.forget(one),
  });
  const why = useWhy(applying.error);
  if (aside.items.length === 0) return null;
  return (
    <Card title={t('desk.aside')} tone="warm">
      <ul className={styles.list}>
        {aside.items.map((one) => {
          const now = items.find((other) => idOf(other) === idOf(one) && !other.dropped);
          return (
            <li key={idOf(one)} className={styles.difference}>
              <p className={styles.mark}>{t(`desk.${one.kind}`)}</p>
              <ChangeText kind={one.kind} before={now?.item ?? null} now={one.dropped ? null : one.item} />
              {one.dropped && <p className={styles.mark}>{t('desk.dropped')}</p>}
              <div className={styles.acts}>
                {apply && (
                  <Button disabled={applying.isPending} onClick={() => applying.mutate(one)}>
                    {t('desk.applyAgain')}
                  </Button>
                )}
                <Button kind="quiet" onClick={() => aside.forget(one)}>
                  {t('desk.forget')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {applying.error && <p role="alert">{why}</p>}
    </Card>
  );
}
