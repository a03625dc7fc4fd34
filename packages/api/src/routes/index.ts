import type { Route } from '../http/route.ts';
import { classRoutes } from './classes/index.ts';
import { clipRoutes } from './clips/index.ts';
import { deskRoutes } from './desk/index.ts';
import { gameRoutes } from './game-routes.ts';
import { invitationRoutes } from './invitations/index.ts';
import { lessonRoutes } from './lessons/index.ts';
import { newsRoutes } from './news/index.ts';
import { peopleRoutes } from './people/index.ts';
import { practiceRoutes } from './practice/index.ts';
import { processingRoutes } from './processing/index.ts';
import { reportRoutes } from './reports/index.ts';
import { reviewRoutes } from './review/index.ts';
import { speechRoutes } from './speech/index.ts';
import { spellingRoutes } from './spelling/index.ts';
import { createDocsRoutes } from './system/docs.ts';
import { systemRoutes } from './system/index.ts';
import { uploadRoutes } from './uploads/index.ts';
import { wordListRoutes } from './word-lists/index.ts';
import { zoomRoutes } from './zoom/index.ts';

const areas: readonly Route[] = [
  ...systemRoutes,
  ...wordListRoutes,
  ...peopleRoutes,
  ...classRoutes,
  ...invitationRoutes,
  ...spellingRoutes,
  ...speechRoutes,
  ...gameRoutes,
  ...practiceRoutes,
  ...processingRoutes,
  ...lessonRoutes,
  ...uploadRoutes,
  ...deskRoutes,
  ...newsRoutes,
  ...reviewRoutes,
  ...reportRoutes,
  ...clipRoutes,
  ...zoomRoutes,
];

/** Every route of the service: one line an area, one folder behind each. */
export const routes: readonly Route[] = [...areas, ...createDocsRoutes(areas)];
