import type { Route } from '../http/route.ts';
import { clozeRoutes } from './cloze/index.ts';
import { flashcardRoutes } from './flashcards/index.ts';
import { grammarRoutes } from './grammar/index.ts';
import { progressRoutes } from './progress/index.ts';
import { sentenceRoutes } from './sentence/index.ts';
import { sessionRoutes } from './sessions/index.ts';
import { statsRoutes } from './stats/index.ts';

/** The games: sessions, catalogues, progress and statistics. */
export const gameRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...flashcardRoutes,
  ...clozeRoutes,
  ...grammarRoutes,
  ...sentenceRoutes,
  ...progressRoutes,
  ...statsRoutes,
];
