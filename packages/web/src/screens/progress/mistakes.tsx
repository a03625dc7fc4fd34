import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answerOf } from '../../api/client.ts';
import { usePerson } from '../../app/person.tsx';
import { useServices } from '../../app/services.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Shown } from '../../ui/states.tsx';
import styles from './progress.module.css';

const games = ['flashcards', 'spelling_bee', 'advanced_cloze', 'grammar_challenge', 'sentence_builder'] as const;

/** Open mistakes by game, each with a way to practise them. */
export function Mistakes(): ReactNode {
  const { t } = useSpeech();
  const { api } = useServices();
  const { id } = usePerson();
  const query = useQuery({ queryKey: ['stats', id], queryFn: () => answerOf(api.GET('/api/v1/stats/me')) });
  return (
    <Shown query={query}>
      {({ game_stats }) => {
        const open = game_stats.filter(({ mistaken_items }) => mistaken_items > 0);
        if (open.length === 0) return <p>{t('progress.mistakesNone')}</p>;
        return (
          <ul className={styles.mistakes}>
            {games.flatMap((game) => {
              const found = open.find(({ game_type }) => game_type === game);
              if (found === undefined) return [];
              return (
                <li key={game}>
                  <span>
                    {t(`games.${game}`)}: {t('progress.things', { count: found.mistaken_items })}
                  </span>
                  <ButtonLink href={`/play/${game}/mistakes`}>{t('progress.practiseMistakes')}</ButtonLink>
                </li>
              );
            })}
          </ul>
        );
      }}
    </Shown>
  );
}
