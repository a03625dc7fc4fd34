import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/language-provider.tsx';
import type { DraftItem } from '../../review/draft.ts';
import { English, Foreign } from '../../ui/english.tsx';
import styles from './review.module.css';

/** An item in words: short in the list, whole under the cursor. */
export function ItemText({ one, whole }: { one: DraftItem; whole: boolean }): ReactNode {
  switch (one.kind) {
    case 'flashcards':
      return (
        <>
          <p>
            <English>
              <strong>{one.item.word}</strong>: {one.item.definition}
            </English>
            {one.item.picture && <span aria-hidden="true"> {one.item.picture}</span>}
            {one.item.translation && (
              <>
                {' · '}
                <Foreign>{one.item.translation}</Foreign>
              </>
            )}
          </p>
          {whole && <Said text={one.item.example_sentence} />}
        </>
      );
    case 'spelling':
      return (
        <>
          <p>
            <English>
              <strong>{one.item.word}</strong>
            </English>
          </p>
          {whole && <Said text={one.item.sample_sentence} />}
        </>
      );
    case 'fill_in_blank':
    case 'grammar':
      return (
        <>
          <p>
            <English>{one.kind === 'grammar' ? one.item.question : one.item.sentence}</English>
          </p>
          <Options options={one.item.options} right={one.item.correct_answer} />
          {whole && <Said text={one.item.explanation} />}
        </>
      );
    case 'sentence_builder':
      return (
        <>
          <p>
            <English>{one.item.english_sentence}</English>
          </p>
          {whole && <Orders orders={one.item.accepted_sequences} distractors={one.item.distractors} />}
        </>
      );
  }
}

function Options({ options, right }: { options: readonly string[]; right: string }): ReactNode {
  const { t } = useSpeech();
  return (
    <ul className={styles.options}>
      {options.map((option) => (
        <li key={option} data-right={option === right || undefined}>
          <English>{option}</English>
          {option === right && <span className="visually-hidden"> {t('desk.isRight')}</span>}
          {option === right && <span aria-hidden="true"> ✓</span>}
        </li>
      ))}
    </ul>
  );
}

/** Every order that counts as right, and the words that belong in none. */
function Orders(props: { orders: readonly (readonly string[])[]; distractors: readonly string[] }): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {props.orders.slice(1).map((order) => (
        <p key={order.join(' ')} className={styles.said}>
          {t('desk.alsoRight')} <English>{order.join(' ')}</English>
        </p>
      ))}
      {props.distractors.length > 0 && (
        <p className={styles.said}>
          {t('desk.distractors')} <English>{props.distractors.join(', ')}</English>
        </p>
      )}
    </>
  );
}

const Said = ({ text }: { text: string }): ReactNode =>
  text === '' ? null : (
    <p className={styles.said}>
      <English>{text}</English>
    </p>
  );
