import { useEffect, useRef } from 'react';
import { answerOf } from '../api/client.ts';
import { useSpeech } from '../i18n/language-provider.tsx';
import { chooseLanguage, type Language } from '../i18n/languages.ts';
import { useForgetPerson, usePerson } from './person.tsx';
import { useServices } from './services.tsx';

const browserLanguage = (): Language => chooseLanguage(navigator.languages);

/**
 * The language follows the browser until somebody chooses one, be it before they sign in. The zone follows the browser,
 * too, and is told to the profile, which counts days by it: when the server has said what was chosen elsewhere meanwhile.
 */
export function InTheirLanguage({ mayTell }: { mayTell: boolean }): null {
  const { locale, chosen } = usePerson();
  const { language, setLanguage } = useSpeech();
  const { api } = useServices();
  const forgetPerson = useForgetPerson();
  const hasLocale = chosen.includes('locale');
  const hasZone = chosen.includes('time_zone');
  const told = useRef(false);

  useEffect(() => {
    if (!mayTell || told.current) return;
    const body = {
      ...(!hasZone && { time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
      ...(!hasLocale && language !== browserLanguage() && { locale: language }),
    };
    if (Object.keys(body).length === 0) return;
    told.current = true;
    // A profile that stays as it is can be changed in the settings.
    void answerOf(api.PATCH('/api/v1/me', { body })).then(forgetPerson, () => undefined);
  }, [mayTell, hasZone, hasLocale, language, api, forgetPerson]);

  useEffect(() => {
    if (hasLocale) setLanguage(chooseLanguage([locale]));
  }, [locale, hasLocale, setLanguage]);
  // The next person at this device begins as everybody does.
  useEffect(() => () => setLanguage(browserLanguage()), [setLanguage]);
  return null;
}
