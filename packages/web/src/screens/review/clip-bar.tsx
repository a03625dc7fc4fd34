import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { useReason } from '../../ui/states.tsx';
import styles from './review.module.css';
import type { ReviewedClips } from './use-clips.ts';

/** What can be heard of the item under the cursor, with the keys for it. */
export function ClipBar({ clips, quote }: { clips: ReviewedClips; quote: string }): ReactNode {
  const { t } = useSpeech();
  const reason = useReason(clips.error);
  const found = clips.of(quote);
  if (found.length === 0) return null;
  return (
    <section aria-label={t('desk.clips')} aria-busy={clips.isBusy}>
      <h2>{t('desk.clips')}</h2>
      {found.map((clip, place) => (
        <div key={clip.role} className={styles.acts}>
          <Button onClick={() => clips.play(clip)}>
            {t(clip.role === 'answer' ? 'desk.hearAnswer' : 'desk.hear')} {place === 0 && <kbd>p</kbd>}
          </Button>
          <Button kind="quiet" onClick={() => clips.shift(clip, 'start_ms', -1)}>
            {t('desk.startEarlier')} {place === 0 && <kbd>[</kbd>}
          </Button>
          <Button kind="quiet" onClick={() => clips.shift(clip, 'start_ms', 1)}>
            {t('desk.startLater')} {place === 0 && <kbd>]</kbd>}
          </Button>
          <Button kind="quiet" onClick={() => clips.shift(clip, 'end_ms', -1)}>
            {t('desk.endEarlier')} {place === 0 && <kbd>{'{'}</kbd>}
          </Button>
          <Button kind="quiet" onClick={() => clips.shift(clip, 'end_ms', 1)}>
            {t('desk.endLater')} {place === 0 && <kbd>{'}'}</kbd>}
          </Button>
          <Button kind="quiet" onClick={() => clips.remove(clip)}>
            {t('desk.removeClip')} {place === 0 && <kbd>c</kbd>}
          </Button>
        </div>
      ))}
      {Boolean(clips.error) && <p role="alert">{reason}</p>}
    </section>
  );
}
