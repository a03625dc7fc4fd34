import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useSpeech } from '../i18n/language-provider.tsx';
import type { MessageKey } from '../i18n/messages/messages.ts';
import { NewVersion } from './new-version.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { usePerson } from './person.tsx';
import styles from './shell.module.css';

interface Place {
  href: string;
  label: MessageKey;
  icon: string;
}

/** One path a picture, drawn in a square of 24. */
const icons = {
  today: 'M12 3 3 10v11h6v-6h6v6h6V10z',
  lessons: 'M4 4h11a3 3 0 0 1 3 3v13H7a3 3 0 0 1-3-3zM8 8h6M8 12h6',
  words: 'M4 19 9 5l5 14M6 14h6M16 9h4M18 7v12',
  progress: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4v6M8 14v6',
  desk: 'M3 6h18v9H3zM6 15v5M18 15v5M8 10h8',
  people: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  classes: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 20c0-4 3-6 6-6s6 2 6 6M16 11a3 3 0 1 0 0-6M17 14c3 0 5 2 5 6',
};

const learnerPlaces: readonly Place[] = [
  { href: '/', label: 'shell.today', icon: icons.today },
  { href: '/lessons', label: 'shell.lessons', icon: icons.lessons },
  { href: '/words', label: 'shell.words', icon: icons.words },
  { href: '/progress', label: 'shell.progress', icon: icons.progress },
  { href: '/settings', label: 'shell.settings', icon: icons.settings },
];

const staffPlaces: readonly Place[] = [
  { href: '/desk', label: 'shell.desk', icon: icons.desk },
  { href: '/classes', label: 'classes.title', icon: icons.classes },
  { href: '/settings', label: 'shell.settings', icon: icons.settings },
];

const coordinatorPlaces: readonly Place[] = staffPlaces.toSpliced(2, 0, {
  href: '/people',
  label: 'classes.people',
  icon: icons.people,
});

const placesOf = (role: string): readonly Place[] => {
  if (role === 'admin') return coordinatorPlaces;
  return isStaff(role) ? staffPlaces : learnerPlaces;
};

/** Whether somebody works here rather than learns. */
export const isStaff = (role: string): boolean => role === 'teacher' || role === 'admin';

/** The frame of every screen but a game: where one can go, and the screen. */
export function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useSpeech();
  const { role } = usePerson();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <nav className={styles.nav} aria-label={t('shell.menu')}>
        <ul>
          {placesOf(role).map((place) => (
            <NavigationLink key={place.href} {...place} />
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        <OfflineNotice />
        <NewVersion />
        {children}
      </main>
    </div>
  );
}

function NavigationLink({ href, label, icon }: Place): ReactNode {
  const { t } = useSpeech();
  const [location] = useLocation();
  const here = href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`);
  return (
    <li>
      <Link href={href} aria-current={here ? 'page' : undefined}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={icon} />
        </svg>
        <span>{t(label)}</span>
      </Link>
    </li>
  );
}
