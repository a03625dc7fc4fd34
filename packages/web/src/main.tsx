import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerOf, createApi } from './api/client.ts';
import { readOpening } from './app/opening.ts';
import { personKey, personQuery } from './app/person.tsx';
import { Routes, signIn } from './app/routes.tsx';
import { createQueryClient, type Services, ServicesProvider } from './app/services.tsx';
import { Unbroken } from './app/unbroken.tsx';
import { LanguageProvider } from './i18n/language-provider.tsx';
import { speak } from './i18n/speak.ts';
import { createNewsOpener } from './news/open-news.ts';
import { createAppConfigReader } from './sign-in/app-config.ts';
import { openSessionStore } from './sign-in/kept-session.ts';
import { keepSignedIn } from './sign-in/signed-in.ts';
import { createVoice } from './speech/voice.ts';
import { followPresses } from './ui/press.ts';
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
const press = followPresses(document);
const services: Services = { api, signedIn, appConfig, authServer, voice: createVoice(api), openNews, press };
const queries = createQueryClient();

/** The first picture is of what this device knows; what the server knows better comes into it. */
async function open(page: Element): Promise<void> {
  const { userId, language } = await readOpening(signedIn, queries, navigator.languages);
  // Who is not known here yet is asked for while the language comes.
  if (userId !== null && queries.getQueryData(personKey(userId)) === undefined)
    void queries.prefetchQuery(personQuery(api, userId));
  const [spoken] = await Promise.all([speak(language), userId === null ? signIn.bring() : null]);
  createRoot(page).render(
    <StrictMode>
      <ServicesProvider services={services} queries={queries}>
        <LanguageProvider first={spoken}>
          <Unbroken>
            <Routes first={userId} />
          </Unbroken>
        </LanguageProvider>
      </ServicesProvider>
    </StrictMode>,
  );
}

const page = document.getElementById('app');
if (page === null) throw new Error('The page has no place for the app.');
void open(page);

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
