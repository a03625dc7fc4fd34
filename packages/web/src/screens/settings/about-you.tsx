import { type ReactNode, useState } from 'react';
import type { Person } from '../../app/person.tsx';
import { useSpeech } from '../../i18n/language-provider.tsx';
import { languageCodes, languages } from '../../i18n/languages.ts';
import { Select, TextField } from '../../ui/field.tsx';
import type { Change } from './change.ts';

/** First languages that are offered by name; others keep what the profile says. */
const firstLanguages = [
  'he',
  'ar',
  'es',
  'ru',
  'zh',
  'pt',
  'fr',
  'de',
  'it',
  'uk',
  'tr',
  'pl',
  'ja',
  'ko',
  'fa',
  'hi',
  'en',
];

/** Name, languages and time zone. */
export function AboutYou({ person, change }: { person: Person; change(change: Change): void }): ReactNode {
  const { t, language } = useSpeech();
  const [name, setName] = useState(person.name);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const first = person.native_language;
  const offered = first === null || firstLanguages.includes(first) ? firstLanguages : [first, ...firstLanguages];
  return (
    <>
      <TextField
        label={t('settings.name')}
        maxLength={120}
        autoComplete="name"
        value={name}
        onChange={({ target }) => setName(target.value)}
        onBlur={() => name.trim() && name.trim() !== person.name && change({ name: name.trim() })}
      />
      <Select
        label={t('settings.language')}
        value={language}
        onChange={({ target }) => change({ locale: target.value })}
      >
        {languageCodes.map((code) => (
          <option key={code} value={code} lang={code}>
            {languages[code].name}
          </option>
        ))}
      </Select>
      <Select
        label={t('settings.firstLanguage')}
        value={first ?? ''}
        onChange={({ target }) => change({ native_language: target.value || null })}
      >
        <option value="">{t('settings.firstLanguageNone')}</option>
        {offered.map((code) => (
          <option key={code} value={code}>
            {names.of(code)}
          </option>
        ))}
      </Select>
      <Select
        label={t('settings.timeZone')}
        value={person.time_zone}
        onChange={({ target }) => change({ time_zone: target.value })}
      >
        {[...new Set([person.time_zone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </>
  );
}
