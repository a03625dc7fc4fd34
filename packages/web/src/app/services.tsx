import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Api, Schema } from '../api/client.ts';
import { mayDoBetterLater } from '../api/problem.ts';
import type { OpenNews } from '../news/follow-news.ts';
import type { AuthServer } from '../sign-in/auth-server.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import type { Voice } from '../speech/voice.ts';
import type { Press } from '../ui/press.ts';

/** What the screens work with; made once in `main.tsx` and handed down. */
export interface Services {
  api: Api;
  signedIn: SignedIn;
  /** How people sign in here, and who is a sample. */
  appConfig(): Promise<Schema<'AppConfig'>>;
  authServer(): Promise<AuthServer | null>;
  voice: Voice;
  openNews: OpenNews;
  press: Press;
}

const ServicesContext = createContext<Services | null>(null);

/** The cache of answers: shown while they are asked for again, tried again only where that may help. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayDoBetterLater(error),
        retryDelay: (failures) => Math.min(4000, 500 * 2 ** failures),
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Hands the services down. */
export function ServicesProvider(props: { services: Services; queries: QueryClient; children: ReactNode }): ReactNode {
  return (
    <ServicesContext value={props.services}>
      <QueryClientProvider client={props.queries}>{props.children}</QueryClientProvider>
    </ServicesContext>
  );
}

/** The services; only below their provider. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices needs a ServicesProvider above it.');
  return services;
}
