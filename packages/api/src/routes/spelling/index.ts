import type { Route } from '../../http/route.ts';
import { getPronunciation, listSpellingWords } from './pronunciation.ts';

/** What the spelling game needs besides its sessions. */
export const spellingRoutes: readonly Route[] = [getPronunciation, listSpellingWords];
