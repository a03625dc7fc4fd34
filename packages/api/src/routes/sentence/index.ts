import type { Route } from '../../http/route.ts';
import { sentenceArea } from '../catalogues/catalogue-area.ts';
import { catalogueRoutes } from '../catalogues/catalogue-routes.ts';
import { getSentenceSpeech } from './get-sentence-speech.ts';

/** Sentence builder. */
export const sentenceRoutes: readonly Route[] = [...catalogueRoutes(sentenceArea), getSentenceSpeech];
