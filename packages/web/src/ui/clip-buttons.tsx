import { type ReactNode, useState } from 'react';
import { useServices } from '../app/services.tsx';
import { useSpeech } from '../i18n/language-provider.tsx';
import { Button } from './button.tsx';

/** What of an item can be heard as it was said; null, or left out by copies of before, where nothing was kept. */
export interface Clips {
  clip_id?: string | null | undefined;
  own_clip_id?: string | null | undefined;
}

/** The lesson's own voices: the teacher's, and one's own. Nothing where nothing was kept. */
export function ClipButtons({ clips }: { clips: Clips }): ReactNode {
  return (
    <>
      {clips.clip_id && <ClipButton clipId={clips.clip_id} label="play.hearTeacher" />}
      {clips.own_clip_id && <ClipButton clipId={clips.own_clip_id} label="play.hearYourself" />}
    </>
  );
}

function ClipButton({ clipId, label }: { clipId: string; label: 'play.hearTeacher' | 'play.hearYourself' }): ReactNode {
  const { t } = useSpeech();
  const { voice } = useServices();
  const [silent, setSilent] = useState(false);
  return (
    <span>
      <Button kind="quiet" onClick={() => void voice.playClip(clipId).then((played) => setSilent(!played))}>
        {t(label)}
      </Button>
      {silent && <span role="status">{t('play.noClip')}</span>}
    </span>
  );
}
