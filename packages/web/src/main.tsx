import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerOf, createApi } from './api/client.ts';
import { Routes } from './app/routes.tsx';
import { createQueryClient, type Services, ServicesProvider } from './app/services.tsx';
import { Unbroken } from './app/unbroken.tsx';
import { LanguageProvider } from './i18n/language-provider.tsx';
import { chooseLanguage } from './i18n/languages.ts';
import { createNewsOpener } from './news/open-news.ts';
import { createAppConfigReader } from './sign-in/app-config.ts';
import { openSessionStore } from './sign-in/kept-session.ts';
import { keepSignedIn } from './sign-in/signed-in.ts';
import { createVoice } from './speech/voice.ts';
import './theme/tokens.css';
import './theme/base.css';

const appConfig = createAppConfigReader(() => answerOf(createApi(async () => null).GET('/api/v1/app-config')));
const authServer = async () => {
  const { browser_url: url, key } = (await appConfig()).auth;
  return url !== null && key !== null ? { url, key } : null;
};
const signedIn = keepSignedIn(authServer, openSessionStore());
const api = createApi(signedIn.accessToken);
const openNews = createNewsOpener(signedIn.accessToken);
const services: Services = { api, signedIn, appConfig, authServer, voice: createVoice(api), openNews };

const page = document.getElementById('app');
if (page === null) throw new Error('The page has no place for the app.');
createRoot(page).render(
  <StrictMode>
    <ServicesProvider services={services} queries={createQueryClient()}>
      <LanguageProvider first={chooseLanguage(navigator.languages)}>
        <Unbroken>
          <Routes />
        </Unbroken>
      </LanguageProvider>
    </ServicesProvider>
  </StrictMode>,
);

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
