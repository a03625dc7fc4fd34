import { type FormEvent, type ReactNode, useState } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { Wish } from '../../review/findings.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import styles from './review.module.css';
import type { Composing } from './use-compose.ts';

const makes = [
  ['card', 'desk.card'],
  ['gap', 'desk.gap'],
  ['sentence', 'desk.sentence'],
] as const;
const english = { lang: 'en', dir: 'ltr' } as const;
/** What marked words are called, beside the keys of findings. */
const markedKey = 'marked';

/** Makes an item of words that are marked in the transcript, or typed as they were said. */
export function Compose(props: {
  marked: string;
  change(words: string): void;
  composing: Composing;
  /** Whether what is made goes to learners at once. */
  isPublished: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const { marked, change, composing } = props;
  const [right, setRight] = useState('');
  const make = (wish: Omit<Wish, 'text'>): void => composing.make({ ...wish, text: marked.trim() }, markedKey);
  const correct = (event: FormEvent): void => {
    event.preventDefault();
    make({ make: 'correction', right: right.trim() });
  };
  const isEmpty = marked.trim() === '' || composing.isPending;
  return (
    <form className={styles.form} onSubmit={correct}>
      <TextField
        {...english}
        label={t('desk.makeOf')}
        hint={props.isPublished ? `${t('desk.makeOfHint')} ${t('desk.atOnce')}` : t('desk.makeOfHint')}
        error={composing.refused?.key === markedKey ? composing.refused.why : null}
        value={marked}
        maxLength={500}
        onChange={({ target }) => change(target.value)}
      />
      <div className={styles.acts}>
        {makes.map(([one, name]) => (
          <Button key={one} disabled={isEmpty} onClick={() => make({ make: one })}>
            {t(name)}
          </Button>
        ))}
      </div>
      <TextField
        {...english}
        label={t('desk.whatIsRight')}
        value={right}
        maxLength={500}
        onChange={({ target }) => setRight(target.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" disabled={isEmpty || right.trim() === ''}>
          {t('desk.correction')}
        </Button>
      </div>
      <p role="status">{composing.isPending && t('desk.making')}</p>
    </form>
  );
}
