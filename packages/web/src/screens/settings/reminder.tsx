import { type ReactNode, useState } from 'react';
import type { Person } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { practiceEvent } from './practice-event.ts';
import styles from './settings.module.css';

/** A reminder in the person's own calendar: it comes also when this app is closed, and nobody is sent anything. */
export function Reminder({ person }: { person: Person }): ReactNode {
  const { t } = useSpeech();
  const [time, setTime] = useState('17:00');
  const save = (): void => {
    const { id, daily_goal_minutes: minutes, easy_days: easyDays } = person;
    const wish = { id, title: t('settings.reminderTitle'), url: location.origin, time, minutes, easyDays };
    saveFile('practice.ics', 'text/calendar', practiceEvent(wish, new Date()));
  };
  return (
    <div className={styles.stack}>
      <TextField
        type="time"
        label={t('settings.reminder')}
        hint={t('settings.reminderNote')}
        required
        value={time}
        onChange={({ target }) => setTime(target.value)}
      />
      <Button disabled={time === ''} onClick={save}>
        {t('settings.reminderAdd')}
      </Button>
    </div>
  );
}
